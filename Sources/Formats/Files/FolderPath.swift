import Glibc

/// The folders that a file lies in, and what they hold.
package enum FolderPath {
  /// Makes the folders of a path that are not there yet.
  package static func make(for path: String, mode: UInt32 = 0o777) throws(FileError) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    var folder = ""
    for part in parts {
      folder += part + "/"
      if part.isEmpty || mkdir(folder, mode) == 0 || errno == EEXIST { continue }
      throw FileError(.write, folder, .system(errno))
    }
  }

  /// The names of what a folder holds, sorted.
  package static func names(in folder: String) throws(FileError) -> [String] {
    guard let stream = opendir(folder) else { throw FileError(.read, folder, .system(errno)) }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      names.append(withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) })
    }
    return names.sorted()
  }
}
