package import Diagnostics

/// The formats of input and output files, told apart by their extensions.
package enum DataFileType: String, Hashable, Sendable, CaseIterable {
  case bin, npy, npz, safetensors

  /// The type of a file by the end of its name, upper or lower case.
  package init(path: String) throws(DataProblem) {
    let name = path[(path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex)...]
    let suffix = name.lastIndex(of: ".").map { name[name.index(after: $0)...].lowercased() }
    guard let type = suffix.flatMap(DataFileType.init(rawValue:)) else { throw .unknownFileType(path) }
    self = type
  }

  /// Whether a file holds several tensors by name.
  package var isCollection: Bool { self == .npz || self == .safetensors }
}

extension DiagnosticCode {
  package static let unknownFileType = DiagnosticCode(
    "E0505", "unknown-file-type",
    explanation: """
      The format of a data file follows from its extension: `.bin` is raw little-endian float32, `.npy` one array \
      and `.npz` several arrays of numpy, `.safetensors` several named tensors. Nothing is guessed from the content.
      """,
    exampleKind: .words,
    bad: "`cnnc run net.yaml --input image.tiff`",
    good: "`cnnc run net.yaml --input image.npy`")
}

extension DataProblem {
  fileprivate static func unknownFileType(_ path: String) -> DataProblem {
    DataProblem(.unknownFileType, "'\(path)' must be a .bin, .npy, .npz or .safetensors file")
  }
}
