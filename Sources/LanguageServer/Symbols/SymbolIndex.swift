import Diagnostics
import Graph
import ModelSyntax

/// The names of a model's files, where they are given and where they are used.
struct SymbolIndex {
  private(set) var symbols: [Symbol]
  /// What is visible at each layer, a layer before those inside it.
  private let surroundings: [LayerSurroundings]
  private let root: LayerSurroundings
  private let blocks: [String: (values: ValueScope, layers: LayerScope)]
  /// The values of the file's params.
  let params: [(name: String, value: AttributeValue)]

  /// Indexes a model file, which comes first, and the files that it includes.
  init(_ documents: [ModelDocument], params: [(name: String, value: AttributeValue)]) {
    var collector = SymbolCollector()
    collector.collect(documents)
    symbols = collector.symbols
    surroundings = collector.surroundings
    let source = documents.first?.source ?? SourceID(index: 0)
    root = LayerSurroundings(span: Span(source, 0..<0), values: collector.params, layers: collector.fileScope)
    blocks = collector.blockScopes
    self.params = params
  }

  /// The symbol at an offset, with the place of its name.
  func symbol(at offset: Int, in source: SourceID) -> (symbol: Symbol, span: Span)? {
    var found: [(symbol: Symbol, span: Span)] = []
    for symbol in symbols {
      for occurrence in symbol.occurrences {
        let span = occurrence.span
        if span.source == source, span.lower <= offset, offset <= span.upper { found.append((symbol, span)) }
      }
    }
    // A cursor between two names that touch is in the second, and a name inside a longer text is meant before the text.
    return found.min { a, b in
      (a.span.upper == offset ? 1 : 0, a.span.upper - a.span.lower)
        < (b.span.upper == offset ? 1 : 0, b.span.upper - b.span.lower)
    }
  }

  /// What is visible at an offset; `block` names the block whose body that is in, when no layer says so.
  func surroundings(at offset: Int, in source: SourceID, block: String?) -> LayerSurroundings {
    let layer = surroundings.last { $0.span.source == source && $0.span.lower <= offset && offset <= $0.span.upper }
    if let layer { return layer }
    if let block, let scopes = blocks[block] {
      return LayerSurroundings(span: root.span, values: scopes.values, layers: scopes.layers)
    }
    return root
  }
}
