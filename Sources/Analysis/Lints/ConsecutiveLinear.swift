package import Diagnostics
import Graph
import Operators

/// Two affine layers with nothing between them that is not linear: together they can do no more than one.
///
/// Layers that are made so on purpose stay silent: grouped and depthwise convolutions, a narrow layer between wide ones
/// (low rank), the one behind a depthwise convolution (the linear bottleneck of MobileNetV2), kernels along different axes
/// (1x7 and 7x1), and a frozen layer before a trained one.
package enum ConsecutiveLinear: Lint {
  package static let code = DiagnosticCode.consecutiveLinear

  package static func check(_ network: LintedNetwork, reporting report: inout LintReport) {
    for (index, node) in network.graph.nodes.enumerated() {
      guard let form = network.affine[index], form.groups == 1,
        let next = network.reader(of: node, behind: isLinear), let other = network.affine[next.index],
        other.groups == 1
      else { continue }
      let reader = network.graph[next]
      guard (node.operation is Linear) == (reader.operation is Linear), !isDeliberate(form, other),
        isTrainable(node, in: network) == isTrainable(reader, in: network),
        let channels = network.inputChannels(of: node),
        form.outputChannels >= min(channels, other.outputChannels), !isBottleneck(node, in: network)
      else { continue }
      report.add(.consecutiveLinear(node, reader), about: reader)
    }
  }

  /// Whether an operator between the two leaves them linear.
  private static func isLinear(_ operation: any Operator) -> Bool {
    operation is BatchNorm || operation is Identity || operation is any RandomDrop || operation is Scale
      || operation is Bias
  }

  /// Whether kernels share the work between axes, or one of the layers enlarges.
  private static func isDeliberate(_ form: AffineForm, _ other: AffineForm) -> Bool {
    form.isTransposed || other.isTransposed
      || form.kernelSize != other.kernelSize && form.kernelSize.contains { $0 > 1 }
        && other.kernelSize.contains { $0 > 1 }
  }

  /// Whether a layer mixes the channels of a depthwise or grouped convolution shortly before it.
  private static func isBottleneck(_ node: Node, in network: LintedNetwork) -> Bool {
    var value = node.inputs[0]
    for _ in 0..<6 {
      guard let producer = network.graph[value].producer else { return false }
      if let form = network.affine[producer.index] { return form.groups > 1 }
      // Of a feature map and its gate, the map has the shape of the product.
      let before = network.graph[producer]
      guard let same = before.inputs.first(where: { network.graph[$0].type == network.graph[value].type }) else {
        return false
      }
      value = same
    }
    return false
  }

  private static func isTrainable(_ node: Node, in network: LintedNetwork) -> Bool {
    node.parameters.contains { network.graph[$0].isTrainable }
  }
}

extension DiagnosticCode {
  static let consecutiveLinear = DiagnosticCode(
    "W0928", "consecutive-linear", severity: .warning,
    explanation: """
      A linear function of a linear function is linear: without an activation between them two linear layers, or two
      convolutions, can do no more than one, and cost twice. Normalisations, dropout and scales do not change that.
      Most often an activation was forgotten.

      Grouped and depthwise convolutions and what mixes their channels, layers of a rank lower than what is around them,
      and kernels along different axes are usual without an activation and are not reported.
      """,
    bad: """
      cnnc: 1
      model: forgotten_activation
      input: [N, 16]
      layers:
        - linear: 32
        - linear: 10
      """,
    good: """
      cnnc: 1
      model: with_activation
      input: [N, 16]
      layers:
        - linear: 32
        - relu
        - linear: 10
      """)
}

extension Diagnostic {
  fileprivate static func consecutiveLinear(_ node: Node, _ reader: Node) -> Diagnostic {
    Diagnostic(
      .consecutiveLinear,
      "an activation must stand between two layers that are linear: without one '\(reader.operation.name)' adds nothing "
        + "to what '\(node.path)' can do",
      at: Label(reader.origin.span),
      labels: node.origin.span == reader.origin.span ? [] : [Label(node.origin.span, "linear too")],
      help: ["put an activation such as relu before it, or leave one of the two out"])
  }
}
