package import Graph
import Tensors

/// Two networks layer by layer and weight by weight.
package struct ModelDifference: Sendable {
  /// A layer of both, or of one of them.
  package struct LayerPair: Sendable {
    /// nil for an added layer.
    package var old: ModelSummary.Layer?
    /// nil for a removed layer.
    package var new: ModelSummary.Layer?
    /// The attributes that differ, as `name: old -> new`.
    package var attributes: [String] = []

    /// Whether anything about the layer differs; another path is a difference where weights go by it.
    package var isChanged: Bool {
      guard let old, let new else { return true }
      return old.path != new.path && old.cost.weightBytes > 0 || old.operatorName != new.operatorName
        || old.outputShapes != new.outputShapes
        || old.cost.parameters != new.cost.parameters || old.cost.multiplyAccumulates != new.cost.multiplyAccumulates
        || !attributes.isEmpty
    }
  }

  package let old: ModelSummary
  package let new: ModelSummary
  /// All layers, in the order of the second network; removed ones stand behind the layer that they followed.
  package private(set) var layers: [LayerPair] = []
  package let weights: WeightMatching

  package init(_ old: Graph, _ new: Graph) {
    self.old = ModelSummary(old)
    self.new = ModelSummary(new)
    weights = WeightMatching(old, new)
    pair(old, new, LayerMatching(old, new).partners)
  }

  private mutating func pair(_ old: Graph, _ new: Graph, _ partners: [Int: Int]) {
    let origins = Dictionary(partners.map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    /// Removed layers by the layer before them; -1 for those at the beginning.
    var removed: [Int: [Int]] = [:]
    var last = -1
    for index in old.nodes.indices {
      if let partner = partners[index] { last = partner } else { removed[last, default: []].append(index) }
    }
    func addRemoved(behind place: Int) {
      for index in removed[place] ?? [] { layers.append(LayerPair(old: self.old.layers[index], new: nil)) }
    }
    addRemoved(behind: -1)
    for index in new.nodes.indices {
      let origin = origins[index]
      layers.append(
        LayerPair(
          old: origin.map { self.old.layers[$0] }, new: self.new.layers[index],
          attributes: origin.map { Self.attributes(old.nodes[$0], new.nodes[index]) } ?? []))
      addRemoved(behind: index)
    }
  }

  private static func attributes(_ old: Node, _ new: Node) -> [String] {
    guard old.operation.name == new.operation.name else { return [] }
    return zip(old.operation.attributeLiterals, new.operation.attributeLiterals)
      .filter { $0.literal != $1.literal }.map { "\($0.name): \($0.literal) -> \($1.literal)" }
  }

  package var hasDifferences: Bool {
    func edges(_ summary: ModelSummary) -> [String] {
      (summary.inputs + summary.outputs).map { "\($0.name) \($0.shape?.description ?? "?")" }
    }
    return layers.contains(where: \.isChanged) || !weights.isSame || edges(old) != edges(new)
  }
}
