import Tensors

/// Writes the outputs of a run by the extension of a file.
package enum OutputFile {
  /// Writes the first tensor to `.npy` and `.bin` files, all by name to `.npz` and `.safetensors` files.
  package static func write(_ outputs: TensorCollection, to path: String) throws(DataError) {
    let type: DataFileType
    do { type = try DataFileType(path: path) } catch { throw .content(error) }
    do {
      switch type {
      case .npz: try NPZ.write(outputs, to: path)
      case .safetensors: try Safetensors.write(outputs, to: path)
      case .npy: if let first = outputs.entries.first { try NPY.write(first.tensor, to: path) }
      case .bin: if let first = outputs.entries.first { try RawFloats.write(first.tensor, to: path) }
      }
    } catch { throw .file(error) }
  }
}
