/// Writes a diagram as a flowchart of Mermaid, which GitHub and GitLab draw in Markdown.
struct MermaidWriter {
  let diagram: Diagram

  var text: String {
    var lines = ["flowchart TB"]
    lines += members(of: 0, indentation: "  ")
    lines += diagram.edges.map { "  n\($0.from) --> n\($0.to)" }
    for family in OperatorFamily.allCases {
      let nodes = diagram.nodes.indices.filter {
        diagram.nodes[$0].role == .layer && OperatorFamily(diagram.nodes[$0].operatorName) == family
      }
      guard !nodes.isEmpty else { continue }
      let colors = DiagramPalette.light(family)
      lines.append("  classDef \(family.rawValue) fill:\(colors.fill),stroke:\(colors.stroke),color:#202020")
      lines.append("  class \(nodes.map { "n\($0)" }.joined(separator: ",")) \(family.rawValue)")
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// Recursion is bounded: scopes nest at most as deep as the elaborator allows.
  private func members(of scope: Int, indentation: String) -> [String] {
    var lines = diagram.scopes[scope].nodes.map { indentation + node($0) }
    for inner in diagram.scopes[scope].scopes {
      lines.append("\(indentation)subgraph s\(inner)[\"\(escaped(diagram.scopes[inner].name))\"]")
      lines += members(of: inner, indentation: indentation + "  ")
      lines.append(indentation + "end")
    }
    return lines
  }

  private func node(_ index: Int) -> String {
    let node = diagram.nodes[index]
    let label = DiagramLabel.lines(of: node).map(escaped).joined(separator: "<br/>")
    switch node.role {
    case .input, .output: return "n\(index)([\"\(label)\"])"
    case .scope: return "n\(index)[[\"\(label)\"]]"
    case .layer: return "n\(index)[\"\(label)\"]"
    }
  }

  /// Mermaid's entities are numbers between `#` and `;`.
  private func escaped(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      switch scalar {
      case "\"", "<", ">", "&", "#", "`", "\n": "#\(scalar.value);"
      default: String(scalar)
      }
    }.joined()
  }
}
