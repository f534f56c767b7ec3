/// Turns libyaml's marks, which count code points, into byte offsets.
///
/// Marks come nearly in order, so each is found by a short walk from the one before; ASCII texts need none.
struct MarkOffsets {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let isASCII: Bool
  private var scalars = 0
  private var offset = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>, isASCII: Bool) {
    self.bytes = bytes
    self.isASCII = isASCII
  }

  /// The byte offset of a code point; past the end it is the number of bytes.
  mutating func offset(of index: Int) -> Int {
    if isASCII { return min(index, bytes.count) }
    while scalars < index, offset < bytes.count {
      offset += 1
      while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      scalars += 1
    }
    while scalars > index, offset > 0 {
      offset -= 1
      while offset > 0, bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
      scalars -= 1
    }
    return offset
  }
}
