package import Formats
import Glibc

/// Finds the model files that the arguments of a command name.
package enum ModelFiles {
  /// Folders inside each other beyond this are not searched.
  private static let depthLimit = 64

  /// The files of a path: itself, or every model file below a folder, in order of their names.
  ///
  /// In a folder, a model file ends in `.yaml` or `.yml` and has a top-level `cnnc:` key. Hidden folders and links to
  /// folders are left out, and so is a link to a file that is found by itself. What cannot be looked into is found too,
  /// so that whoever reads it reports it.
  package static func find(_ path: String) throws(FileError) -> [String] {
    var information = stat()
    guard stat(path, &information) == 0 else { throw FileError(.read, path, .system(errno)) }
    guard information.st_mode & S_IFMT == S_IFDIR else { return [path] }
    let found = try search(path.hasSuffix("/") ? String(path.dropLast()) : path, depth: 0)
    var known = Set(found.lazy.filter { !$0.isLink }.map(\.identity))
    let paths = found.filter { !$0.isLink || known.insert($0.identity).inserted }.map(\.path)
    return path == "." ? paths.map { String($0.dropFirst("./".count)) } : paths
  }

  /// The model files that lie in a folder itself, in order of their names.
  package static func models(in folder: String) throws(FileError) -> [String] {
    try search(folder.hasSuffix("/") ? String(folder.dropLast()) : folder, depth: depthLimit).map(\.path)
  }

  /// The folder that a model's own paths are relative to: that of the file which the path, followed through links,
  /// leads to. Empty or with a slash at the end.
  package static func folder(of path: String) -> String {
    var path = path
    for _ in 0..<linkLimit {
      guard let target = target(ofLink: path) else { break }
      path = target.hasPrefix("/") ? target : parent(of: path) + target
    }
    return parent(of: path)
  }

  /// Links behind each other beyond this cannot be read either.
  private static let linkLimit = 40

  private static func parent(of path: String) -> String { path.lastIndex(of: "/").map { String(path[...$0]) } ?? "" }

  private static func target(ofLink path: String) -> String? {
    var target = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink(path, &target, target.count)
    return count > 0 ? String(decoding: target[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self) : nil
  }

  /// A file below a folder.
  private struct Entry {
    struct Identity: Hashable {
      let device: UInt
      let number: UInt
    }

    let path: String
    let isLink: Bool
    /// That of the file itself, for a link too.
    let identity: Identity

    init(_ path: String, _ information: stat, isLink: Bool = false) {
      self.path = path
      self.isLink = isLink
      identity = Identity(device: UInt(information.st_dev), number: UInt(information.st_ino))
    }
  }

  private static func search(_ folder: String, depth: Int) throws(FileError) -> [Entry] {
    var files: [Entry] = []
    for name in try FolderPath.names(in: folder) where !name.hasPrefix(".") {
      let path = folder + "/" + name
      let mayBeModel = name.hasSuffix(".yaml") || name.hasSuffix(".yml")
      var information = stat()
      let exists = lstat(path, &information) == 0
      if exists, information.st_mode & S_IFMT == S_IFDIR {
        if depth < depthLimit { files += (try? search(path, depth: depth + 1)) ?? [Entry(path, information)] }
      } else if mayBeModel, (try? InputFile.read(path)).map(hasModelKey) ?? true {
        let isLink = exists && information.st_mode & S_IFMT == S_IFLNK
        if isLink { stat(path, &information) }
        files.append(Entry(path, information, isLink: isLink))
      }
    }
    return files
  }

  /// Whether a line of a text begins with the key that every model file has.
  package static func hasModelKey(_ bytes: [UInt8]) -> Bool {
    bytes.split(separator: UInt8(ascii: "\n")).contains { line in
      ["cnnc:", "\"cnnc\":", "'cnnc':"].contains { line.starts(with: $0.utf8) }
    }
  }

  /// Everything on the standard input.
  package static func readStandardInput() throws(FileError) -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(STDIN_FILENO, &chunk, chunk.count)
      if count > 0 {
        bytes += chunk[..<count]
      } else if count == 0 {
        return bytes
      } else if errno != EINTR {
        throw FileError(.read, "<stdin>", .system(errno))
      }
    }
  }
}
