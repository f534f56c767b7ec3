package import Diagnostics

extension LayerSyntax {
  /// The layers written inside it.
  package var inner: [LayerSyntax] {
    switch kind {
    case .call, .invalid: []
    case .sequential(_, let layers): layers
    case .residual(_, let body, let shortcut, _): body + (shortcut ?? [])
    case .parallel(_, let branches, _, _): branches.flatMap(\.layers)
    }
  }

  /// The operator's, block's or combinator's name in the file.
  package var keyword: Span? {
    switch kind {
    case .call(let name, _): name.span
    case .sequential(let keyword, _), .residual(let keyword, _, _, _), .parallel(let keyword, _, _, _): keyword
    case .invalid: nil
    }
  }
}
