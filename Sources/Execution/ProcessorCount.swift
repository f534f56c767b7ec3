import Glibc

/// How many threads can run at the same time, as far as the system lets this process.
package enum ProcessorCount {
  /// The processors that the affinity mask and the control group's quota leave, at least one.
  package static var usable: Int { max(1, min(online, affinity ?? .max, quota ?? .max)) }

  private static var online: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  private static var affinity: Int? { readFile("/proc/self/status").flatMap(processors(inStatus:)) }

  /// The smallest quota of this process's control group and those above it.
  private static var quota: Int? {
    guard let text = readFile("/proc/self/cgroup"),
      let line = text.split(separator: "\n").first(where: { $0.hasPrefix("0::") })
    else { return nil }
    var path = String(line.dropFirst(3))
    var least: Int?
    while true {
      if let quota = readFile("/sys/fs/cgroup" + path + "/cpu.max").flatMap(processors(inQuota:)) {
        least = min(least ?? quota, quota)
      }
      guard let slash = path.lastIndex(of: "/") else { return least }
      path = String(path[..<slash])
    }
  }

  /// The whole processors that the text of a `cpu.max` file allows: `200000 100000` is 2, `max 100000` no limit.
  static func processors(inQuota text: String) -> Int? {
    let fields = text.split(whereSeparator: \.isWhitespace).map(String.init)
    guard fields.count == 2, let quota = Int(fields[0]), let period = Int(fields[1]), period > 0, quota > 0 else {
      return nil
    }
    return max(1, quota / period)
  }

  /// The size of the affinity mask in the text of a `status` file: `Cpus_allowed: 0000000f` is 4.
  static func processors(inStatus text: String) -> Int? {
    guard let line = text.split(separator: "\n").first(where: { $0.hasPrefix("Cpus_allowed:") }) else { return nil }
    let count = line.dropFirst("Cpus_allowed:".count).reduce(0) { $0 + ($1.hexDigitValue ?? 0).nonzeroBitCount }
    return count > 0 ? count : nil
  }

  private static func readFile(_ path: String) -> String? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = fread(&bytes, 1, bytes.count, file)
    return String(decoding: bytes[..<count], as: UTF8.self)
  }
}
