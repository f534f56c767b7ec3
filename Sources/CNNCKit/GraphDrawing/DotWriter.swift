/// Writes a diagram in the language of Graphviz.
struct DotWriter {
  let diagram: Diagram

  var text: String {
    var lines = [
      "digraph \(quoted(diagram.title)) {", "  rankdir=TB;",
      "  node [shape=box, style=\"rounded,filled\", fontname=\"Helvetica\"];",
      "  edge [color=\"#808080\"];",
    ]
    lines += members(of: 0, indentation: "  ")
    for edge in diagram.edges {
      let shape = diagram.nodes[edge.from].shapes.joined(separator: " ")
      lines.append("  n\(edge.from) -> n\(edge.to) [tooltip=\(quoted(shape))];")
    }
    return (lines + ["}"]).map { $0 + "\n" }.joined()
  }

  /// Recursion is bounded: scopes nest at most as deep as the elaborator allows.
  private func members(of scope: Int, indentation: String) -> [String] {
    var lines = diagram.scopes[scope].nodes.map { indentation + node($0) }
    for inner in diagram.scopes[scope].scopes {
      lines.append("\(indentation)subgraph cluster_\(inner) {")
      lines.append("\(indentation)  label=\(quoted(diagram.scopes[inner].name)); color=\"#a0a0a0\"; style=rounded;")
      lines += members(of: inner, indentation: indentation + "  ")
      lines.append(indentation + "}")
    }
    return lines
  }

  private func node(_ index: Int) -> String {
    let node = diagram.nodes[index]
    let label = DiagramLabel.lines(of: node).map(escaped).joined(separator: "\\n")
    let color = DiagramPalette.light(node).fill
    return "n\(index) [label=\"\(label)\", fillcolor=\"\(color)\", tooltip=\(quoted(node.path))];"
  }

  private func quoted(_ text: String) -> String { "\"" + escaped(text) + "\"" }

  private func escaped(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: " ")
  }
}

/// The lines in the box of a node, for drawings that lay out text themselves.
enum DiagramLabel {
  static func lines(of node: Diagram.Node) -> [String] {
    let shapes = node.shapes.joined(separator: " ")
    switch node.role {
    case .input, .output: return [node.name, shapes]
    case .scope(let count): return [node.name, "\(count) layers", shapes]
    case .layer:
      let operation = [node.operatorName, node.detail].filter { !$0.isEmpty }.joined(separator: " ")
      return [node.name, operation, shapes]
    }
  }
}
