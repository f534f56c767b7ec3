/// The text of a stack of layers, measured.
struct StackBox {
  struct Row {
    var role: Diagram.Node.Role
    var path: String
    var title: String
    var family: OperatorFamily?
    var detail: String
    var name: String
    var shape: String
  }

  static let rowHeight = 21.0
  static let titleSize = 12.0
  static let textSize = 11.0
  static let padding = 12.0
  static let gap = 7.0

  let rows: [Row]
  let width: Double
  var height: Double { Double(rows.count) * Self.rowHeight }

  init(_ stack: Stack, in diagram: Diagram) {
    var previous: String?
    rows = stack.nodes.map { index in
      let node = diagram.nodes[index]
      let shape = node.shapes.count > 3 ? "\(node.shapes.count) outputs" : node.shapes.joined(separator: " ")
      defer { previous = shape }
      return Self.row(node, shape: shape == previous ? "" : shape)
    }
    let left = rows.map(Self.leftWidth).max() ?? 0
    let right = rows.map { TextWidth.of($0.shape, size: Self.textSize) }.max() ?? 0
    width = left + right + (right > 0 ? 2 * Self.gap : 0) + 2 * Self.padding
  }

  private static func row(_ node: Diagram.Node, shape: String) -> Row {
    switch node.role {
    case .input, .output:
      return Row(role: node.role, path: node.path, title: node.name, detail: "", name: "", shape: shape)
    case .scope(let count):
      return Row(
        role: node.role, path: node.path, title: node.name, detail: "\(count) layers", name: "", shape: shape)
    case .layer:
      let isNamed = !node.name.allSatisfy { $0.isNumber || $0 == "." } && !node.name.contains("#")
      return Row(
        role: .layer, path: node.path, title: node.operatorName, family: OperatorFamily(node.operatorName),
        detail: node.detail, name: isNamed ? node.name : "", shape: shape)
    }
  }

  /// The width of everything in a row but the shape.
  private static func leftWidth(_ row: Row) -> Double {
    [row.detail, row.name].filter { !$0.isEmpty }.reduce(TextWidth.of(row.title, size: titleSize, isBold: true)) {
      $0 + gap + TextWidth.of($1, size: textSize)
    }
  }
}
