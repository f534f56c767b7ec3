/// Layers of one scope that follow each other without a branch, drawn as the rows of one box.
struct Stack {
  var nodes: [Int]

  /// The stacks of a scope's own nodes, in their order.
  static func stacks(of scope: Int, in diagram: Diagram, _ links: DiagramLinks) -> [Stack] {
    var stacks: [Stack] = []
    var places: [Int: Int] = [:]
    for node in diagram.scopes[scope].nodes {
      if let before = links.onlySource(of: node), let place = places[before], stacks[place].nodes.last == before,
        links.onlyTarget(of: before) == node, diagram.nodes[before].role.isStackable,
        diagram.nodes[node].role.isStackable
      {
        stacks[place].nodes.append(node)
        places[node] = place
      } else {
        places[node] = stacks.count
        stacks.append(Stack(nodes: [node]))
      }
    }
    return stacks
  }
}

extension Diagram.Node.Role {
  /// Inputs and outputs stand alone.
  fileprivate var isStackable: Bool {
    switch self {
    case .input, .output: false
    case .layer, .scope: true
    }
  }
}

/// The neighbours of each node.
struct DiagramLinks {
  private(set) var sources: [[Int]]
  private(set) var targets: [[Int]]

  init(_ diagram: Diagram) {
    sources = Array(repeating: [], count: diagram.nodes.count)
    targets = sources
    for edge in diagram.edges {
      sources[edge.to].append(edge.from)
      targets[edge.from].append(edge.to)
    }
  }

  func onlySource(of node: Int) -> Int? { sources[node].count == 1 ? sources[node][0] : nil }
  func onlyTarget(of node: Int) -> Int? { targets[node].count == 1 ? targets[node][0] : nil }
}
