/// What `expect` can promise, by its key in the file.
package enum Expectation: String, Sendable, CaseIterable {
  case output, outputs, shapes, params
  case trainableParams = "trainable_params"
  case macs, flops
  case weightBytes = "weight_bytes"
  case activationBytes = "activation_bytes"
  case trainBytes = "train_bytes"
  case receptiveField = "receptive_field"
  case depth, tiling, causal

  /// Whether a single layer can promise it too.
  package var isForLayers: Bool {
    switch self {
    case .output, .params, .trainableParams, .macs, .flops, .weightBytes, .receptiveField, .depth, .causal: true
    case .outputs, .shapes, .activationBytes, .trainBytes, .tiling: false
    }
  }

  /// Whether it counts bytes, which are also shown in binary units.
  var isInBytes: Bool {
    switch self {
    case .weightBytes, .activationBytes, .trainBytes: true
    default: false
    }
  }
}
