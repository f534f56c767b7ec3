package import Diagnostics
package import Elaborator
import Graph
package import Operators
import Tensors

/// Checks what a file and its layers promise in `expect` against the network they came to.
///
/// `symbols` are the sizes that the run gives to symbols, which promised shapes get too. `plannedBytes` is the peak of
/// memory for one sample; nil when no plan can be made, and nothing is said about it. The network must have no errors.
package func checkExpectations(
  of elaboration: Elaboration, symbols: [String: Int] = [:], plannedBytes: (ExecutionMode) -> Int?
) -> [Diagnostic] {
  guard let graph = elaboration.graph else { return [] }
  var check = ExpectationCheck(graph: graph, symbols: symbols)
  check.checkModel(elaboration.sections.expect, plannedBytes: plannedBytes)
  for promise in elaboration.layerExpectations { check.checkLayer(promise) }
  return check.diagnostics
}

/// Collects the findings of one network's promises.
struct ExpectationCheck {
  let graph: Graph
  let symbols: [String: Int]
  private let costs: [Cost]
  private lazy var fields = ReceptiveField(graph)
  private let names: [String]
  private(set) var diagnostics: [Diagnostic] = []

  init(graph: Graph, symbols: [String: Int]) {
    self.graph = graph
    self.symbols = symbols
    let sample = graph.singleSample
    costs = graph.nodes.map { Cost($0, in: graph, binding: sample) }
    names = graph.valueNames
  }

  /// Adds a finding; a promise of a block is broken once, however often the block is used.
  mutating func report(_ finding: Diagnostic) {
    let isKnown = diagnostics.contains { $0.code == finding.code && $0.primary.span == finding.primary.span }
    if !isKnown { diagnostics.append(finding) }
  }

  /// What a promise is about: the model, or one layer with the nodes in it.
  private struct Subject {
    var layer: String?
    var nodes: [NodeID]
    var outputs: [ValueID]
  }

  mutating func checkModel(_ entries: [AttributeValue.Entry], plannedBytes: (ExecutionMode) -> Int?) {
    let subject = Subject(layer: nil, nodes: graph.nodeIDs, outputs: graph.outputs.map(\.value))
    for entry in entries {
      switch Expectation(rawValue: entry.key) {
      case .outputs: checkShapes(entry, of: graph.outputs, kind: "an output")
      case .shapes: checkShapes(entry, of: layerPorts, kind: "a layer")
      case .activationBytes: checkPlan(entry, subject, plannedBytes(.inference))
      case .trainBytes: checkPlan(entry, subject, plannedBytes(.training))
      case .depth:
        checkCount(.depth, entry.value, subject, actual: graph.depth)
      case .tiling: checkTiling(entry.value)
      case let expectation?: check(expectation, entry, of: subject)
      case nil: report(.unknownExpectation(entry, ofLayer: nil))
      }
    }
  }

  mutating func checkLayer(_ promise: Elaboration.LayerExpectation) {
    let subject = Subject(layer: promise.path, nodes: promise.nodes, outputs: promise.outputs)
    guard case .map(let entries) = promise.written.content else {
      return checkOutput("expect", promise.written, of: subject)
    }
    for entry in entries {
      guard let expectation = Expectation(rawValue: entry.key), expectation.isForLayers else {
        report(.unknownExpectation(entry, ofLayer: promise.path))
        continue
      }
      check(expectation, entry, of: subject)
    }
  }

  private mutating func check(_ expectation: Expectation, _ entry: AttributeValue.Entry, of subject: Subject) {
    switch expectation {
    case .output: checkOutput(entry.key, entry.value, of: subject)
    case .params: checkSum(expectation, entry.value, subject) { $0.parameters }
    case .trainableParams: checkSum(expectation, entry.value, subject) { $0.trainableParameters }
    case .weightBytes: checkSum(expectation, entry.value, subject) { $0.weightBytes }
    case .macs: checkSum(expectation, entry.value, subject) { $0.multiplyAccumulates }
    case .flops: checkSum(expectation, entry.value, subject) { $0.multiplyAccumulates.map { 2 * min($0, .max / 2) } }
    case .receptiveField: checkReceptiveField(entry.value, subject)
    case .outputs, .shapes, .activationBytes, .trainBytes, .depth, .tiling:
      preconditionFailure("promises of the whole model are checked with it")
    }
  }
}

// MARK: Shapes

extension ExpectationCheck {
  /// The values of layers by their names; a scope stands for the last layer in it.
  private var layerPorts: [Port] {
    var ports = graph.nodes.flatMap { node in node.outputs.map { Port(name: names[$0.index], value: $0) } }
    var scopes: [String: ValueID] = [:]
    for node in graph.nodes {
      guard let output = node.outputs.first else { continue }
      var path = node.path[...]
      while let dot = path.lastIndex(of: ".") {
        path = path[..<dot]
        scopes[String(path)] = output
      }
    }
    for (path, value) in scopes.sorted(by: { $0.key < $1.key }) { ports.append(Port(name: path, value: value)) }
    return ports
  }

  private mutating func checkOutput(_ key: String, _ value: AttributeValue, of subject: Subject) {
    guard subject.outputs.count == 1 else {
      let rule = "is one shape, but there are \(subject.outputs.count) outputs"
      return report(.invalidExpectation(key, rule, value, layer: subject.layer))
    }
    checkShape(
      key, value, of: Port(name: names[subject.outputs[0].index], value: subject.outputs[0]), layer: subject.layer)
  }

