/// The drawing of one scope: its stacks, the scopes in it, and the lines between them.
///
/// Scopes are laid out from the inside: for the scope around, each is one box with places at its upper and lower border
/// where lines enter and leave.
struct ScopeLayout {
  enum Content {
    case stack(StackBox)
    case scope(ScopeLayout)
  }

  struct Item {
    var content: Content
    var origin: LevelLayout.Point
  }

  struct Line {
    var way: LevelLayout.Way
    /// Whether it ends at a layer, and not at a border.
    var hasArrow: Bool
  }

  let index: Int
  private(set) var items: [Item] = []
  private(set) var lines: [Line] = []
  private(set) var width = 0.0
  private(set) var height = 0.0
  /// Where signals enter and leave, from the left.
  private var entries: [Int: Double] = [:]
  private var exits: [Int: Double] = [:]

  static let titleHeight = 20.0
  static let padding = 12.0

  private enum Member {
    case stack(StackBox)
    case scope(ScopeLayout)
    case entry(Int)
    case exit(Int)
  }

  /// Recursion is bounded: scopes nest at most as deep as the elaborator allows.
  init(_ index: Int, _ plan: ScopePlan) {
    self.index = index
    var members: [Member] = []
    var places: [ScopePlan.Place: Int] = [:]
    var firstNodes: [Int] = []
    for stack in plan.stacks[index] {
      for node in stack.nodes { places[.node(node)] = members.count }
      members.append(.stack(StackBox(stack, in: plan.diagram)))
      firstNodes.append(stack.nodes[0])
    }
    for inner in plan.diagram.scopes[index].scopes {
      places[.scope(inner)] = members.count
      members.append(.scope(ScopeLayout(inner, plan)))
      firstNodes.append(plan.firstNode[inner])
    }
    var order = members.indices.sorted { firstNodes[$0] < firstNodes[$1] }
    var level = LevelGraph()
    var known: Set<LevelGraph.Line> = []
    for edge in plan.edges[index] {
      for place in [edge.from, edge.to] where places[place] == nil {
        places[place] = members.count
        if case .entry(let signal) = place {
          order.insert(members.count, at: 0)
          members.append(.entry(signal))
        } else if case .exit(let signal) = place {
          order.append(members.count)
          members.append(.exit(signal))
        }
      }
      guard let from = places[edge.from], let to = places[edge.to], from != to else { continue }
      let line = LevelGraph.Line(from: from, to: to, signal: edge.signal)
      if known.insert(line).inserted { level.lines.append(line) }
    }
    level.boxes = members.map(Self.box)
    let layout = LevelLayout(level, order: order) { line, isUpper in
      guard case .scope(let inner) = members[isUpper ? line.from : line.to] else { return 0 }
      return ((isUpper ? inner.exits : inner.entries)[line.signal] ?? inner.width / 2) - inner.width / 2
    }
    place(members, level, layout, isRoot: index == 0, title: plan.diagram.scopes[index].name)
  }

  private static func box(_ member: Member) -> LevelGraph.Box {
    switch member {
    case .stack(let box): LevelGraph.Box(width: box.width, height: box.height)
    case .scope(let scope): LevelGraph.Box(width: scope.width, height: scope.height)
    case .entry: LevelGraph.Box(width: 8, height: 0, border: .top)
    case .exit: LevelGraph.Box(width: 8, height: 0, border: .bottom)
    }
  }

  private mutating func place(
    _ members: [Member], _ level: LevelGraph, _ layout: LevelLayout, isRoot: Bool, title: String
  ) {
    let titleWidth = isRoot ? 0 : TextWidth.of(title, size: StackBox.textSize, isBold: true)
    let side = isRoot ? 0 : Self.padding
    let widening = max(0, titleWidth - layout.width) / 2
    let hasEntry = level.boxes.contains { $0.border == .top }
    let hasExit = level.boxes.contains { $0.border == .bottom }
    let top = isRoot ? 0 : hasEntry ? Self.titleHeight - 10 : Self.titleHeight + 4
    let bottom = isRoot || hasExit ? 0 : Self.padding
    width = layout.width + 2 * (side + widening)
    height = layout.height + top + bottom
    func moved(_ point: LevelLayout.Point) -> LevelLayout.Point {
      LevelLayout.Point(x: point.x + side + widening, y: point.y + top)
    }
    for (member, origin) in zip(members, layout.origins) {
      switch member {
      case .stack(let box): items.append(Item(content: .stack(box), origin: moved(origin)))
      case .scope(let scope): items.append(Item(content: .scope(scope), origin: moved(origin)))
      case .entry(let signal): entries[signal] = moved(origin).x + 4
      case .exit(let signal): exits[signal] = moved(origin).x + 4
      }
    }
    for (line, way) in zip(level.lines, layout.ways) {
      var points = way.points.map(moved)
      if case .entry = members[line.from] { points[0].y = 0 }
      var hasArrow = false
      if case .stack = members[line.to] { hasArrow = true }
      lines.append(Line(way: LevelLayout.Way(points: points), hasArrow: hasArrow))
    }
  }
}
