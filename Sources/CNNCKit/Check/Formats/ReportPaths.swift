import Glibc

/// The names of files in reports that leave this machine: relative to the folder that the program runs in.
struct ReportPaths {
  /// The working folder, with a slash at its end; empty when the system does not tell.
  private let folder: String

  init(folder: String) { self.folder = folder.isEmpty || folder.hasSuffix("/") ? folder : folder + "/" }

  static var workingFolder: ReportPaths {
    guard let path = getcwd(nil, 0) else { return ReportPaths(folder: "") }
    defer { free(path) }
    return ReportPaths(folder: String(cString: path))
  }

  /// The path without detours, from the working folder when it lies below; else as it is.
  func relative(_ path: String) -> String {
    let isBelow = !folder.isEmpty && path.hasPrefix(folder)
    let path = isBelow ? String(path.dropFirst(folder.count)) : path
    let parts = path.split(separator: "/").reduce(into: [Substring]()) { parts, part in
      if part == "." { return }
      if part == "..", let last = parts.last, last != ".." {
        parts.removeLast()
      } else {
        parts.append(part)
      }
    }
    return (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
  }

  /// The path as a reference by RFC 3986: every byte that is not unreserved is percent-encoded.
  static func uri(_ path: String) -> String {
    let encoded = path.utf8.map { byte in
      isUnreserved(byte) ? String(Unicode.Scalar(byte)) : "%" + (byte < 16 ? "0" : "") + hexadecimal(byte)
    }.joined()
    return (path.hasPrefix("/") ? "file://" : "") + encoded
  }

  private static func hexadecimal(_ byte: UInt8) -> String { String(byte, radix: 16, uppercase: true) }

  private static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "-._~/".utf8.contains(byte)
    }
  }
}
