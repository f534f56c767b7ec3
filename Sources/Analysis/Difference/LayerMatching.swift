import Diagnostics
import Graph

/// Pairs the layers of two graphs.
///
/// Equal paths are one layer where the operator is the same, and, for layers that are called by their positions, the
/// attributes too. Of the others, those that follow each other in both graphs with the same operator and attributes are
/// one, then those of equal path.
struct LayerMatching {
  /// What tells layers apart beside their paths.
  private struct Signature: Hashable {
    var operatorName: String
    var attributes: [String]

    init(_ node: Node) {
      operatorName = node.operation.name
      attributes = node.operation.changedAttributes.map { "\($0.name): \($0.literal)" }
    }
  }

  /// For each layer of the first graph the index of its partner.
  private(set) var partners: [Int: Int] = [:]

  init(_ old: Graph, _ new: Graph) {
    let oldSignatures = old.nodes.map(Signature.init)
    let newSignatures = new.nodes.map(Signature.init)
    let places = Dictionary(new.nodes.enumerated().map { ($1.path, $0) }, uniquingKeysWith: { first, _ in first })
    var taken: Set<Int> = []
    func pair(_ oldIndex: Int, _ newIndex: Int) {
      partners[oldIndex] = newIndex
      taken.insert(newIndex)
    }
    for (index, node) in old.nodes.enumerated() {
      guard let place = places[node.path], new.nodes[place].operation.name == node.operation.name else { continue }
      if !Self.isPosition(node.path) || oldSignatures[index] == newSignatures[place] { pair(index, place) }
    }
    let oldRest = old.nodes.indices.filter { partners[$0] == nil }
    let newRest = new.nodes.indices.filter { !taken.contains($0) }
    let steps = LineDifference.steps(from: oldRest.map { oldSignatures[$0] }, to: newRest.map { newSignatures[$0] })
    for step in steps {
      if let oldIndex = step.oldIndex, let newIndex = step.newIndex { pair(oldRest[oldIndex], newRest[newIndex]) }
    }
    for index in oldRest where partners[index] == nil {
      if let place = places[old.nodes[index].path], !taken.contains(place) { pair(index, place) }
    }
  }

  private static func isPosition(_ path: String) -> Bool {
    path.split(separator: ".").last.map { $0.allSatisfy(\.isNumber) || $0.contains("#") } ?? true
  }
}
