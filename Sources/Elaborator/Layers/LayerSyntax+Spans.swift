import Diagnostics
import ModelSyntax

extension LayerSyntax {
  /// What findings about the layer point at: its operator's, block's or combinator's name.
  var keywordSpan: Span { keyword ?? span }

  var loopSpan: Span? {
    switch loop {
    case .times(let value): value.span
    case .each(_, let span): span
    case nil: nil
    }
  }

  /// Whether it opens no scope as long as it has no name.
  var isTransparent: Bool {
    switch kind {
    case .residual, .parallel: true
    case .call, .sequential, .invalid: false
    }
  }
}

extension String {
  /// Whether it can be a part of a parameter's name: letters, digits, `_` and `-`, and not `in`, a block's input.
  var isLayerName: Bool {
    guard !isEmpty, self != "in" else { return false }
    return utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"): true
      default: byte >= 0x80
      }
    } && !unicodeScalars.contains { !$0.isASCII && !$0.properties.isAlphabetic }
  }
}
