/// Puts the keys of a file into their order: sections, parts of blocks and inputs, and the common keys of layers.
///
/// Keys that the language does not know stay behind the key before them.
struct CanonicalOrder {
  /// The sections in the order in which a file is read.
  static let sections: [ModelKey] = [
    .cnnc, .model, .doc, .params, .input, .inputs, .defaults, .include, .blocks, .layers, .outputs, .expect, .`init`,
    .weights, .train, .lint,
  ]

  /// The same document with its keys in order, unless that would part an alias from its anchor.
  static func apply(to document: LayoutDocument) -> LayoutDocument {
    var ordered = document
    order(&ordered.root)
    return AnchorUse.names(in: ordered.root) == AnchorUse.names(in: document.root) ? ordered : document
  }

  private static func order(_ root: inout LayoutNode) {
    editItems(of: &root) { items in
      items = sorted(items, by: sections.map(\.rawValue))
      for index in items.indices {
        switch items[index].key?.text.flatMap(ModelKey.init(rawValue:)) {
        case .layers: orderLayers(&items[index].value)
        case .input: orderEntries(&items[index].value, by: InputKey.allCases.map(\.rawValue))
        case .inputs:
          editItems(of: &items[index].value) { inputs in
            for input in inputs.indices { orderEntries(&inputs[input].value, by: InputKey.allCases.map(\.rawValue)) }
          }
        case .blocks:
          editItems(of: &items[index].value) { blocks in
            for block in blocks.indices { orderBlock(&blocks[block].value) }
          }
        default: break
        }
      }
    }
  }

  private static func orderBlock(_ block: inout LayoutNode) {
    orderEntries(&block, by: BlockKey.allCases.map(\.rawValue))
    editItems(of: &block) { items in
      for index in items.indices where items[index].key?.text == BlockKey.layers.rawValue {
        orderLayers(&items[index].value)
      }
    }
  }

  /// Orders each layer of a list; recursion is bounded by the limit of depth.
  static func orderLayers(_ list: inout LayoutNode) {
    guard case .sequence = list.kind else { return }
    editItems(of: &list) { items in
      for index in items.indices { LayerOrder.apply(to: &items[index].value) }
    }
  }

  private static func orderEntries(_ node: inout LayoutNode, by keys: [String]) {
    guard case .mapping = node.kind else { return }
    editItems(of: &node) { $0 = sorted($0, by: keys) }
  }

  static func editItems(of node: inout LayoutNode, _ edit: (inout [LayoutItem]) -> Void) {
    guard var collection = node.collection else { return }
    edit(&collection.items)
    node.collection = collection
  }

  /// Entries by the position of their keys in a list; others go with the entry before them.
  ///
  /// A blank line is kept where the same entries stand beside each other as before.
  static func sorted(_ items: [LayoutItem], by keys: [String]) -> [LayoutItem] {
    let ranks = Dictionary(uniqueKeysWithValues: keys.enumerated().map { ($1, $0) })
    var rank = -1
    let ranked = items.map { item in
      if let text = item.key?.text, let known = ranks[text] { rank = known }
      return rank
    }
    let order = items.indices.sorted { (ranked[$0], $0) < (ranked[$1], $1) }
    return order.enumerated().map { position, index in
      var item = items[index]
      if position > 0, order[position - 1] != index - 1 { item.startsParagraph = false }
      return item
    }
  }
}

/// The anchors and aliases of a file in their order.
enum AnchorUse: Equatable {
  case anchor(String, at: Int)
  case alias(String)

  /// What each alias stands for: the places of the anchors before it.
  static func names(in root: LayoutNode) -> [Int: Int] {
    var anchors: [String: Int] = [:]
    var targets: [Int: Int] = [:]
    func visit(_ node: LayoutNode) {
      if case .alias(let name) = node.kind { targets[node.range.lowerBound] = anchors[name] ?? -1 }
      for item in node.collection?.items ?? [] {
        if let key = item.key { visit(key) }
        visit(item.value)
      }
      if let anchor = node.anchor { anchors[anchor] = node.range.lowerBound }
    }
    visit(root)
    return targets
  }
}
