import Tensors

extension Graph {
  /// The symbols in the inputs' shapes, in order of their first use.
  package var freeSymbols: [String] {
    var symbols: [String] = []
    for dimension in inputs.compactMap({ self[$0.value].type.shape }).flatMap(\.dimensions) {
      guard case .symbolic(let size) = dimension else { continue }
      for symbol in size.symbols.sorted() where !symbols.contains(symbol) { symbols.append(symbol) }
    }
    return symbols
  }
}
