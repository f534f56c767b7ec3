package import Diagnostics
import Graph
import Tensors

extension Violation {
  /// A number of channels with symbols, where parameters need a number.
  static func symbolicChannels(_ shape: Shape, for name: String) -> Violation {
    Violation(
      .symbolicChannels, "the number of channels must be a number, since '\(name)' has parameters for each: \(shape)",
      remarks: [.init(.input(0), "produces \(shape)")])
  }
}

extension DiagnosticCode {
  package static let symbolicChannels = DiagnosticCode(
    "E0317", "symbolic-channels",
    explanation: """
      Batch and spatial sizes may be symbols, but a layer with parameters for every channel needs a number of channels.
      """,
    bad: """
      cnnc: 1
      model: symbolic_channels
      input: [N, C, 8, 8]
      layers:
        - batch_norm
      """,
    good: """
      cnnc: 1
      model: numbered_channels
      input: [N, 16, 8, 8]
      layers:
        - batch_norm
      """)
}
