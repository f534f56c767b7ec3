import Diagnostics
import Graph
import ModelSyntax
import Operators

/// Gathers the literal numbers of a model's files that repairs may change; what `expect` promises is none of them.
struct EditSiteReader {
  private(set) var sites: [EditSite] = []
  /// The names of params.
  private(set) var declarations: [Located<String>] = []
  /// The layers that name what they read, by the places of their keywords.
  private(set) var readers: [Span: ReadingLayer] = [:]
  /// The attributes of layers that give some by name.
  private(set) var attributeLists: [AttributeList] = []

  /// The numbers of every file of a model; more than this are not looked at.
  static let limit = 5000
  /// Numbers beyond these are no sizes; sums and products of two of the others fit.
  private static let sizes = -(1 << 30)...(1 << 30)

  init(_ sources: SourceMap, root: SourceID) {
    for index in sources.sources.indices where !sources.sources[index].path.hasPrefix("--set") {
      let id = SourceID(index: index)
      guard let document = readModel(sources[id], id: id, kind: id == root ? .model : .include).document else {
        continue
      }
      read(document)
      if sites.count > Self.limit { return }
    }
  }

  private mutating func read(_ document: ModelDocument) {
    declarations += document.params.map(\.key)
    read(document.params, of: .params, keyword: nil)
    for defaults in document.defaults.operators {
      read(defaults.attributes, of: .defaults(defaults.name.value), keyword: nil)
    }
    for block in document.blocks {
      let entries = block.params.compactMap { param in
        param.defaultValue.map { WrittenEntry(key: param.name, value: $0) }
      }
      declarations += block.params.map(\.name)
      read(entries, of: .block(block.name.value), keyword: nil)
      read(block.layers)
    }
    read(document.layers)
  }

  /// Recursion is bounded by the depth of the tree that was read.
  private mutating func read(_ layers: [LayerSyntax]) {
    for layer in layers {
      read(layer)
      if sites.count > Self.limit { return }
    }
  }

  private mutating func read(_ layer: LayerSyntax) {
    let keyword: Span?
    if case .call(let name, _) = layer.kind { keyword = name.span } else { keyword = nil }
    switch layer.loop {
    case .times(let value): read(value, .init(owner: .repetition, name: "repeat", keyword: keyword))
    case .each(let entries, _): read(entries, of: .loop, keyword: keyword)
    case nil: break
    }
    switch layer.kind {
    case .call(let name, let arguments):
      read(arguments, of: name)
      if case .list(let items)? = layer.from?.content {
        let names = items.compactMap { item -> Located<String>? in
          if case .string(let text) = item.content { Located(text, at: item.span) } else { nil }
        }
        if names.count == items.count { readers[name.span] = ReadingLayer(start: layer.span.start, sources: names) }
      }
    case .sequential(_, let layers): read(layers)
    case .residual(_, let body, let shortcut, _):
      read(body)
      if let shortcut { read(shortcut) }
    case .parallel(_, let branches, _, let axis):
      for branch in branches { read(branch.layers) }
      if let axis { read(axis, .init(owner: .operation("concat"), name: "axis", keyword: nil)) }
    case .invalid: break
    }
  }

  private mutating func read(_ arguments: LayerSyntax.Arguments, of callee: Located<String>) {
    let kind = OperatorRegistry.find(callee.value)
    let owner = kind.map { EditSite.Owner.operation($0.name) } ?? .block(callee.value)
    switch arguments {
    case .none: break
    case .shorthand(let value):
      guard let primary = kind?.primaryAttribute else { return }
      read(value, .init(owner: owner, name: primary, keyword: callee.span))
    case .map(let entries, let span, let isFlow):
      let first = sites.count
      read(entries, of: owner, keyword: callee.span)
      guard let kind, span.upper > span.lower + 1 else { return }
      attributeLists.append(
        AttributeList(
          operation: kind.name, keyword: callee.span, span: span, isFlow: isFlow, names: entries.map(\.key.value),
          kernelSize: sites[first...].first { $0.name == "kernel_size" && $0.position == nil }?.value,
          rounding: entries.first { $0.key.value == "rounding" || $0.key.value == "ceil_mode" }?.value,
          known: kind.attributeDescriptions.map(\.name)))
    }
  }

  /// Where a value stands.
  private struct Place {
    var owner: EditSite.Owner
    var name: String
    var keyword: Span?
    var companions: [String: Int] = [:]
  }

  private mutating func read(_ entries: [WrittenEntry], of owner: EditSite.Owner, keyword: Span?) {
    var numbers: [String: Int] = [:]
    for entry in entries {
      if case .int(let number) = entry.value.content { numbers[entry.key.value] = bounded(number) }
    }
    for entry in entries {
      var others = numbers
      others[entry.key.value] = nil
      read(entry.value, Place(owner: owner, name: entry.key.value, keyword: keyword, companions: others))
    }
  }

  /// Numbers that are no sizes count as the nearest that may be one.
  private func bounded(_ number: Int) -> Int { min(max(number, Self.sizes.lowerBound), Self.sizes.upperBound) }

  private mutating func read(_ value: WrittenValue, _ place: Place) {
    switch value.content {
    case .int(let number):
      sites.append(
        EditSite(
          owner: place.owner, name: place.name, span: value.span, value: bounded(number), keyword: place.keyword,
          companions: place.companions))
    case .list(let items):
      let first = sites.count
      for item in items { read(item, place) }
      guard sites.count - first == items.count else { return }
      let list = sites[first...].map(\.value)
      for index in list.indices where sites[first + index].position == nil {
        sites[first + index].list = list
        sites[first + index].position = index
      }
    default: break
    }
  }
}

/// A layer with a `from` that lists names.
struct ReadingLayer {
  /// Where the layer begins, behind its dash.
  var start: Span
  var sources: [Located<String>]
}

/// The attributes that a layer gives by name.
struct AttributeList {
  var operation: String
  var keyword: Span
  var span: Span
  /// Whether they stand in braces.
  var isFlow: Bool
  var names: [String]
  var kernelSize: Int?
  /// The value of `rounding` or `ceil_mode`.
  var rounding: WrittenValue?
  /// Every attribute of the operator.
  var known: [String]
}
