import Tensors

/// A `.safetensors` or `.npz` file of weights, which have names.
package enum WeightsFile {
  /// The tensors of a file.
  package static func read(_ path: String) throws(DataError) -> TensorCollection {
    switch try type(of: path) {
    case .safetensors: return try Safetensors.read(path)
    case .npz: return try NPZ.read(path)
    }
  }

  /// The names, sizes and types of a file's tensors from its headers alone: no data is read, and none is checked.
  package static func describe(_ path: String) throws(DataError) -> [TensorDescription] {
    let type = try type(of: path)
    let storage: TensorStorage
    do { storage = try InputFile.map(path) } catch { throw .file(error) }
    if GitLFSPointer.begins(storage) { throw .content(.pointer(path)) }
    switch type {
    case .safetensors:
      do { return try Safetensors.describe(storage) } catch { throw .content(error.problem(in: path)) }
    case .npz:
      do { return try NPZ.describe(storage) } catch { throw .content(error.problem(in: path)) }
    }
  }

  /// Whether a file is there with its content, not as a pointer of Git LFS in its place.
  package static func isPresent(_ path: String) -> Bool {
    guard let storage = try? InputFile.map(path) else { return false }
    return !GitLFSPointer.begins(storage)
  }

  private enum Kind { case safetensors, npz }

  private static func type(of path: String) throws(DataError) -> Kind {
    switch try? DataFileType(path: path) {
    case .safetensors: return .safetensors
    case .npz: return .npz
    case .bin, .npy, nil: throw .content(.weightsWithoutNames(path))
    }
  }
}

/// The text that stands for a large file in a repository where Git LFS has not fetched it.
enum GitLFSPointer {
  private static let beginning = Array("version https://git-lfs.github.com/spec/".utf8)

  static func begins(_ storage: TensorStorage) -> Bool {
    UnsafeRawBufferPointer(start: storage.pointer, count: storage.byteCount).starts(with: beginning)
  }
}

extension DataProblem {
  fileprivate static func weightsWithoutNames(_ path: String) -> DataProblem {
    let isPickle = ["pt", "pth", "ckpt"].contains { path.lowercased().hasSuffix(".\($0)") }
    return DataProblem(
      .unknownFileType, "weights must be a .safetensors or .npz file, which have names: '\(path)' is neither",
      help: isPickle ? ["save the state_dict with safetensors.torch.save_file"] : [])
  }

  fileprivate static func pointer(_ path: String) -> DataProblem {
    DataProblem(
      .invalidSafetensors, "'\(path)' must hold the weights themselves: it is a pointer of Git LFS",
      help: ["git lfs pull fetches the file"])
  }
}
