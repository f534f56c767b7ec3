import Diagnostics
import ModelSyntax

extension LayerSyntax {
  /// The layers written inside it.
  var inner: [LayerSyntax] {
    switch kind {
    case .call, .invalid: []
    case .sequential(_, let layers): layers
    case .residual(_, let body, let shortcut, _): body + (shortcut ?? [])
    case .parallel(_, let branches, _, _): branches.flatMap(\.layers)
    }
  }

  /// The operator's, block's or combinator's name in the file.
  var keyword: Span? {
    switch kind {
    case .call(let name, _): name.span
    case .sequential(let keyword, _), .residual(let keyword, _, _, _), .parallel(let keyword, _, _, _): keyword
    case .invalid: nil
    }
  }

  func contains(_ offset: Int) -> Bool { span.lower <= offset && offset <= span.upper }
}

extension [LayerSyntax] {
  /// The layers around an offset, outermost first.
  func around(_ offset: Int) -> [LayerSyntax] {
    var result: [LayerSyntax] = []
    var layers = self
    while let layer = layers.last(where: { $0.contains(offset) }) {
      result.append(layer)
      layers = layer.inner
    }
    return result
  }
}
