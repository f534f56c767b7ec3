import Graph
import Tensors

/// Makes the diagram of a graph, with scopes from the paths of its layers.
struct DiagramBuilder {
  private let graph: Graph
  private let detail: DiagramDetail
  private var diagram: Diagram
  private var scopesByPath: [String: Int] = [:]
  /// The box of each node of the graph.
  private var boxes: [Int: Int] = [:]
  private var collapsedBoxes: [String: Int] = [:]
  private var seen: Set<Diagram.Edge> = []

  static func diagram(of graph: Graph, _ detail: DiagramDetail = DiagramDetail()) -> Diagram {
    var builder = DiagramBuilder(graph, detail)
    builder.build()
    return builder.diagram
  }

  private init(_ graph: Graph, _ detail: DiagramDetail) {
    self.graph = graph
    self.detail = detail
    diagram = Diagram(title: graph.name, scopes: [Diagram.Scope(path: "", name: graph.name, parent: nil)])
  }

  private mutating func build() {
    var sources: [ValueID: Int] = [:]
    for port in graph.inputs {
      sources[port.value] = add(
        Diagram.Node(role: .input, path: port.name, name: port.name, shapes: [shape(port.value)], scope: 0))
    }
    let sizes = scopeSizes
    for (index, node) in graph.nodes.enumerated() {
      let box = box(of: node, sizes)
      boxes[index] = box
      for input in node.inputs {
        guard let source = sources[input] else { continue }
        connect(source, box)
      }
      for output in node.outputs { sources[output] = box }
    }
    for port in graph.outputs {
      let output = add(
        Diagram.Node(role: .output, path: port.name, name: port.name, shapes: [shape(port.value)], scope: 0))
      if let source = sources[port.value] { connect(source, output) }
    }
  }

  /// The number of layers below each scope.
  private var scopeSizes: [String: Int] {
    var sizes: [String: Int] = [:]
    for node in graph.nodes {
      for path in Self.scopePaths(of: node.path) { sizes[path, default: 0] += 1 }
    }
    return sizes
  }

  /// The scopes around a layer, the outermost first.
  static func scopePaths(of path: String) -> [String] {
    var paths: [String] = []
    for (offset, character) in zip(path.indices, path) where character == "." { paths.append(String(path[..<offset])) }
    return paths
  }

  private mutating func box(of node: Node, _ sizes: [String: Int]) -> Int {
    var scope = 0
    for (level, path) in Self.scopePaths(of: node.path).enumerated() {
      let count = sizes[path] ?? 0
      if level >= detail.depth ?? .max || detail.collapsed.contains(path) {
        if count > 1 { return collapsedBox(path, count, node, in: scope) }
        break
      }
      // A scope around a single layer says no more than the layer's path.
      if count == 1 { break }
      scope = self.scope(path, in: scope)
    }
    return add(
      Diagram.Node(
        role: .layer, path: node.path, name: name(node.path, in: scope), operatorName: node.operation.name,
        detail: WindowDetail.text(node, graph), shapes: node.outputs.map(shape), scope: scope))
  }

  private mutating func collapsedBox(_ path: String, _ count: Int, _ node: Node, in scope: Int) -> Int {
    let shapes = node.outputs.map(shape)
    if let box = collapsedBoxes[path] {
      diagram.nodes[box].shapes = shapes
      return box
    }
    let box = add(
      Diagram.Node(role: .scope(count), path: path, name: name(path, in: scope), shapes: shapes, scope: scope))
    collapsedBoxes[path] = box
    return box
  }

  private mutating func scope(_ path: String, in parent: Int) -> Int {
    if let known = scopesByPath[path] { return known }
    let index = diagram.scopes.count
    diagram.scopes.append(Diagram.Scope(path: path, name: name(path, in: parent), parent: parent))
    diagram.scopes[parent].scopes.append(index)
    scopesByPath[path] = index
    return index
  }

  private func name(_ path: String, in scope: Int) -> String {
    let outer = diagram.scopes[scope].path
    return outer.isEmpty ? path : String(path.dropFirst(outer.count + 1))
  }

  private mutating func add(_ node: Diagram.Node) -> Int {
    diagram.nodes.append(node)
    diagram.scopes[node.scope].nodes.append(diagram.nodes.count - 1)
    return diagram.nodes.count - 1
  }

  private mutating func connect(_ from: Int, _ to: Int) {
    let edge = Diagram.Edge(from: from, to: to)
    if from != to, seen.insert(edge).inserted { diagram.edges.append(edge) }
  }

  private func shape(_ value: ValueID) -> String { graph[value].type.shape?.description ?? "?" }
}

/// The window of a layer in few words.
enum WindowDetail {
  /// `3x3 /2`; empty for a layer without a window.
  static func text(_ node: Node, _ graph: Graph) -> String {
    let literals = node.operation.attributeLiterals
    guard let kernel = text(of: "kernel_size", literals) else { return "" }
    let rank = (node.inputs.first.flatMap { graph[$0].type.shape?.rank } ?? 2) - 2
    let size = kernel.contains("x") ? kernel : Array(repeating: kernel, count: max(rank, 1)).joined(separator: "x")
    let stride = text(of: "stride", literals)
    return stride == nil || stride == "1" || stride == "null" ? size : "\(size) /\(stride ?? "")"
  }

  private static func text(of name: String, _ literals: [(name: String, literal: AttributeLiteral)]) -> String? {
    switch literals.first(where: { $0.name == name })?.literal {
    case .list(let sizes): sizes.map(\.description).joined(separator: "x")
    case let literal?: literal.description
    case nil: nil
    }
  }
}
