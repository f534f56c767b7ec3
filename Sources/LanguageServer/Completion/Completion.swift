import Diagnostics
import Formats

extension RequestHandler {
  /// What can be written at the cursor, also in a text that does not parse at the moment.
  static let completion = RequestHandler(
    "textDocument/completion",
    capability: .init("completionProvider", ["triggerCharacters": ["$", "-", "{", " ", "["]])
  ) { (server, params) throws(ResponseError) in
    let (document, offset) = try server.place(params)
    guard let (items, word) = CompletionList(document, offset: offset, in: server.workspace).result else {
      return ["isIncomplete": false, "items": []]
    }
    let range = JSON.range(word, in: document.positions)
    return [
      "isIncomplete": false,
      "items": .array(
        items.enumerated().map { $1.json(replacing: range, order: $0, for: server.client) }),
    ]
  }
}

/// Finds what can be written at one place of a document.
struct CompletionList {
  private let document: OpenDocument
  private let offset: Int
  private let workspace: Workspace

  init(_ document: OpenDocument, offset: Int, in workspace: Workspace) {
    self.document = document
    self.offset = offset
    self.workspace = workspace
  }

  /// The items and the word that they replace; nil where nothing is known to fit.
  var result: (items: [CompletionItem], word: Range<Int>)? {
    if let list = LintCompletion.inComment(document.bytes, offset: offset) { return list }
    guard document.mayBePartOfModel, let context = CursorScanner.context(at: offset, in: document.bytes) else {
      return nil
    }
    let names = names(context)
    if let expression = ExpressionCompletion(document.bytes, offset: offset, context) {
      return (expression.items(names), expression.word)
    }
    guard let place = FilePlace(context.path) else { return nil }
    var word = context.word
    // A cursor inside a word replaces all of it; the list is filtered by what stands before the cursor.
    if word.lowerBound > offset || word.upperBound < offset { word = offset..<offset }
    switch context.slot {
    case .key: return (KeyCompletion(context, document.bytes, names).items(at: place), word)
    case .start(let key):
      guard let inner = place.child(.key(key)) else { return nil }
      return (KeyCompletion(context, document.bytes, names).start(of: inner), word)
    case .item:
      return (ValueCompletion(names, isFlow: context.isFlow).items(of: place), word)
    case .dash: return (KeyCompletion(context, document.bytes, names).start(of: place), word)
    case .value(let key):
      guard let inner = place.child(.key(key)) else { return nil }
      return (ValueCompletion(names, isFlow: context.isFlow).values(of: inner), word)
    case .comment: return nil
    }
  }

  /// The names of the model around, from the nearest text that can be read: this one, the one without the cursor's
  /// line, or the last.
  private func names(_ context: CursorContext) -> VisibleNames {
    var block: String?
    if context.path.count > 1, context.path[0] == .key("blocks"), case .key(let name) = context.path[1] { block = name }
    guard let (model, source) = readable else { return VisibleNames(nil, nil, before: offset) }
    return VisibleNames(model, model.symbols.surroundings(at: offset, in: source, block: block), before: offset)
  }

  private var readable: (CheckedModel, SourceID)? {
    guard let (model, source) = workspace.models(reading: document).first else { return nil }
    if model.isReadable || source.index > 0 { return (model, source) }
    let line = document.positions.contents(ofLine: document.positions.position(at: offset).line)
    var bytes = document.bytes
    bytes.replaceSubrange(line, with: repeatElement(UInt8(ascii: " "), count: line.count))
    let blanked = workspace.check(document, SourceText(path: document.path, bytes: bytes))
    return (blanked.isReadable ? blanked : document.lastReadable).map { ($0, SourceID(index: 0)) }
  }
}

/// The names of a model that can be used at one place.
struct VisibleNames {
  let model: CheckedModel?
  private let surroundings: LayerSurroundings?
  private let offset: Int

  init(_ model: CheckedModel?, _ surroundings: LayerSurroundings?, before offset: Int) {
    self.model = model
    self.surroundings = surroundings
    self.offset = offset
  }

  var blocks: [String] {
    model?.symbols.symbols.filter { $0.kind == .block }.map(\.name) ?? []
  }

  /// The names of expressions, innermost first, each with what it is.
  var values: [Symbol] {
    guard let model, let surroundings else { return [] }
    var seen: Set<String> = []
    return surroundings.values.symbols.map { model.symbols.symbols[$0] }.filter { seen.insert($0.name).inserted }
  }

  /// The names of earlier layers, innermost first.
  var layers: [String] {
    guard let model, let surroundings else { return [] }
    var seen: Set<String> = []
    let earlier = surroundings.layers.visible.filter { name, symbol in
      symbol.map { (model.symbols.symbols[$0].declarations.first?.lower ?? 0) < offset } ?? true
    }
    return earlier.map(\.name).filter { seen.insert($0).inserted }
  }
}
