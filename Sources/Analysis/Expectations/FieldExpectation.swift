import Diagnostics
import Graph

extension ExpectationCheck {
  mutating func checkReceptiveField(_ value: AttributeValue, _ subject: Subject) {
    guard let output = subject.outputs.first, let actual = fields[output] else { return }
    let items: [AttributeValue]
    if case .list(let axes) = value.content {
      items = axes
    } else {
      items = Array(repeating: value, count: actual.count)
    }
    guard let promised = Self.complete(items.map { ExpectedNumber($0) }), promised.count == actual.count else {
      let rule = "must be a number or comparison, or a list with one for each of the \(actual.count) spatial axes"
      return report(.invalidExpectation("receptive_field", rule, value, layer: subject.layer))
    }
    guard let axis = actual.indices.first(where: { !promised[$0].holds(for: actual[$0]) }) else { return }
    let text = actual.map { "\($0)" }.joined(separator: ", ")
    report(
      .countExpectation(
        Expectation.receptiveField.rawValue, value,
        promised: Set(promised).count == 1 ? promised[0].phrase : value.flowText, actual: "[\(text)]",
        replacement: promised.allSatisfy { $0.relation == .equal } ? "[\(text)]" : nil,
        contributors: growth(of: output, axis: axis, isTooSmall: promised[axis].exceeds(actual[axis])),
        layer: subject.layer))
  }

  /// Labels for the layers that add most to what a value sees, and for the last that adds where it sees too little.
  mutating func growth(of value: ValueID, axis: Int, isTooSmall: Bool) -> [Label] {
    var isOnTheWay = Array(repeating: false, count: graph.nodes.count)
    if let producer = graph[value].producer { isOnTheWay[producer.index] = true }
    var added: [(node: NodeID, count: Int)] = []
    for id in graph.nodeIDs.reversed() where isOnTheWay[id.index] {
      for input in graph[id].inputs { if let producer = graph[input].producer { isOnTheWay[producer.index] = true } }
      guard let after = graph[id].outputs.first.flatMap({ fields[$0]?[axis] }) else { continue }
      let before = Self.complete(graph[id].readInputs.map { fields[$0]?[axis] })?.max() ?? after
      if after > before { added.append((id, after - before)) }
    }
    var labels = contributors(added) { "adds \($0)" }
    guard isTooSmall, let last = added.first.map({ graph[$0.node].origin.span }) else { return labels }
    if let index = labels.firstIndex(where: { $0.span == last }) {
      labels[index].message += ", the last that adds"
    } else {
      labels.append(Label(last, "the last that adds"))
    }
    return labels
  }
}
