import Formats
import Glibc

/// The folder of what this program can find again by itself: `cnnc` below `XDG_CACHE_HOME`, or below `~/.cache`.
package enum UserCache {
  /// The path of a file or folder in it; nil where the user has none.
  package static func path(of name: String) -> String? {
    (folder("XDG_CACHE_HOME") ?? folder("HOME").map { "\($0)/.cache" }).map { "\($0)/cnnc/\(name)" }
  }

  /// The same where there must be one.
  package static func requiredPath(of name: String) throws(ModelError) -> String {
    if let path = path(of: name) { return path }
    throw ModelError(.failure("there is no cache folder: neither XDG_CACHE_HOME nor HOME is an absolute path"))
  }

  private static func folder(_ variable: String) -> String? {
    getenv(variable).map { String(cString: $0) }.flatMap { $0.hasPrefix("/") ? $0 : nil }
  }

  /// Makes the folders of a file, for the user alone, as the XDG Base Directory Specification wants it.
  static func makeFolder(for path: String) throws(FileError) { try FolderPath.make(for: path, mode: 0o700) }

  /// A file of a folder.
  private struct Kept {
    let path: String
    let byteCount: Int
    let used: Int

    /// nil for what is no file, or no longer there.
    init?(_ path: String) {
      self.path = path
      var information = stat()
      guard lstat(path, &information) == 0, information.st_mode & S_IFMT == S_IFREG else { return nil }
      (byteCount, used) = (information.st_size, information.st_mtim.tv_sec)
    }
  }

  /// Seconds after which a temporary file is what a process left that was stopped.
  private static let day = 24 * 60 * 60

  /// Removes the files of a folder that were not used for the longest time, while all but one have more bytes than a
  /// limit together, and what stopped processes left.
  static func prune(_ folder: String, to limit: Int, keeping path: String) {
    let names = (try? FolderPath.names(in: folder)) ?? []
    let left = names.filter(AtomicFile.isTemporary).compactMap { Kept(folder + "/" + $0) }
    for file in left where file.used < time(nil) - day { unlink(file.path) }
    let finished = names.filter { !AtomicFile.isTemporary($0) }.compactMap { Kept(folder + "/" + $0) }
    var total = 0
    for file in finished.sorted(by: { $0.used > $1.used }) where file.path != path {
      total += file.byteCount
      if total > limit { unlink(file.path) }
    }
  }
}
