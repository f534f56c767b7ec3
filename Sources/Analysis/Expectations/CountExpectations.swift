import Diagnostics
import Graph

extension ExpectationCheck {
  mutating func checkSum(
    _ key: Expectation, _ value: AttributeValue, _ subject: Subject, _ count: (Cost) -> Int?
  ) {
    let counts = subject.nodes.map { (node: $0, count: count(costs[$0.index])) }
    guard let known = Self.complete(counts.map(\.count)) else { return }
    let sum = known.reduce(0) { $0.addingReportingOverflow($1).overflow ? .max : $0 + $1 }
    checkCount(
      key, value, layer: subject.layer, actual: sum, contributors: contributors(counts.map { ($0.node, $0.count ?? 0) })
    )
  }

  /// Checks a peak of memory, and blames the layers whose buffers are alive then.
  mutating func checkPeak(_ key: Expectation, _ value: AttributeValue, _ peak: PlannedPeak?) {
    guard let peak else { return }
    let nodes = Dictionary(graph.nodeIDs.map { (graph[$0].path, $0) }) { first, _ in first }
    var sums: [NodeID: Int] = [:]
    for buffer in peak.buffers { if let node = nodes[buffer.path] { sums[node, default: 0] += buffer.byteCount } }
    let alive = sums.map { (node: $0.key, count: $0.value) }
    checkCount(
      key, value, layer: nil, actual: peak.byteCount, contributors: contributors(alive) { "\($0) alive at the peak" })
  }

  mutating func checkCount(
    _ key: Expectation, _ value: AttributeValue, layer: String?, actual: Int, contributors: [Label]
  ) {
    guard let promised = ExpectedNumber(value) else {
      return report(.invalidExpectation(key.rawValue, ExpectedNumber.rule, value, layer: layer))
    }
    guard !promised.holds(for: actual) else { return }
    let text = QuantityText.grouped(actual) + (key.isInBytes ? " (\(QuantityText.bytes(actual)))" : "")
    report(
      .countExpectation(
        key.rawValue, value, promised: promised.phrase, actual: text,
        replacement: promised.relation == .equal ? "\(actual)" : nil, contributors: contributors, layer: layer))
  }

  /// Labels for the three places that contribute most; layers of a loop share theirs.
  func contributors(_ counts: [(node: NodeID, count: Int)], phrase: (String) -> String = { $0 }) -> [Label] {
    var sums: [Span: (count: Int, layers: Int)] = [:]
    for (node, count) in counts where count > 0 {
      let span = graph[node].origin.span
      let sum = sums[span] ?? (0, 0)
      sums[span] = (sum.count.addingReportingOverflow(count).overflow ? .max : sum.count + count, sum.layers + 1)
    }
    let largest = sums.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.prefix(3)
    return largest.map { span, sum in
      let share = phrase(QuantityText.grouped(sum.count))
      return Label(span, sum.layers == 1 ? "\(share) here" : "\(share) in \(sum.layers) layers from here")
    }
  }
}

/// The most memory that a plan needs at one time, and what it is for.
package struct PlannedPeak: Hashable, Sendable {
  /// A buffer that is alive then, with the layer that fills it.
  package struct Buffer: Hashable, Sendable {
    package var path: String
    package var byteCount: Int

    package init(path: String, byteCount: Int) {
      self.path = path
      self.byteCount = byteCount
    }
  }

  package var byteCount: Int
  package var buffers: [Buffer]

  package init(byteCount: Int, buffers: [Buffer]) {
    self.byteCount = byteCount
    self.buffers = buffers
  }
}
