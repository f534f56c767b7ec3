import Analysis
import Diagnostics
import Elaborator
import Graph
import Tensors

/// How the size of one axis came to be, from the input on.
struct WhyChain: Hashable, Sendable {
  /// A layer that made the size, or the input that it began as.
  struct Step: Hashable, Sendable {
    var name: String
    /// nil for an input of the model.
    var operatorName: String?
    /// Where the layer is written.
    var span: Span?
    var size: String
    var formula: String?
    /// The layers behind it that keep the size, in order.
    var keptBy: [String] = []
    /// What the parts of the size, or its sides, came from.
    var branches: [Branch] = []
  }

  /// A part of a size, or a side of a join.
  struct Branch: Hashable, Sendable {
    var names: [String]
    var size: String
    var steps: [Step]

    /// Whether there is nothing to tell but the layer that the side is.
    var isNameAlone: Bool {
      steps.count == 1 && steps[0].operatorName == nil && steps[0].keptBy.isEmpty && names == [steps[0].name]
    }
  }

  var steps: [Step]
}

/// Follows the ways of axes back and writes them as steps.
struct WhyTracer {
  private let graph: Graph
  private let tree: OriginTree
  private let names: [String]
  /// Where each input is declared.
  private let inputs: [ValueID: Span]
  private var shown: Set<OriginTree.Key> = []

  /// Sides inside of sides beyond this are not told.
  private static let nestingLimit = 4

  init(_ model: Model, _ graph: Graph) {
    self.graph = graph
    tree = OriginTree(graph)
    names = graph.valueNames
    inputs = Dictionary(
      model.elaboration.sections.inputs.map { ($0.value, $0.span) }, uniquingKeysWith: { first, _ in first })
  }

  mutating func chain(of value: ValueID, axis: Int) -> WhyChain {
    shown = []
    return WhyChain(steps: steps(to: OriginTree.Key(value, axis: axis), after: nil, nesting: 0))
  }

  func size(_ key: OriginTree.Key) -> String {
    guard let shape = graph[key.value].type.shape, key.axis < shape.rank else { return "?" }
    return shape[key.axis].description
  }

  /// The steps behind one axis up to another, or from the beginning.
  private mutating func steps(to key: OriginTree.Key, after stop: OriginTree.Key?, nesting: Int) -> [WhyChain.Step] {
    var steps: [WhyChain.Step] = []
    var kept: [String] = []
    var current = key
    while current != stop, let link = tree[current] {
      if case .kept = link.kind, let previous = link.previous, previous.axis == current.axis {
        kept.append(names[current.value.index])
        current = previous
        continue
      }
      var step = step(current, link, nesting: nesting)
      step.keptBy = kept.reversed()
      kept = []
      steps.append(step)
      guard let previous = link.previous else { return steps.reversed() }
      current = previous
    }
    if !kept.isEmpty || steps.isEmpty {
      steps.append(
        WhyChain.Step(name: names[current.value.index], span: nil, size: size(current), keptBy: kept.reversed()))
    }
    return steps.reversed()
  }

  private mutating func step(_ key: OriginTree.Key, _ link: OriginTree.Link, nesting: Int) -> WhyChain.Step {
    let node = graph[key.value].producer.map { graph[$0] }
    var step = WhyChain.Step(
      name: names[key.value.index], operatorName: node?.operation.name, span: node?.origin.span ?? inputs[key.value],
      size: size(key))
    let isNew = shown.insert(key).inserted
    switch link.kind {
    case .input: break
    case .kept: step.formula = link.previous.map { "axis \($0.axis) of its input" }
    case .step(let formula): step.formula = formula
    case .unknown: step.formula = "not known"
    case .combined(let formula, let parts):
      step.formula = formula
      if isNew { step.branches = branches(parts.filter { $0 != link.previous }, after: nil, nesting) }
    case .sides(let sides):
      step.formula = sides.map(size).joined(separator: Set(sides.map(size)).count == 1 ? " = " : " != ")
      if isNew { step.branches = branches(sides, after: link.previous, nesting) }
    }
    return step
  }

  /// Parts or sides, those with the same way together.
  private mutating func branches(
    _ keys: [OriginTree.Key], after stop: OriginTree.Key?, _ nesting: Int
  ) -> [WhyChain.Branch] {
    guard nesting < Self.nestingLimit else { return [] }
    var branches: [WhyChain.Branch] = []
    let isOneInput = Set(keys.map(\.value)).count == 1
    for key in keys {
      let name = isOneInput ? WhyAxis.name(key.axis, of: graph[key.value].type.shape) : names[key.value.index]
      let before = shown
      let steps = steps(to: key, after: stop, nesting: nesting + 1)
      if let same = branches.firstIndex(where: { $0.size == size(key) && $0.steps == steps }) {
        branches[same].names.append(name)
      } else if before.contains(tree[key]?.source ?? key), steps.count > 1 {
        branches.append(WhyChain.Branch(names: [name], size: size(key), steps: []))
      } else {
        branches.append(WhyChain.Branch(names: [name], size: size(key), steps: steps))
      }
    }
    return branches
  }
}
