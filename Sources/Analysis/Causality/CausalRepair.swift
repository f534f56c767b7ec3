import Diagnostics
import Elaborator
import Graph
import Tensors

extension Causality {
  /// The edits that make the padding of all offenders `causal`.
  ///
  /// nil unless each of them writes its padding in the file, none changes its size, and the value then reads nothing ahead.
  static func repair(
    _ offenders: [Offender], before value: ValueID, in graph: Graph, layers: [ElaboratedLayer], axis: Int
  ) -> [Edit]? {
    let spans = offenders.compactMap { graph[$0.node].origin.attributes["padding"] }
    guard spans.count == offenders.count, Set(spans).isSubset(of: literalPaddings(layers)) else { return nil }
    let edited = Set(spans)
    var operations: [NodeID: any Operator] = [:]
    for id in graph.nodeIDs {
      guard let span = graph[id].origin.attributes["padding"], edited.contains(span) else { continue }
      var operation = graph[id].operation
      guard (try? operation.set("padding", to: AttributeValue(.string("causal"), at: span))) != nil,
        keepsTypes(operation, graph[id], graph)
      else { return nil }
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
        for attribute in attributes where attribute.name == "padding" && attribute.value.isWhollyLiteral {
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
