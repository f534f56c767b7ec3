import Glibc

/// Reads and writes whole files for tests; every failure says what and why.
package enum TestFile {
  package struct Failure: Error, CustomStringConvertible {
    package var description: String
  }

  package static func read(_ path: String) throws(Failure) -> [UInt8] {
    let descriptor = open(path, O_RDONLY)
    guard descriptor >= 0 else { throw failure("read", path) }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(descriptor, &chunk, chunk.count)
      if count < 0 { throw failure("read", path) }
      if count == 0 { return bytes }
      bytes += chunk[..<count]
    }
  }

  package static func text(_ path: String) throws(Failure) -> String { String(decoding: try read(path), as: UTF8.self) }

  package static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// Writes a file and the folders above it.
  package static func write(_ bytes: [UInt8], to path: String) throws(Failure) {
    makeFolder(parent(of: path))
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    guard descriptor >= 0 else { throw failure("write", path) }
    defer { close(descriptor) }
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress! + written, bytes.count - written) }
      if count < 0 { throw failure("write", path) }
      written += count
    }
  }

  package static func write(_ text: String, to path: String) throws(Failure) { try write(Array(text.utf8), to: path) }

  package static func remove(_ path: String) { unlink(path) }

  /// The names in a folder in order; none when it does not exist.
  package static func names(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// Every file below a folder with an extension, as paths relative to the folder, in order.
  package static func files(below folder: String, withExtension suffix: String) -> [String] {
    names(in: folder).flatMap { name -> [String] in
      let path = folder + "/" + name
      if isFolder(path) { return files(below: path, withExtension: suffix).map { name + "/" + $0 } }
      return name.hasSuffix("." + suffix) ? [name] : []
    }
  }

  package static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  package static func isLink(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  /// The number of a file, which another one that replaces it does not have.
  package static func inode(of path: String) throws(Failure) -> UInt {
    var status = stat()
    guard stat(path, &status) == 0 else { throw failure("look at", path) }
    return UInt(status.st_ino)
  }

  /// The path without links.
  package static func resolved(_ path: String) throws(Failure) -> String {
    guard let resolved = realpath(path, nil) else { throw failure("resolve", path) }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// A fresh folder that the operating system clears away some day.
  package static func makeTemporaryFolder() throws(Failure) -> String {
    var template = Array("/tmp/cnnc-test-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw failure("make", "/tmp/cnnc-test-XXXXXX") }
    return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  package static func makeFolder(_ path: String) {
    if path.isEmpty || exists(path) { return }
    makeFolder(parent(of: path))
    mkdir(path, 0o755)
  }

  package static func parent(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
  }

  private static func failure(_ verb: String, _ path: String) -> Failure {
    Failure(description: "cannot \(verb) \(path): \(String(cString: strerror(errno)))")
  }
}
