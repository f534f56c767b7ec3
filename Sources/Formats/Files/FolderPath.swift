import Glibc

/// The folders that a file lies in.
package enum FolderPath {
  /// Makes the folders of a path that are not there yet.
  package static func make(for path: String) throws(FileError) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    var folder = ""
    for part in parts {
      folder += part + "/"
      if part.isEmpty || mkdir(folder, 0o777) == 0 || errno == EEXIST { continue }
      throw FileError(.write, folder, .system(errno))
    }
  }
}
