package import Diagnostics
import Elaborator
import Graph
import Operators
import Tensors

/// A linear layer on a feature map, of which it multiplies the width alone.
package enum LinearOnFeatureMap: Lint {
  package static let code = DiagnosticCode.linearOnFeatureMap
  /// Layers beyond this many that keep a shape are not followed.
  private static let stepLimit = 64

  package static func check(_ network: LintedNetwork, reporting report: inout LintReport) {
    for node in network.graph.nodes {
      guard let linear = node.operation as? Linear, linear.inFeatures == nil, let shape = network.inputShape(of: node),
        shape.rank > 2, let source = featureMap(node.inputs[0], in: network)
      else { continue }
      report.add(.linearOnFeatureMap(shape, source, at: node.origin.span), about: node)
    }
  }

  /// Where the feature map comes from that a value is: a layer with windows, or an input with an image's axes; nil for
  /// other values, such as the rows of a sequence.
  private static func featureMap(_ value: ValueID, in network: LintedNetwork) -> Span? {
    var value = value
    for _ in 0..<stepLimit {
      guard let producer = network.graph[value].producer else {
        let isImage = (network.graph[value].type.shape?.rank ?? 0) > 3
        return isImage ? network.sections.inputs.first { $0.value == value }?.span : nil
      }
      let node = network.graph[producer]
      if network.affine[producer.index]?.kernelSize.isEmpty == false || node.operation is any WindowedOperator {
        return node.origin.span
      }
      guard keepsMap(node.operation), let first = node.inputs.first else { return nil }
      value = first
    }
    return nil
  }

  private static func keepsMap(_ operation: any Operator) -> Bool {
    operation is any ElementwiseActivation || operation is any RandomDrop || operation is any ChannelParameter
      || operation is BatchNorm || operation is InstanceNorm || operation is GroupNorm || operation is Identity
      || operation is Prelu || operation is Add || operation is Concat
  }
}

extension DiagnosticCode {
  static let linearOnFeatureMap = DiagnosticCode(
    "W0910", "linear-on-feature-map", severity: .warning,
    explanation: """
      `linear` multiplies along the last axis only, as in PyTorch. On a feature map that is the width. Since the number of
      input features is inferred, nothing else would notice a missing `flatten`. Write `in_features` when the last
      axis is what you mean.
      """,
    bad: """
      cnnc: 1
      model: linear_on_feature_map
      input: [N, 3, 8, 8]
      layers:
        - linear: 10
      """,
    good: """
      cnnc: 1
      model: flattened
      input: [N, 3, 8, 8]
      layers:
        - flatten
        - linear: 10
      """)
}

extension Diagnostic {
  fileprivate static func linearOnFeatureMap(_ input: Shape, _ source: Span, at span: Span) -> Diagnostic {
    Diagnostic(
      .linearOnFeatureMap, "'linear' acts on the last axis alone, not on every value of \(input)", at: Label(span),
      labels: [Label(source, "makes a feature map")],
      help: ["put '- flatten' before it to use every value, or state in_features if the last axis is meant"])
  }
}
