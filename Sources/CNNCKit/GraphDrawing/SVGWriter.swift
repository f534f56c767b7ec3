import Analysis

/// Writes a diagram as an SVG that is drawn here, with colours for light and for dark ground.
struct SVGWriter {
  private let diagram: Diagram
  private var body = ""

  static func text(of diagram: Diagram) -> String {
    var writer = SVGWriter(diagram)
    let layout = ScopeLayout(0, ScopePlan(diagram))
    let margin = 20.0
    writer.draw(layout, at: LevelLayout.Point(x: margin, y: margin))
    let (width, height) = (number(layout.width + 2 * margin), number(layout.height + 2 * margin))
    return """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(height)" viewBox="0 0 \(width) \(height)" \
      role="img">
      <title>\(escaped(diagram.title))</title>
      <style>\(style)</style>
      <defs><marker id="arrow" viewBox="0 0 8 8" refX="7.2" refY="4" markerWidth="7" markerHeight="7" \
      orient="auto"><path class="head" d="M0 0.8 7.2 4 0 7.2z"/></marker></defs>
      <rect class="ground" width="100%" height="100%"/>
      \(writer.body)</svg>

      """
  }

  private init(_ diagram: Diagram) { self.diagram = diagram }

  /// Recursion is bounded: scopes nest at most as deep as the elaborator allows.
  private mutating func draw(_ layout: ScopeLayout, at origin: LevelLayout.Point) {
    if layout.index != 0 {
      let scope = diagram.scopes[layout.index]
      body += "<g><title>\(Self.escaped(scope.path))</title>"
      body += rectangle("scope", origin.x, origin.y, layout.width, layout.height, radius: 7)
      body += text(scope.name, "title", origin.x + 10, origin.y + 15) + "</g>\n"
    }
    for line in layout.lines { draw(line, from: origin) }
    for item in layout.items {
      let place = LevelLayout.Point(x: origin.x + item.origin.x, y: origin.y + item.origin.y)
      switch item.content {
      case .stack(let box): draw(box, at: place)
      case .scope(let inner): draw(inner, at: place)
      }
    }
  }

  private mutating func draw(_ line: ScopeLayout.Line, from origin: LevelLayout.Point) {
    let points = line.way.points.map { LevelLayout.Point(x: $0.x + origin.x, y: $0.y + origin.y) }
    guard let first = points.first else { return }
    var path = "M\(Self.number(first.x)) \(Self.number(first.y))"
    for (from, to) in zip(points, points.dropFirst()) where from != to {
      if abs(from.x - to.x) < 0.5 {
        path += "L\(Self.number(to.x)) \(Self.number(to.y))"
      } else {
        let middle = Self.number((from.y + to.y) / 2)
        path +=
          "C\(Self.number(from.x)) \(middle) \(Self.number(to.x)) \(middle) \(Self.number(to.x)) \(Self.number(to.y))"
      }
    }
    body += "<path class=\"line\"\(line.hasArrow ? " marker-end=\"url(#arrow)\"" : "") d=\"\(path)\"/>\n"
  }

  private mutating func draw(_ box: StackBox, at origin: LevelLayout.Point) {
    if let row = box.rows.first, row.role == .input || row.role == .output {
      body += "<g>" + rectangle("end", origin.x, origin.y, box.width, box.height, radius: box.height / 2)
      body += cells(row, box, at: origin) + "</g>\n"
      return
    }
    for (index, row) in box.rows.enumerated() {
      let place = LevelLayout.Point(x: origin.x, y: origin.y + Double(index) * StackBox.rowHeight)
      let kind = row.family?.rawValue ?? "whole"
      body += "<g><title>\(Self.escaped(row.path))</title>"
      body += rectangle("fill \(kind)", place.x, place.y, box.width, StackBox.rowHeight)
      body += rectangle("mark \(kind)", place.x, place.y, 4, StackBox.rowHeight)
      body += cells(row, box, at: place) + "</g>\n"
    }
    body += rectangle("frame", origin.x, origin.y, box.width, box.height, radius: 2) + "\n"
  }

  private func cells(_ row: StackBox.Row, _ box: StackBox, at origin: LevelLayout.Point) -> String {
    let baseline = Self.number(origin.y + 14.5)
    var cells = "<text x=\"\(Self.number(origin.x + StackBox.padding))\" y=\"\(baseline)\">"
    cells += "<tspan class=\"operator\">\(Self.escaped(row.title))</tspan>"
    for (kind, part) in [("detail", row.detail), ("name", row.name)] where !part.isEmpty {
      cells += "<tspan class=\"\(kind)\" dx=\"\(Self.number(StackBox.gap))\">\(Self.escaped(part))</tspan>"
    }
    cells += "</text>"
    guard !row.shape.isEmpty else { return cells }
    return cells + text(row.shape, "shape", origin.x + box.width - StackBox.padding, origin.y + 14.5)
  }

  private func rectangle(
    _ kind: String, _ x: Double, _ y: Double, _ width: Double, _ height: Double, radius: Double = 0
  ) -> String {
    let corner = radius == 0 ? "" : " rx=\"\(Self.number(radius))\""
    return "<rect class=\"\(kind)\" x=\"\(Self.number(x))\" y=\"\(Self.number(y))\" "
      + "width=\"\(Self.number(width))\" height=\"\(Self.number(height))\"\(corner)/>"
  }

  private func text(_ text: String, _ kind: String, _ x: Double, _ y: Double) -> String {
    "<text class=\"\(kind)\" x=\"\(Self.number(x))\" y=\"\(Self.number(y))\">\(Self.escaped(text))</text>"
  }

  /// A coordinate with one digit behind the point.
  private static func number(_ value: Double) -> String {
    let text = QuantityText.decimal(value, digits: 1)
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }

  private static var style: String {
    var light = """
      text{font:11px Helvetica,Arial,sans-serif;fill:#555}.operator{font-size:12px;font-weight:bold;fill:#222}\
      .name{fill:#777}.shape{text-anchor:end;fill:#333}.title{font-weight:bold;fill:#777}.ground{fill:#fff}\
      .scope{fill:#000;fill-opacity:.025;stroke:#c4c4c4}.frame{fill:none;stroke:#999}.end{fill:#f0f0f0;stroke:#777}\
      .line{fill:none;stroke:#888;stroke-width:1.2}.head{fill:#888}.fill.whole{fill:#f7f7f7}.mark.whole{fill:#999}
      """
    var dark = """
      text{fill:#aaa}.operator{fill:#eee}.name{fill:#999}.shape{fill:#ccc}.title{fill:#999}.ground{fill:#16181c}\
      .scope{fill:#fff;fill-opacity:.03;stroke:#484c52}.frame{stroke:#666}.end{fill:#2a2d33;stroke:#888}\
      .line{stroke:#8a8f98}.head{fill:#8a8f98}.fill.whole{fill:#24272c}
      """
    for family in OperatorFamily.allCases {
      let (day, night) = (DiagramPalette.light(family), DiagramPalette.dark(family))
      light += ".fill.\(family.rawValue){fill:\(day.fill)}.mark.\(family.rawValue){fill:\(day.stroke)}"
      dark += ".fill.\(family.rawValue){fill:\(night.fill)}.mark.\(family.rawValue){fill:\(night.stroke)}"
    }
    return light + "@media(prefers-color-scheme:dark){\(dark)}"
  }
}
