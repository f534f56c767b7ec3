import Diagnostics
import Elaborator
import ModelSyntax

/// What a name of expressions stands for.
enum SymbolText {
  static func text(of symbol: Symbol, in model: CheckedModel) -> String {
    switch symbol.kind {
    case .param:
      let value = model.symbols.params.first { $0.name == symbol.name }?.value.literal
      return "**\(symbol.name)**: param" + (value.map { ", `\($0)`" } ?? "")
    case .blockParam:
      let params = model.documents.lazy.flatMap(\.blocks).flatMap(\.params)
      let param = params.first { $0.name.span == symbol.declarations.first }
      return param.map { blockParam($0, in: model) } ?? "**\(symbol.name)**: block param"
    case .loopVariable:
      let entry = symbol.declarations.first.flatMap { loopEntry(at: $0, in: model) }
      let list = entry.map { ", one of `\(model.sources.text(of: $0.value.span))` in turn" } ?? ""
      return "**\(symbol.name)**: loop variable" + list
    case .layer: return layer(of: symbol, in: model) ?? "**\(symbol.name)**: layer"
    case .block, .branch, .input, .blockInput: return "**\(symbol.name)**: \(symbol.kind.phrase)"
    }
  }

  /// The numbers of the layer that has the name.
  private static func layer(of symbol: Symbol, in model: CheckedModel) -> String? {
    guard let span = symbol.declarations.first,
      let layer = model.layers(in: span.source).around(span.lower).last(where: { $0.name?.span == span })
    else { return nil }
    return LayerText(layer, in: model).numbers
  }

  static func blockParam(_ param: BlockSyntax.Parameter, in model: CheckedModel) -> String {
    let initial = param.defaultValue.map { "default `\(model.sources.text(of: $0.span))`" } ?? "required"
    return "**\(param.name.value)**: block param, \(initial)"
  }

  private static func loopEntry(at span: Span, in model: CheckedModel) -> WrittenEntry? {
    for layer in model.layers(in: span.source).around(span.lower).reversed() {
      if case .each(let entries, _)? = layer.loop, let entry = entries.first(where: { $0.key.span == span }) {
        return entry
      }
    }
    return nil
  }
}
