/// A file of `models/` as the program carries it.
struct ZooFile: Sendable {
  enum Content: Sendable {
    case text(String)
    /// Bytes in base64 (RFC 4648).
    case base64(String)
    /// Those of another file, by its path.
    case link(String)
  }

  /// Relative to `models/`.
  let path: String
  let content: Content

  var bytes: [UInt8] {
    switch content {
    case .text(let text): Array(text.utf8)
    case .base64(let text): Self.decode(text)
    case .link(let path): Self.find(path)?.bytes ?? []
    }
  }

  static func find(_ path: String) -> ZooFile? { zooFiles.first { $0.path == path } }

  private static func decode(_ text: String) -> [UInt8] {
    let digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    let values = Dictionary(uniqueKeysWithValues: digits.utf8.enumerated().map { ($1, UInt32($0)) })
    var bytes: [UInt8] = []
    var bits: UInt32 = 0
    var count = 0
    for digit in text.utf8 {
      guard let value = values[digit] else { break }
      bits = bits << 6 | value
      count += 6
      if count >= 8 {
        count -= 8
        bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return bytes
  }
}
