package import Diagnostics
package import Elaborator
import Graph
package import Operators
import Tensors

/// Checks what a file and its layers promise in `expect` against the network they came to.
///
/// `symbols` are the sizes that the run gives to symbols, which promised shapes get too. `plannedPeak` is the peak of
/// memory for one sample; nil when no plan can be made, and nothing is said about it. The network must have no errors.
package func checkExpectations(
  of elaboration: Elaboration, symbols: [String: Int] = [:], plannedPeak: (ExecutionMode) -> PlannedPeak?
) -> [Diagnostic] {
  guard let graph = elaboration.graph, !elaboration.sections.expect.isEmpty || !elaboration.layerExpectations.isEmpty
  else { return [] }
  var check = ExpectationCheck(elaboration, graph: graph, symbols: symbols)
  check.checkModel(elaboration.sections.expect, plannedPeak: plannedPeak)
  for promise in elaboration.layerExpectations { check.checkLayer(promise) }
  return check.diagnostics
}

/// Collects the findings of one network's promises.
struct ExpectationCheck {
  let graph: Graph
  /// The layers as they stand in the file.
  let layers: [ElaboratedLayer]
  /// Where the inputs are declared.
  let inputSpans: [ValueID: Span]
  let symbols: [String: Int]
  let costs: [Cost]
  lazy var fields = ReceptiveField(graph)
  let names: [String]
  private(set) var diagnostics: [Diagnostic] = []

  init(_ elaboration: Elaboration, graph: Graph, symbols: [String: Int]) {
    self.graph = graph
    self.symbols = symbols
    layers = elaboration.layers
    inputSpans = Dictionary(elaboration.sections.inputs.map { ($0.value, $0.span) }) { first, _ in first }
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
  struct Subject {
    var layer: String?
    var nodes: [NodeID]
    var outputs: [ValueID]
  }

  mutating func checkModel(_ entries: [AttributeValue.Entry], plannedPeak: (ExecutionMode) -> PlannedPeak?) {
    let subject = Subject(layer: nil, nodes: graph.nodeIDs, outputs: graph.outputs.map(\.value))
    for entry in entries {
      switch Expectation(rawValue: entry.key) {
      case .outputs: checkShapes(entry, of: graph.outputs, kind: "an output")
      case .shapes: checkShapes(entry, of: layerPorts, kind: "a layer")
      case .activationBytes: checkPeak(.activationBytes, entry.value, plannedPeak(.inference))
      case .trainBytes: checkPeak(.trainBytes, entry.value, plannedPeak(.training))
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
    case .depth: checkDepth(entry.value, subject)
    case .causal: checkCausality(entry.value, of: subject.outputs, layer: subject.layer)
    case .outputs, .shapes, .activationBytes, .trainBytes, .tiling:
      preconditionFailure("promises of the whole model are checked with it")
    }
  }
}

extension ExpectationCheck {
  /// The items when none is nil.
  static func complete<T>(_ items: [T?]) -> [T]? {
    let present = items.compactMap { $0 }
    return present.count == items.count ? present : nil
  }
}
