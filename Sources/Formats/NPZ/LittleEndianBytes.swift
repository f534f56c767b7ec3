/// Reads integers of a file at offsets that are checked.
struct LittleEndianBytes {
  let bytes: UnsafeRawBufferPointer

  var count: Int { bytes.count }

  /// nil when the integer does not lie inside.
  func integer<Number: FixedWidthInteger & BitwiseCopyable>(_: Number.Type, at offset: Int) -> Number? {
    guard offset >= 0, offset <= bytes.count - MemoryLayout<Number>.size else { return nil }
    return Number(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: Number.self))
  }

  func uint16(at offset: Int) -> Int? { integer(UInt16.self, at: offset).map(Int.init) }
  func uint32(at offset: Int) -> Int? { integer(UInt32.self, at: offset).map(Int.init) }

  /// nil also when the number is above what an offset can be.
  func uint64(at offset: Int) -> Int? { integer(UInt64.self, at: offset).flatMap { Int(exactly: $0) } }

  /// nil when the range does not lie inside.
  func slice(at offset: Int, count: Int) -> UnsafeRawBufferPointer? {
    guard offset >= 0, count >= 0, offset <= bytes.count, count <= bytes.count - offset else { return nil }
    return UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + count])
  }
}

extension FixedWidthInteger where Self: UnsignedInteger {
  /// The bytes from the lowest to the highest.
  var littleEndianBytes: [UInt8] { (0..<Self.bitWidth / 8).map { UInt8(truncatingIfNeeded: self >> (8 * $0)) } }
}
