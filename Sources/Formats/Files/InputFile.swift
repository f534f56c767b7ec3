import Glibc
package import Tensors

/// A regular file that is read as a whole.
package enum InputFile {
  /// Maps a file into memory without reading it.
  ///
  /// The pages are private: what is written to the storage stays in this process. The file must not be shortened
  /// while it is mapped; writers that replace files, as `AtomicFile` does, keep this promise.
  package static func map(_ path: String) throws(FileError) -> TensorStorage {
    let (descriptor, size) = try open(path)
    defer { close(descriptor) }
    if size == 0 { return TensorStorage(byteCount: 0) }
    let protection = PROT_READ | PROT_WRITE
    guard let address = mmap(nil, size, protection, MAP_PRIVATE | MAP_NORESERVE, descriptor, 0), address != MAP_FAILED
    else { throw .last(.read, path) }
    return TensorStorage(adopting: address, byteCount: size) { munmap($0, $1) }
  }

  /// The bytes of a file.
  package static func read(_ path: String) throws(FileError) -> [UInt8] {
    let (descriptor, size) = try open(path)
    defer { close(descriptor) }
    var failure: FileError?
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size, failure == nil {
        let received = Glibc.read(descriptor, buffer.baseAddress.map { $0 + count }, size - count)
        if received > 0 {
          count += received
        } else if received == 0 {
          failure = FileError(.read, path, .endedEarly)
        } else if errno != EINTR {
          failure = .last(.read, path)
        }
      }
    }
    if let failure { throw failure }
    return bytes
  }

  private static func open(_ path: String) throws(FileError) -> (descriptor: Int32, size: Int) {
    if path.utf8.contains(0) { throw FileError(.read, path, .system(ENOENT)) }
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw .last(.read, path) }
    var information = stat()
    guard fstat(descriptor, &information) == 0 else {
      let error = FileError.last(.read, path)
      close(descriptor)
      throw error
    }
    let kind = information.st_mode & S_IFMT
    guard kind == S_IFREG else {
      close(descriptor)
      throw FileError(.read, path, kind == S_IFDIR ? .system(EISDIR) : .notRegularFile)
    }
    return (descriptor, Int(information.st_size))
  }
}
