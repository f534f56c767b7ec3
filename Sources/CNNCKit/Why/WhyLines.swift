import Diagnostics

/// The lines of a chain, in columns: size, layer, operator, place and formula.
struct WhyLines {
  private struct Line {
    var nesting: Int
    /// Empty in a line of prose.
    var cells: [String] = []
    var prose = ""
  }

  private var lines: [Line] = []

  init(_ chain: WhyChain, place: (Span) -> String) { add(chain.steps, nesting: 0, place) }

  private mutating func add(_ steps: [WhyChain.Step], nesting: Int, _ place: (Span) -> String) {
    for step in steps {
      for branch in step.branches {
        lines.append(Line(nesting: nesting + 1, prose: "\(branch.names.joined(separator: ", ")) = \(branch.size)"))
        if branch.steps.isEmpty { lines.append(Line(nesting: nesting + 2, prose: "as above")) }
        if !branch.isNameAlone { add(branch.steps, nesting: nesting + 2, place) }
      }
      let isNumber = step.size.allSatisfy(\.isNumber)
      let formula = step.formula.map { formula in
        let isComplete = [": ", " = ", " != "].contains { formula.contains($0) }
        return isComplete || !isNumber ? formula : "\(formula) = \(step.size)"
      }
      lines.append(
        Line(
          nesting: nesting,
          cells: [step.size, step.name, step.operatorName ?? "", step.span.map(place) ?? "", formula ?? ""]))
      if !step.keptBy.isEmpty {
        lines.append(Line(nesting: nesting, prose: "kept by \(WhyReport.listing(step.keptBy))"))
      }
    }
  }

  func text(style: TextStyle) -> String {
    var widths = [0, 0, 0, 0]
    for line in lines where !line.cells.isEmpty {
      for column in widths.indices {
        let indentation = column == 0 ? 2 * line.nesting : 0
        widths[column] = max(widths[column], indentation + TerminalText.width(of: line.cells[column]))
      }
    }
    var text = ""
    for line in lines {
      let indentation = String(repeating: " ", count: 2 + 2 * line.nesting)
      if line.cells.isEmpty {
        text += style.paint(indentation + line.prose, as: .faint) + "\n"
        continue
      }
      var row = indentation
      for (column, width) in widths.enumerated() {
        row += TerminalText.padded(
          line.cells[column], to: width - (column == 0 ? 2 * line.nesting : 0), alignedRight: false)
        row += "  "
      }
      row += line.cells[4]
      while row.last == " " { row.removeLast() }
      text += row + "\n"
    }
    return text
  }
}