  private mutating func checkShapes(_ entry: AttributeValue.Entry, of ports: [Port], kind: String) {
    guard case .map(let shapes) = entry.value.content else {
      let rule = "must be a map from names to shapes"
      return report(.invalidExpectation(entry.key, rule, entry.value, layer: nil))
    }
    for shape in shapes {
      guard let port = ports.first(where: { $0.name == shape.key }) else {
        report(.unknownExpectedName(shape, kind: kind, among: ports.map(\.name)))
        continue
      }
      checkShape(entry.key, shape.value, of: port, layer: nil)
    }
  }

  private mutating func checkShape(_ key: String, _ value: AttributeValue, of port: Port, layer: String?) {
    guard case .list(let items) = value.content, let promised = Self.complete(items.map(promisedDimension)) else {
      let rule = "must be a list of sizes and symbols"
      return report(.invalidExpectation(key, rule, value, layer: layer))
    }
    guard let shape = graph[port.value].type.shape, !shape.dimensions.contains(.unknown),
      shape.dimensions.map({ Self.normalized($0.description) }) != promised
    else { return }
    report(
      .shapeExpectation(
        key, value, name: port.name, actual: shape.description,
        producer: graph[port.value].producer.map { graph[$0].origin.span }, layer: layer))
  }

  /// A promised size in the form that sizes print in; nil for what cannot be one.
  private func promisedDimension(_ value: AttributeValue) -> String? {
    switch value.content {
    case .int(let size): "\(size)"
    case .string(let text): symbols[text].map { "\($0)" } ?? Self.normalized(text)
    default: nil
    }
  }

  /// A size without spaces and without parentheses around it all: `H//2` for `(H // 2)`.
  private static func normalized(_ text: String) -> String {
    let compact = text.filter { $0 != " " }
    guard compact.first == "(", compact.last == ")" else { return compact }
    var depth = 0
    for (index, character) in compact.enumerated() {
      depth += character == "(" ? 1 : character == ")" ? -1 : 0
      if depth == 0, index < compact.count - 1 { return compact }
    }
    return String(compact.dropFirst().dropLast())
  }

  private static func complete<T>(_ items: [T?]) -> [T]? {
    let present = items.compactMap { $0 }
    return present.count == items.count ? present : nil
  }
}

// MARK: Numbers

extension ExpectationCheck {
  private mutating func checkSum(
    _ key: Expectation, _ value: AttributeValue, _ subject: Subject, _ count: (Cost) -> Int?
  ) {
    let counts = subject.nodes.map { (node: $0, count: count(costs[$0.index])) }
    guard let known = Self.complete(counts.map(\.count)) else { return }
    let sum = known.reduce(0) { $0.addingReportingOverflow($1).overflow ? .max : $0 + $1 }
    checkCount(key, value, subject, actual: sum, contributors: contributors(counts.map { ($0.node, $0.count ?? 0) }))
  }

  private mutating func checkPlan(_ entry: AttributeValue.Entry, _ subject: Subject, _ bytes: Int?) {
    guard let key = Expectation(rawValue: entry.key), let bytes else { return }
    let sizes = graph.nodeIDs.map { ($0, costs[$0.index].outputBytes ?? 0) }
    checkCount(key, entry.value, subject, actual: bytes, contributors: contributors(sizes))
  }

  private mutating func checkCount(
    _ key: Expectation, _ value: AttributeValue, _ subject: Subject, actual: Int, contributors: [Label] = []
  ) {
    guard let promised = ExpectedNumber(value) else {
      return report(.invalidExpectation(key.rawValue, ExpectedNumber.rule, value, layer: subject.layer))
    }
    guard !promised.holds(for: actual) else { return }
    let text = QuantityText.grouped(actual) + (key.isInBytes ? " (\(QuantityText.bytes(actual)))" : "")
    report(
      .countExpectation(
        key.rawValue, value, promised: promised.phrase, actual: text,
        replacement: promised.relation == .equal ? "\(actual)" : nil, contributors: contributors, layer: subject.layer))
  }

  private mutating func checkReceptiveField(_ value: AttributeValue, _ subject: Subject) {
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
    guard !zip(promised, actual).allSatisfy({ $0.holds(for: $1) }) else { return }
    let text = actual.map { "\($0)" }.joined(separator: ", ")
    report(
      .countExpectation(
        Expectation.receptiveField.rawValue, value,
        promised: Set(promised).count == 1 ? promised[0].phrase : value.flowText, actual: "[\(text)]",
        replacement: promised.allSatisfy { $0.relation == .equal } ? "[\(text)]" : nil,
        contributors: [], layer: subject.layer))
  }

  /// Labels for the three places that contribute most; layers of a loop share theirs.
  private func contributors(_ counts: [(node: NodeID, count: Int)]) -> [Label] {
    var sums: [Span: (count: Int, layers: Int)] = [:]
    for (node, count) in counts where count > 0 {
      let span = graph[node].origin.span
      let sum = sums[span] ?? (0, 0)
      sums[span] = (sum.count.addingReportingOverflow(count).overflow ? .max : sum.count + count, sum.layers + 1)
    }
    let largest = sums.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.prefix(3)
    return largest.map { span, sum in
      let share = QuantityText.grouped(sum.count)
      return Label(span, sum.layers == 1 ? "\(share) here" : "\(share) in \(sum.layers) layers from here")
    }
  }
}
