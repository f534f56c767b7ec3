import CZlib

/// The checksum of ZIP, PNG and gzip (RFC 1952, section 8).
package enum CRC32 {
  /// The checksum of bytes that follow others.
  package static func of(_ bytes: UnsafeRawBufferPointer, after previous: UInt32 = 0) -> UInt32 {
    var checksum = UInt(previous)
    var rest = bytes[...]
    while !rest.isEmpty {
      // zlib counts in 32 bits, so that long data goes in pieces.
      let piece = rest.prefix(Int(Int32.max))
      let octets = UnsafeRawBufferPointer(rebasing: piece).baseAddress?.assumingMemoryBound(to: UInt8.self)
      checksum = crc32(checksum, octets, UInt32(piece.count))
      rest = rest[piece.endIndex...]
    }
    return UInt32(checksum)
  }
}
