/// What belongs to each scope: stacks, and edges between its members and its borders.
struct ScopePlan {
  /// An end of an edge, as a scope sees it.
  enum Place: Hashable {
    case node(Int)
    case scope(Int)
    /// The borders, by the node that makes the signal.
    case entry(Int)
    case exit(Int)
  }

  struct Edge {
    var from: Place
    var to: Place
    /// The node that makes what flows.
    var signal: Int
  }

  let diagram: Diagram
  private(set) var stacks: [[Stack]]
  private(set) var edges: [[Edge]]
  /// The first node in each scope or in those inside of it.
  private(set) var firstNode: [Int]

  init(_ diagram: Diagram) {
    self.diagram = diagram
    let links = DiagramLinks(diagram)
    stacks = diagram.scopes.indices.map { Stack.stacks(of: $0, in: diagram, links) }
    edges = Array(repeating: [], count: diagram.scopes.count)
    firstNode = diagram.scopes.map { $0.nodes.first ?? .max }
    // Inner scopes stand behind outer ones.
    for index in diagram.scopes.indices.reversed() {
      if let parent = diagram.scopes[index].parent { firstNode[parent] = min(firstNode[parent], firstNode[index]) }
    }
    for edge in diagram.edges { split(edge) }
  }

  /// The scopes around a node, from the whole network inwards.
  private func path(of node: Int) -> [Int] {
    var path: [Int] = []
    var scope: Int? = diagram.nodes[node].scope
    while let current = scope {
      path.append(current)
      scope = diagram.scopes[current].parent
    }
    return path.reversed()
  }

  /// An edge as each scope on its way sees it.
  private mutating func split(_ edge: Diagram.Edge) {
    let (from, to) = (path(of: edge.from), path(of: edge.to))
    var common = 0
    while common + 1 < min(from.count, to.count), from[common + 1] == to[common + 1] { common += 1 }
    func place(_ node: Int, _ path: [Int], level: Int) -> Place {
      level + 1 < path.count ? .scope(path[level + 1]) : .node(node)
    }
    edges[from[common]].append(
      Edge(
        from: place(edge.from, from, level: common), to: place(edge.to, to, level: common), signal: edge.from))
    for level in from.indices where level > common {
      edges[from[level]].append(
        Edge(from: place(edge.from, from, level: level), to: .exit(edge.from), signal: edge.from))
    }
    for level in to.indices where level > common {
      edges[to[level]].append(
        Edge(from: .entry(edge.from), to: place(edge.to, to, level: level), signal: edge.from))
    }
  }
}
