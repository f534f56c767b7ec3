import Diagnostics

/// A node of a YAML file with its place; aliases stand as the nodes they name.
struct SyntaxNode: Sendable {
  enum Kind: Sendable {
    case scalar(Scalar)
    case sequence([SyntaxNode])
    case mapping([SyntaxEntry])
    /// Could not be read; the reason is reported.
    case invalid
  }

  struct Scalar: Sendable {
    var text: String
    var style: ScalarStyle
    /// Whether the text has a `$` in it.
    var hasDollar: Bool
  }

  enum ScalarStyle: Sendable { case plain, singleQuoted, doubleQuoted, block }

  var kind: Kind
  /// A scalar with its quotes, a flow collection with its brackets, a block collection up to the end of its last child.
  var span: Span
  /// Whether it is a collection in brackets.
  var isFlow = false

  init(_ kind: Kind, at span: Span, isFlow: Bool = false) {
    self.kind = kind
    self.span = span
    self.isFlow = isFlow
  }

  /// Whether nothing is written: an empty scalar, or `null`, `~`.
  var isNull: Bool {
    guard case .scalar(let scalar) = kind else { return false }
    return CoreSchema.isNull(scalar)
  }

  /// What it is, as a phrase for messages.
  var phrase: String {
    switch kind {
    case .scalar(let scalar): isNull ? "nothing" : "'\(scalar.text.inMessage)'"
    case .sequence: "a list"
    case .mapping: "a map"
    case .invalid: "something unreadable"
    }
  }
}

/// One key of a mapping with its value.
struct SyntaxEntry: Sendable {
  var key: Located<String>
  var value: SyntaxNode
}
