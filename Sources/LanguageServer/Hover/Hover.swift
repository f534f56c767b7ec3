import Diagnostics
import Formats
import ModelSyntax

extension RequestHandler {
  /// What stands under the cursor: a layer with its shapes and costs, an attribute, a name, or a key.
  static let hover = RequestHandler("textDocument/hover", capability: .init("hoverProvider", true)) {
    (server, params) throws(ResponseError) in
    let (document, offset) = try server.place(params)
    guard document.mayBePartOfModel, let (model, source) = server.workspace.models(reading: document).first,
      let hover = HoverText(model, source, offset: offset, bytes: document.bytes)
    else { return .null }
    return [
      "contents": .documentation(hover.text, for: server.client), "range": .range(hover.range, in: document.positions),
    ]
  }
}

/// The text about one place of a file.
struct HoverText {
  private(set) var text = ""
  private(set) var range = 0..<0

  /// nil where there is nothing to say.
  init?(_ model: CheckedModel, _ source: SourceID, offset: Int, bytes: [UInt8]) {
    guard let context = CursorScanner.context(at: offset, in: bytes), !context.word.isEmpty else { return nil }
    if let (symbol, span) = model.symbols.symbol(at: offset, in: source), symbol.kind != .block {
      text = SymbolText.text(of: symbol, in: model)
      range = span.lower..<span.upper
      return
    }
    let layers = model.layers(in: source).around(offset)
    let keyword = layers.last { $0.keyword.map { $0.lower <= offset && offset <= $0.upper } ?? false }
    if let keyword, let span = keyword.keyword {
      text = LayerText(keyword, in: model).text
      range = span.lower..<span.upper
      return
    }
    guard let text = Self.text(context, layers.last, in: model, bytes: bytes) else { return nil }
    self.text = text
    range = context.word
  }

  /// What a key or value means by its place in the file.
  private static func text(
    _ context: CursorContext, _ layer: LayerSyntax?, in model: CheckedModel, bytes: [UInt8]
  ) -> String? {
    guard let place = FilePlace(context.path) else { return nil }
    let key: String
    switch context.slot {
    case .key, .start: key = String(decoding: bytes[context.word], as: UTF8.self)
    case .value(let name): key = name
    case .item, .dash, .comment: return nil
    }
    switch place {
    case .arguments(let name), .defaultAttributes(let name):
      if let text = AttributeText.text(key, of: name, at: layer, in: model) { return text }
    default: break
    }
    return KeyDocumentation.text(key, at: place).map { "**\(key)**: \($0)" }
  }
}
