import Glibc
package import Tensors

/// Archives of named arrays, as `numpy.savez` and `numpy.savez_compressed` write them.
package enum NPZ {
  /// Reads every array of a file in the order of its directory; the name is the entry's without `.npy`.
  package static func read(_ path: String) throws(DataError) -> TensorCollection {
    let storage: TensorStorage
    do { storage = try InputFile.map(path) } catch { throw .file(error) }
    do { return try decode(storage) } catch { throw .content(error.problem(in: path)) }
  }

  /// The arrays of a file that lies in memory.
  package static func decode(_ storage: TensorStorage) throws(ZIPProblem) -> TensorCollection {
    let file = UnsafeRawBufferPointer(start: storage.pointer, count: storage.byteCount)
    var tensors: [(name: String, tensor: Tensor)] = []
    for entry in try ZIPDirectory(reading: file).entries {
      let name = try arrayName(of: entry)
      var (source, range) = (storage, entry.data)
      if entry.isDeflated {
        guard let inflated = Deflate.inflate(UnsafeRawBufferPointer(rebasing: file[range]), to: entry.size) else {
          throw .brokenDeflate(name)
        }
        (source, range) = (inflated, 0..<entry.size)
      }
      let bytes = UnsafeRawBufferPointer(start: source.pointer, count: source.byteCount)
      guard CRC32.of(UnsafeRawBufferPointer(rebasing: bytes[range])) == entry.checksum else {
        throw .wrongChecksum(name)
      }
      do { tensors.append((name, try NPY.decode(source, range))) } catch { throw .array(name, error) }
    }
    return TensorCollection(tensors)
  }

  /// The names, sizes and types of the arrays of a file that lies in memory, in the order of its directory.
  ///
  /// Of each entry only the beginning is read, so that checksums are not compared.
  static func describe(_ storage: TensorStorage) throws(ZIPProblem) -> [TensorDescription] {
    let file = UnsafeRawBufferPointer(start: storage.pointer, count: storage.byteCount)
    return try ZIPDirectory(reading: file).entries.map { entry throws(ZIPProblem) in
      let name = try arrayName(of: entry)
      let layout = try layout(of: entry, name, UnsafeRawBufferPointer(rebasing: file[entry.data]))
      return TensorDescription(name: name, sizes: layout.sizes, dtype: layout.dtype)
    }
  }

  private static func layout(
    of entry: ZIPDirectory.Entry, _ name: String, _ data: UnsafeRawBufferPointer
  ) throws(ZIPProblem) -> TensorLayout {
    var (inflated, beginning): (TensorStorage?, UnsafeRawBufferPointer) = (nil, data)
    if entry.isDeflated {
      let count = min(entry.size, NPYHeader.maximumEnd)
      guard let storage = Deflate.inflate(data, beginning: count) else { throw .brokenDeflate(name) }
      (inflated, beginning) = (storage, UnsafeRawBufferPointer(start: storage.pointer, count: count))
    }
    defer { withExtendedLifetime(inflated) {} }
    do { return try NPY.layout(beginning, byteCount: entry.size) } catch { throw .array(name, error) }
  }

  private static func arrayName(of entry: ZIPDirectory.Entry) throws(ZIPProblem) -> String {
    guard entry.name.utf8.count > 4, entry.name.hasSuffix(".npy") else { throw .notAnArray(entry.name) }
    return String(entry.name.dropLast(4))
  }

  /// Writes tensors as stored entries, atomically and byte for byte as `numpy.savez` does.
  package static func write(_ tensors: TensorCollection, to path: String) throws(FileError) {
    try AtomicFile.write(to: path) { (file: inout AtomicFile) throws(FileError) in
      var writer = ZIPWriter()
      for entry in tensors.entries {
        // The format counts the bytes of a name in 16 bits.
        if entry.name.utf8.count > 65_000 { throw FileError(.write, path, .system(ENAMETOOLONG)) }
        let (header, data) = NPY.encode(entry.tensor)
        var checksum = header.withUnsafeBytes { CRC32.of($0) }
        checksum = CRC32.of(data.bytes, after: checksum)
        try file.append(writer.add(entry.name + ".npy", size: header.count + data.byteCount, checksum: checksum))
        try file.append(header)
        try file.append(data.bytes)
      }
      try file.append(writer.directory())
    }
  }
}
