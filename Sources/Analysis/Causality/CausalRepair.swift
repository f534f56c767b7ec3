import Diagnostics
import Elaborator
import Graph
import Tensors

extension Causality {
  /// The edits that make the padding of offenders `causal` where the file writes it.
  ///
  /// nil unless no layer changes its size by that, and the value then reads nothing ahead.
  static func repair(
    _ offenders: [Offender], before value: ValueID, in graph: Graph, layers: [ElaboratedLayer], axis: Int
  ) -> [Edit]? {
    let edited = Set(offenders.compactMap { graph[$0.node].origin.attributes["padding"] })
      .intersection(literalPaddings(layers))
    var operations: [NodeID: any Operator] = [:]
    for id in graph.nodeIDs {
      guard let span = graph[id].origin.attributes["padding"], edited.contains(span) else { continue }
      guard let operation = graph[id].operation.withCausalPadding, keepsTypes(operation, graph[id], graph) else {
        return nil
      }
      operations[id] = operation
    }
    let repaired = Causality(graph, axis: axis) { operations[$0] ?? graph[$0].operation }
    guard repaired.steps(of: value) == 0 else { return nil }
    return edited.sorted().map { Edit($0, "causal") }
  }

  private static func keepsTypes(_ operation: any Operator, _ node: Node, _ graph: Graph) -> Bool {
    var violations: [Violation] = []
    let types = operation.outputTypes(for: node.inputs.map { graph[$0].type }, reporting: &violations)
    return types == node.outputs.map { graph[$0].type } && !violations.contains { $0.code.severity == .error }
  }

  /// The places of paddings that stand in the file as they are.
  private static func literalPaddings(_ layers: [ElaboratedLayer]) -> Set<Span> {
    var spans: Set<Span> = []
    var open = layers
    while let layer = open.popLast() {
      switch layer.kind {
      case .operation(_, let attributes, _):
        for attribute in attributes where attribute.name == "padding" && attribute.value.isLiteralThroughout {
          spans.insert(attribute.value.span)
        }
      case .sequential(let layers): open += layers
      case .residual(let body, let shortcut, _): open += body + (shortcut ?? [])
      case .parallel(let branches, _, _): open += branches.flatMap(\.layers)
      }
    }
    return spans
  }
}

extension Operator {
  /// The operator with all padding at the beginning; nil when it cannot have that.
  var withCausalPadding: (any Operator)? {
    var operation = self
    let causal = AttributeValue(.string("causal"), at: Span(SourceID(index: 0), 0..<0))
    return (try? operation.set("padding", to: causal)) == nil ? nil : operation
  }
}
