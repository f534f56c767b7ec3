import Glibc
import Synchronization

/// A file that appears under its name complete or not at all.
///
/// The bytes go to a temporary file in the same folder, which is flushed to disk and then renamed. A failure removes
/// it and leaves what was there before; readers that have the old file mapped keep it.
package struct AtomicFile: ~Copyable {
  private static let serial = Atomic<Int>(0)
  private static let bufferSize = 1 << 18

  private let path: String
  private let target: String
  private let temporary: String
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private var isFinished = false

  /// Whether a file has the name of a temporary one.
  package static func isTemporary(_ name: String) -> Bool { name.hasPrefix(".cnnc-") && name.hasSuffix(".tmp") }

  /// Writes a file by what the body appends.
  package static func write(
    to path: String, _ body: (inout AtomicFile) throws(FileError) -> Void
  ) throws(FileError) {
    var file = try open(path)
    try body(&file)
    try file.finish()
  }

  /// Writes a file that holds these bytes.
  package static func write(_ bytes: [UInt8], to path: String) throws(FileError) {
    try write(to: path) { (file: inout AtomicFile) throws(FileError) in try file.append(bytes) }
  }

  private static func open(_ path: String) throws(FileError) -> AtomicFile {
    let target = try target(of: path)
    let folder = target.lastIndex(of: "/").map { String(target[...$0]) } ?? ""
    let temporary = folder + ".cnnc-\(getpid())-\(serial.add(1, ordering: .relaxed).newValue).tmp"
    let descriptor = Glibc.open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw .last(.write, path) }
    return AtomicFile(path: path, target: target, temporary: temporary, descriptor: descriptor)
  }

  private init(path: String, target: String, temporary: String, descriptor: Int32) {
    self.path = path
    self.target = target
    self.temporary = temporary
    self.descriptor = descriptor
  }

  deinit {
    close(descriptor)
    if !isFinished { unlink(temporary) }
  }

  package mutating func append(_ bytes: [UInt8]) throws(FileError) {
    buffer += bytes
    if buffer.count >= AtomicFile.bufferSize { try flush() }
  }

  package mutating func append(_ bytes: UnsafeRawBufferPointer) throws(FileError) {
    if buffer.count + bytes.count < AtomicFile.bufferSize {
      buffer += bytes
    } else {
      try flush()
      try write(bytes)
    }
  }

  private mutating func flush() throws(FileError) {
    try buffer.withUnsafeBufferPointer { (bytes) throws(FileError) in try write(UnsafeRawBufferPointer(bytes)) }
    buffer.removeAll(keepingCapacity: true)
  }

  private func write(_ bytes: UnsafeRawBufferPointer) throws(FileError) {
    guard let start = bytes.baseAddress else { return }
    var written = 0
    while written < bytes.count {
      let count = Glibc.write(descriptor, start + written, bytes.count - written)
      if count >= 0 {
        written += count
      } else if errno != EINTR {
        throw .last(.write, path)
      }
    }
  }

  private mutating func finish() throws(FileError) {
    try flush()
    guard fsync(descriptor) == 0, rename(temporary, target) == 0 else { throw .last(.write, path) }
    isFinished = true
  }

  /// The file to replace: behind a link the file it names, so that the link stays.
  private static func target(of path: String) throws(FileError) -> String {
    if path.utf8.contains(0) { throw FileError(.write, path, .system(ENOENT)) }
    var information = stat()
    guard stat(path, &information) == 0 else { return path }
    let kind = information.st_mode & S_IFMT
    guard kind == S_IFREG else {
      throw FileError(.write, path, kind == S_IFDIR ? .system(EISDIR) : .notRegularFile)
    }
    guard let resolved = realpath(path, nil) else { throw .last(.write, path) }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
