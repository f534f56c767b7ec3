package import Diagnostics

/// A value written in a file, after expressions were evaluated, with the place it was written at.
package struct AttributeValue: Hashable, Sendable {
  package enum Content: Hashable, Sendable {
    case null
    case bool(Bool)
    case int(Int)
    case float(Double)
    case string(String)
    case list([AttributeValue])
    case map([Entry])
  }

  package struct Entry: Hashable, Sendable {
    package var key: String
    package var keySpan: Span
    package var value: AttributeValue

    package init(key: String, keySpan: Span, value: AttributeValue) {
      self.key = key
      self.keySpan = keySpan
      self.value = value
    }
  }

  package var content: Content
  package var span: Span
  /// Whether the text at the span is the value itself, so that a fix can replace it; an expression's is not.
  package var isLiteral: Bool

  package init(_ content: Content, at span: Span, isLiteral: Bool = true) {
    self.content = content
    self.span = span
    self.isLiteral = isLiteral
  }

  /// The value as a phrase for messages: `the list [1, 2]`, `the string 'same'`.
  package var phrase: String {
    switch content {
    case .null: "nothing"
    case .bool(let value): value ? "true" : "false"
    case .int(let value): "\(value)"
    case .float(let value): "\(value)"
    case .string(let value): "the string '\(value)'"
    case .list(let values): "a list of \(values.count)"
    case .map: "a map"
    }
  }

  /// Whether the text is the value itself in every part.
  package var isLiteralThroughout: Bool {
    guard isLiteral else { return false }
    switch content {
    case .list(let items): return items.allSatisfy(\.isLiteralThroughout)
    case .map(let entries): return entries.allSatisfy { $0.value.isLiteralThroughout }
    default: return true
    }
  }
}
