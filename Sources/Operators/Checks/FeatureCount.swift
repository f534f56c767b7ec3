package import Diagnostics
import Graph
import Tensors

extension Violation {
  /// A written number of channels that is not the input's.
  static func featureCount(_ attribute: String, _ written: Int, channels: Int, of shape: Shape) -> Violation {
    Violation(
      .featureCount,
      "'\(attribute)' must be the number of channels of the input: it is \(written), \(shape) has \(channels)",
      at: .attribute(attribute), label: "the input has \(channels)",
      remarks: [.init(.input(0), "produces \(channels) channels")],
      repairs: [.init("set \(attribute) to \(channels)", safety: .safe, set: attribute, to: .int(channels))])
  }

  /// A number of channels with symbols, where parameters need a number.
  static func symbolicChannels(_ shape: Shape, for name: String) -> Violation {
    Violation(
      .symbolicChannels, "the number of channels must be a number, since '\(name)' has parameters for each: \(shape)",
      remarks: [.init(.input(0), "produces \(shape)")])
  }
}

extension DiagnosticCode {
  package static let featureCount = DiagnosticCode(
    "E0316", "feature-count",
    explanation: """
      What a layer can infer from its input need not be written; where it is written, it must be right. The number of
      channels is the size of axis 1.
      """,
    bad: """
      cnnc: 1
      model: feature_count
      input: [N, 16, 8, 8]
      layers:
        - batch_norm: {num_features: 32}
      """,
    good: """
      cnnc: 1
      model: inferred_feature_count
      input: [N, 16, 8, 8]
      layers:
        - batch_norm
      """)

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
