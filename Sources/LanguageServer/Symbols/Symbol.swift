import Diagnostics

/// A name that a file gives, with every place that uses it.
struct Symbol {
  enum Kind {
    case param
    case blockParam
    case loopVariable
    case block
    case layer
    case branch
    case input
    /// What a block's body calls one of its inputs.
    case blockInput

    /// What it is called in sentences.
    var phrase: String {
      switch self {
      case .param: "param"
      case .blockParam: "block param"
      case .loopVariable: "loop variable"
      case .block: "block"
      case .layer: "layer"
      case .branch: "branch"
      case .input: "input"
      case .blockInput: "block input"
      }
    }
  }

  /// One place of a name.
  struct Occurrence: Hashable {
    var span: Span
    var isDeclaration: Bool
  }

  var kind: Kind
  var name: String
  var occurrences: [Occurrence]

  var declarations: [Span] { occurrences.filter(\.isDeclaration).map(\.span) }
}
