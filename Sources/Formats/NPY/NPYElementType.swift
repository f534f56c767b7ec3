import Tensors

/// How the elements of a `.npy` file are stored.
struct NPYElementType: Hashable {
  /// The type they have in memory; 8-bit integers widen to int32.
  let dtype: DType
  let storedByteCount: Int
  let isBigEndian: Bool

  /// Reads numpy's array protocol string: byte order, kind, size in bytes.
  init(_ description: String) throws(NPYProblem) {
    let letters = Array(description.utf8)
    guard letters.count >= 2, "<>|=".utf8.contains(letters[0]) else { throw .invalidHeader("a type such as '<f4'") }
    if letters[1] == UInt8(ascii: "O") { throw .pickled }
    let type = String(decoding: letters[1...], as: UTF8.self)
    let (dtype, byteCount): (DType, Int)
    switch type {
    case "f4": (dtype, byteCount) = (.float32, 4)
    case "f8": (dtype, byteCount) = (.float64, 8)
    case "f2": (dtype, byteCount) = (.float16, 2)
    case "i8": (dtype, byteCount) = (.int64, 8)
    case "i4": (dtype, byteCount) = (.int32, 4)
    case "i1": (dtype, byteCount) = (.int32, 1)
    case "u1": (dtype, byteCount) = (.uint8, 1)
    case "b1": (dtype, byteCount) = (.bool, 1)
    default: throw .unsupportedElementType(description)
    }
    // Numpy writes the order of the machine as `<` or `>`; `=` and `|` say nothing about several bytes.
    if byteCount > 1, letters[0] != UInt8(ascii: "<"), letters[0] != UInt8(ascii: ">") {
      throw .invalidHeader("a byte order, '<' or '>'")
    }
    self.dtype = dtype
    storedByteCount = byteCount
    isBigEndian = letters[0] == UInt8(ascii: ">")
  }

  /// Whether the stored bytes are the elements in memory.
  var isNative: Bool { storedByteCount == dtype.byteCount && (!isBigEndian || storedByteCount == 1) }

  /// The array protocol string that a tensor is written with; numpy has no bfloat16.
  static func description(of dtype: DType) -> String? {
    switch dtype {
    case .float32: "<f4"
    case .float64: "<f8"
    case .float16: "<f2"
    case .int64: "<i8"
    case .int32: "<i4"
    case .uint8: "|u1"
    case .bool: "|b1"
    case .bfloat16: nil
    }
  }
}
