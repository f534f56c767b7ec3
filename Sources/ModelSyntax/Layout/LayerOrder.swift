/// Puts the common keys of layers where the canonical layout has them: inside the map of an operator or block, beside
/// a combinator.
enum LayerOrder {
  /// Those that say which layer it is, what it reads and when; the others stand behind the attributes.
  private static let first: [CommonKey] = [.repeat, .each, .name, .from, .when, .doc]
  private static let last: [CommonKey] = [.freeze, .expect]

  static func apply(to layer: inout LayoutNode) {
    guard case .mapping(var members) = layer.kind else { return }
    let operators = members.items.indices.filter { commonKey(of: members.items[$0]) == nil }
    guard operators.count == 1, let name = members.items[operators[0]].key?.text else { return }
    if let combinator = Combinator(rawValue: name) {
      moveOut(of: &members, from: operators[0])
      if let index = members.items.firstIndex(where: { $0.key?.text == name }) {
        orderParts(of: combinator, in: &members.items[index].value)
        let entry = members.items.remove(at: index)
        members.items = ordered(members.items, around: [entry])
      }
    } else {
      moveIn(&members, to: operators[0])
      if members.items.count == 1 {
        members.isPair = members.isFlow && layer.anchor == nil
        members.items[0].value.collection?.joinsWhenShort = true
      }
      collapse(&members, of: &layer)
    }
    if case .mapping = layer.kind { layer.kind = .mapping(members) }
  }

  private static func commonKey(of item: LayoutItem) -> CommonKey? { item.key?.text.flatMap(CommonKey.init(rawValue:)) }

  /// Common keys in their order around what is not one; of a combinator all stand before it.
  private static func ordered(_ common: [LayoutItem], around others: [LayoutItem]) -> [LayoutItem] {
    let isBesideCombinator = others.count == 1 && others[0].key?.text.flatMap(Combinator.init(rawValue:)) != nil
    func entries(_ keys: [CommonKey]) -> [LayoutItem] {
      keys.flatMap { key in common.filter { commonKey(of: $0) == key } }
    }
    return isBesideCombinator
      ? entries(first) + entries(last) + others : entries(first) + others + entries(last)
  }

  /// Moves the keys beside an operator into its map, where it has one that nothing else refers to.
  private static func moveIn(_ members: inout LayoutCollection, to index: Int) {
    var entry = members.items[index]
    var beside = members.items
    beside.remove(at: index)
    var inside: LayoutCollection
    if case .mapping(let arguments) = entry.value.kind, entry.value.anchor == nil {
      inside = arguments
    } else if entry.value.isEmpty, !beside.isEmpty {
      inside = LayoutCollection(items: [], isFlow: true)
    } else {
      members.items = ordered(beside, around: [entry])
      return
    }
    let keys = Set((inside.items + beside).compactMap { $0.key?.text })
    guard keys.count == inside.items.count + beside.count else { return }
    let all = beside + inside.items
    inside.items = ordered(
      all.filter { commonKey(of: $0) != nil }, around: all.filter { commonKey(of: $0) == nil })
    for item in inside.items.indices where !beside.isEmpty { inside.items[item].startsParagraph = false }
    let first = members.items[0]
    if index > 0 {
      // What stood above the layer's first line stays there.
      if let moved = inside.items.firstIndex(where: { $0.start == first.start }) {
        entry.leading = inside.items[moved].leading + entry.leading
        inside.items[moved].leading = []
      }
      entry.followsBlankLine = first.followsBlankLine
    }
    entry.value.kind = .mapping(inside)
    members.items = [entry]
  }

  /// Writes an operator without attributes as its bare name.
  private static func collapse(_ members: inout LayoutCollection, of layer: inout LayoutNode) {
    guard members.items.count == 1, members.closing.isEmpty, layer.anchor == nil, let key = members.items[0].key,
      key.anchor == nil, case .scalar(let name) = key.kind, name.style == .plain, Identifier.isValid(name.text),
      name.text.lowercased() != "null", !members.items[0].hasComments
    else { return }
    let isBare: Bool
    if let arguments = members.items[0].value.collection, case .mapping = members.items[0].value.kind {
      isBare = arguments.items.isEmpty && arguments.closing.isEmpty && members.items[0].value.anchor == nil
    } else {
      isBare = members.items[0].value.isEmpty
    }
    if isBare { layer = key }
  }

  /// Moves common keys out of the map of a residual or parallel.
  private static func moveOut(of members: inout LayoutCollection, from index: Int) {
    guard case .mapping(var inside) = members.items[index].value.kind, members.items[index].value.anchor == nil else {
      return
    }
    let common = inside.items.filter { commonKey(of: $0) != nil }
    let keys = Set((common + members.items).compactMap { $0.key?.text })
    guard !common.isEmpty, common.count < inside.items.count, keys.count == common.count + members.items.count else {
      return
    }
    inside.items.removeAll { commonKey(of: $0) != nil }
    members.items[index].value.kind = .mapping(inside)
    members.items += common
  }

  private static func orderParts(of combinator: Combinator, in value: inout LayoutNode) {
    switch combinator {
    case .sequential: CanonicalOrder.orderLayers(&value)
    case .residual:
      if case .sequence = value.kind { return CanonicalOrder.orderLayers(&value) }
      CanonicalOrder.editItems(of: &value) { parts in
        for index in parts.indices { CanonicalOrder.orderLayers(&parts[index].value) }
      }
    case .parallel:
      CanonicalOrder.editItems(of: &value) { parts in
        for index in parts.indices where parts[index].key?.text == ParallelKey.branches.rawValue {
          CanonicalOrder.editItems(of: &parts[index].value) { branches in
            for branch in branches.indices { CanonicalOrder.orderLayers(&branches[branch].value) }
          }
        }
      }
    }
  }
}
