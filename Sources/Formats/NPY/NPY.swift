package import Tensors

/// Files of one array, as `numpy.save` writes them (NEP 1).
package enum NPY {
  /// Reads a file; the tensor is a view of the mapped file where the layout allows.
  ///
  /// Big-endian elements are swapped, Fortran order is turned into C order, 8-bit integers widen to int32.
  package static func read(_ path: String) throws(DataError) -> Tensor {
    let storage: TensorStorage
    do { storage = try InputFile.map(path) } catch { throw .file(error) }
    do { return try decode(storage, 0..<storage.byteCount) } catch { throw .content(error.problem(in: "'\(path)'")) }
  }

  /// Writes a tensor as float32 or its own type, atomically, in version 1.0; bfloat16 becomes float32.
  package static func write(_ tensor: Tensor, to path: String) throws(FileError) {
    let (header, tensor) = encode(tensor)
    try AtomicFile.write(to: path) { (file: inout AtomicFile) throws(FileError) in
      try file.append(header)
      try file.append(tensor.bytes)
    }
  }

  /// The header of a tensor's array, and the tensor whose bytes follow it.
  static func encode(_ tensor: Tensor) -> (header: [UInt8], data: Tensor) {
    guard let element = NPYElementType.description(of: tensor.dtype) else {
      return encode(tensor.convertedToFloat32())
    }
    return (NPYHeader.bytes(sizes: tensor.sizes, element: element), tensor)
  }

  /// The array in a range of a storage, which it must fill.
  package static func decode(_ storage: TensorStorage, _ range: Range<Int>) throws(NPYProblem) -> Tensor {
    let array = UnsafeRawBufferPointer(start: storage.pointer + range.lowerBound, count: range.count)
    let header = try NPYHeader(reading: array)
    try header.checkSize(byteCount: range.count)
    let offset = range.lowerBound + header.dataOffset
    if header.element.isNative, !header.isFortranOrder || header.layout.sizes.count < 2 {
      return header.layout.tensor(in: storage, at: offset)
    }
    return withExtendedLifetime(storage) { rearranged(header, storage.pointer + offset) }
  }

  /// The sizes and type of an array of so many bytes, of which at least the header is given.
  static func layout(_ beginning: UnsafeRawBufferPointer, byteCount: Int) throws(NPYProblem) -> TensorLayout {
    let header = try NPYHeader(reading: beginning)
    try header.checkSize(byteCount: byteCount)
    return header.layout
  }

  private static func rearranged(_ header: NPYHeader, _ source: UnsafeRawPointer) -> Tensor {
    let tensor = Tensor(zeros: header.layout.sizes, dtype: header.layout.dtype)
    switch header.element.storedByteCount {
    case 8: gather(source, header, tensor) { (bits: UInt64) in bits }
    case 4: gather(source, header, tensor) { (bits: UInt32) in bits }
    case 2: gather(source, header, tensor) { (bits: UInt16) in bits }
    case _ where tensor.dtype == .int32: gather(source, header, tensor) { (number: Int8) in Int32(number) }
    default: gather(source, header, tensor) { (bits: UInt8) in bits }
    }
    return tensor
  }

  /// Copies every element to its place in C order.
  private static func gather<Stored: FixedWidthInteger & BitwiseCopyable, Element: BitwiseCopyable>(
    _ source: UnsafeRawPointer, _ header: NPYHeader, _ target: Tensor, _ element: (Stored) -> Element
  ) {
    let sizes = target.sizes
    let strides = strides(of: sizes, isFortranOrder: header.isFortranOrder)
    let elements = target.pointer.assumingMemoryBound(to: Element.self)
    var index = [Int](repeating: 0, count: sizes.count)
    var place = 0
    for position in 0..<target.elementCount {
      let bits = source.loadUnaligned(fromByteOffset: place * MemoryLayout<Stored>.size, as: Stored.self)
      elements[position] = element(header.element.isBigEndian ? bits.byteSwapped : bits)
      for axis in sizes.indices.reversed() {
        index[axis] += 1
        place += strides[axis]
        if index[axis] < sizes[axis] { break }
        place -= strides[axis] * sizes[axis]
        index[axis] = 0
      }
    }
  }

  /// Elements from one index of an axis to the next.
  private static func strides(of sizes: [Int], isFortranOrder: Bool) -> [Int] {
    var strides = [Int](repeating: 1, count: sizes.count)
    var stride = 1
    for axis in isFortranOrder ? Array(sizes.indices) : sizes.indices.reversed() {
      strides[axis] = stride
      stride *= sizes[axis]
    }
    return strides
  }
}
