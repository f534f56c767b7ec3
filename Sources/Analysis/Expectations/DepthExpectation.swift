import Diagnostics
import Graph

extension ExpectationCheck {
  /// Checks the most layers with multiply-accumulates on one way through a subject, which is what names such as
  /// ResNet-18 count, and blames that way.
  mutating func checkDepth(_ value: AttributeValue, _ subject: Subject) {
    let way = longestWay(through: subject)
    checkCount(.depth, value, layer: subject.layer, actual: way.count, contributors: labels(of: way))
  }

  /// The layers with multiply-accumulates on the way that has most of them, in order.
  private func longestWay(through subject: Subject) -> [NodeID] {
    var depths = Array(repeating: 0, count: graph.values.count)
    var isInside = Array(repeating: false, count: graph.nodes.count)
    for id in subject.nodes {
      isInside[id.index] = true
      let before = graph[id].inputs.map { depths[$0.index] }.max() ?? 0
      for output in graph[id].outputs {
        depths[output.index] = before + (graph[id].operation is any CostedOperator ? 1 : 0)
      }
    }
    func deepest(_ values: [ValueID]) -> ValueID? {
      values.max { (depths[$0.index], $1.index) < (depths[$1.index], $0.index) }
    }
    var way: [NodeID] = []
    var value = deepest(subject.outputs)
    while let next = value, let producer = graph[next].producer, isInside[producer.index] {
      if graph[producer].operation is any CostedOperator { way.append(producer) }
      value = deepest(graph[producer].inputs)
    }
    return way.reversed()
  }

  /// Labels for the first and the last layer, and for the place with most of them.
  private func labels(of way: [NodeID]) -> [Label] {
    guard let first = way.first, let last = way.last else { return [] }
    var labels = [Label(graph[first].origin.span, "the first of \(way.count)")]
    let end = Label(graph[last].origin.span, "the last")
    if end.span != labels[0].span { labels.append(end) }
    let counts = Dictionary(grouping: way) { graph[$0].origin.span }
    guard let most = counts.max(by: { ($0.value.count, $1.key) < ($1.value.count, $0.key) }), most.value.count > 1
    else {
      return labels
    }
    if let index = labels.firstIndex(where: { $0.span == most.key }) {
      labels[index].message += "; \(most.value.count) are from here"
    } else {
      labels.append(Label(most.key, "\(most.value.count) of them are from here"))
    }
    return labels
  }
}
