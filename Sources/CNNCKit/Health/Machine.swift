import Glibc

/// What the system says of this machine.
enum Machine {
  /// The processor's name.
  static var processor: String? { field("model name", in: "/proc/cpuinfo") }

  static var memory: String? {
    guard let total = field("MemTotal", in: "/proc/meminfo"), let free = field("MemAvailable", in: "/proc/meminfo")
    else { return nil }
    return "\(mebibytes(total)) MiB, \(mebibytes(free)) MiB of it available"
  }

  private static func mebibytes(_ text: String) -> Int { (Int(text.prefix { $0.isNumber }) ?? 0) / 1024 }

  /// The value of the first line of a `name : value` file with a name.
  private static func field(_ name: String, in path: String) -> String? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 14)
    let count = fread(&bytes, 1, bytes.count, file)
    for line in String(decoding: bytes[..<count], as: UTF8.self).split(separator: "\n") where line.hasPrefix(name) {
      return line.split(separator: ":", maxSplits: 1).last.map { String($0.drop { $0 == " " || $0 == "\t" }) }
    }
    return nil
  }
}
