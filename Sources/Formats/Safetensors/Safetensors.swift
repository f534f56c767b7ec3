package import Tensors

/// Files of named tensors behind a JSON header (https://github.com/huggingface/safetensors).
package enum Safetensors {
  /// Reads a file; the tensors are views of the mapped file, which is read when they are.
  ///
  /// Tensors come in the order of their data and keep the element types of the file.
  package static func read(_ path: String) throws(DataError) -> TensorCollection {
    let storage: TensorStorage
    do { storage = try InputFile.map(path) } catch { throw .file(error) }
    do { return try decode(storage) } catch { throw .content(error.problem(in: path)) }
  }

  /// The tensors of a file that lies in memory, as views of it.
  package static func decode(_ storage: TensorStorage) throws(SafetensorsProblem) -> TensorCollection {
    let header = try SafetensorsHeader(
      reading: UnsafeRawBufferPointer(start: storage.pointer, count: storage.byteCount))
    let tensors = header.entries.map { entry in
      (name: entry.name, tensor: entry.layout.tensor(in: storage, at: header.dataOffset + entry.begin))
    }
    return TensorCollection(tensors, metadata: header.metadata)
  }

  /// The names, sizes and types of the tensors of a file that lies in memory, in the order of their data.
  static func describe(_ storage: TensorStorage) throws(SafetensorsProblem) -> [TensorDescription] {
    try SafetensorsHeader(reading: UnsafeRawBufferPointer(start: storage.pointer, count: storage.byteCount)).entries
      .map { TensorDescription(name: $0.name, sizes: $0.layout.sizes, dtype: $0.layout.dtype) }
  }

  /// Writes a file, atomically and byte for byte as the reference implementation does.
  package static func write(_ tensors: TensorCollection, to path: String) throws(FileError) {
    let entries = tensors.entries.sorted { a, b in
      let ranks = (a.tensor.dtype.safetensorsRank, b.tensor.dtype.safetensorsRank)
      return ranks.0 == ranks.1 ? a.name.utf8.lexicographicallyPrecedes(b.name.utf8) : ranks.0 < ranks.1
    }
    let header = header(of: entries, metadata: tensors.metadata)
    try AtomicFile.write(to: path) { (file: inout AtomicFile) throws(FileError) in
      let length = UInt64(header.count)
      try file.append((0..<8).map { UInt8(truncatingIfNeeded: length >> (8 * $0)) })
      try file.append(header)
      for entry in entries { try file.append(entry.tensor.bytes) }
    }
  }

  /// The JSON text, filled with spaces to a multiple of 8 bytes.
  private static func header(of entries: [TensorCollection.Entry], metadata: [String: String]) -> [UInt8] {
    var members: [JSON.Member] = []
    if !metadata.isEmpty {
      let texts = metadata.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map {
        JSON.Member($0.key, .string($0.value))
      }
      members.append(JSON.Member("__metadata__", .object(texts)))
    }
    var begin = 0
    for entry in entries {
      let end = begin + entry.tensor.byteCount
      let description: JSON = [
        "dtype": .string(entry.tensor.dtype.safetensorsName), "shape": .ints(entry.tensor.sizes),
        "data_offsets": .ints([begin, end]),
      ]
      members.append(JSON.Member(entry.name, description))
      begin = end
    }
    var text = Array(JSON.object(members).serialized().utf8)
    text.append(contentsOf: repeatElement(UInt8(ascii: " "), count: (8 - text.count % 8) % 8))
    return text
  }
}
