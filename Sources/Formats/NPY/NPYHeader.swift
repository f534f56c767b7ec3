import Tensors

/// The header of a `.npy` array, of version 1.0 to 3.0.
struct NPYHeader {
  var element: NPYElementType
  var isFortranOrder: Bool
  var layout: TensorLayout
  /// Where the data begins, counted from the signature.
  var dataOffset: Int

  /// Far above what any array needs; numpy itself reads 10,000 bytes.
  static let maximumLength = 65_535
  /// The bytes of an array behind which no header ends: signature, version, length, header.
  static let maximumEnd = 12 + maximumLength
  static let signature: [UInt8] = [0x93] + Array("NUMPY".utf8)

  /// Reads the beginning of an array.
  init(reading array: UnsafeRawBufferPointer) throws(NPYProblem) {
    guard array.count >= 10, array[..<6].elementsEqual(NPYHeader.signature) else { throw .notNPY }
    let length: Int
    let start: Int
    switch (array[6], array[7]) {
    case (1, 0):
      length = Int(UInt16(littleEndian: array.loadUnaligned(fromByteOffset: 8, as: UInt16.self)))
      start = 10
    case (2, 0), (3, 0):
      guard array.count >= 12 else { throw .headerCutOff }
      length = Int(UInt32(littleEndian: array.loadUnaligned(fromByteOffset: 8, as: UInt32.self)))
      start = 12
    default: throw .unsupportedVersion(major: array[6], minor: array[7])
    }
    guard length <= NPYHeader.maximumLength else { throw .headerTooLong(length) }
    guard length <= array.count - start else { throw .headerCutOff }
    dataOffset = start + length
    var literal = NPYHeaderParser(Array(array[start..<dataOffset]))
    let fields = try literal.fields()
    element = try NPYElementType(fields.descr)
    isFortranOrder = fields.isFortranOrder
    guard let layout = TensorLayout(sizes: fields.shape, dtype: element.dtype) else { throw .tooManyElements }
    self.layout = layout
  }

  /// Checks that an array of so many bytes is this header and its data, and no more.
  func checkSize(byteCount: Int) throws(NPYProblem) {
    let needed = layout.byteCount / layout.dtype.byteCount * element.storedByteCount
    let available = byteCount - dataOffset
    guard needed <= available else { throw .dataCutOff(needed: needed, available: available) }
    guard needed == available else { throw .trailingBytes(available - needed) }
  }

  /// The bytes before the data of an array in C order, version 1.0, filled to a multiple of 64.
  static func bytes(sizes: [Int], element: String) -> [UInt8] {
    let shape = sizes.count == 1 ? "(\(sizes[0]),)" : "(" + sizes.map(String.init).joined(separator: ", ") + ")"
    var text = Array("{'descr': '\(element)', 'fortran_order': False, 'shape': \(shape), }".utf8)
    text.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 63 - (10 + text.count) % 64))
    text.append(UInt8(ascii: "\n"))
    return signature + [1, 0, UInt8(text.count & 0xFF), UInt8(text.count >> 8)] + text
  }
}
