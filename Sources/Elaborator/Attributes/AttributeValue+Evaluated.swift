import Diagnostics
package import Graph
import ModelSyntax

extension AttributeValue {
  /// The value when nothing in it is an expression or unreadable.
  init?(literal written: WrittenValue) {
    let content: Content
    switch written.content {
    case .null: content = .null
    case .bool(let flag): content = .bool(flag)
    case .int(let number): content = .int(number)
    case .float(let number): content = .float(number)
    case .string(let text): content = .string(text)
    case .expression, .interpolation, .invalid: return nil
    case .list(let items):
      var values: [AttributeValue] = []
      values.reserveCapacity(items.count)
      for item in items {
        guard let value = AttributeValue(literal: item) else { return nil }
        values.append(value)
      }
      content = .list(values)
    case .map(let entries):
      var values: [Entry] = []
      for entry in entries {
        guard let value = AttributeValue(literal: entry.value) else { return nil }
        values.append(Entry(key: entry.key.value, keySpan: entry.key.span, value: value))
      }
      content = .map(values)
    }
    self.init(content, at: written.span)
  }

  init(_ evaluated: EvaluatedValue) {
    let content: Content =
      switch evaluated.content {
      case .null: .null
      case .bool(let flag): .bool(flag)
      case .int(let number): .int(number)
      case .float(let number): .float(number)
      case .string(let text): .string(text)
      case .list(let items): .list(items.map(AttributeValue.init))
      case .map(let entries):
        .map(entries.map { Entry(key: $0.key.value, keySpan: $0.key.span, value: AttributeValue($0.value)) })
      }
    self.init(content, at: evaluated.span, isLiteral: evaluated.isLiteral)
  }

  init(_ literal: AttributeLiteral, at span: Span) {
    let content: Content =
      switch literal {
      case .null: .null
      case .bool(let flag): .bool(flag)
      case .int(let number): .int(number)
      case .float(let number): .float(number)
      case .string(let text): .string(text)
      case .list(let items): .list(items.map { AttributeValue($0, at: span) })
      }
    self.init(content, at: span)
  }

  /// The value as an expression's, for params and loop variables; nil for maps and for nothing.
  var expressionValue: ExpressionValue? {
    switch content {
    case .null, .map: return nil
    case .bool(let flag): return .bool(flag)
    case .int(let number): return .int(number)
    case .float(let number): return .float(number)
    case .string(let text): return .string(text)
    case .list(let items):
      let values = items.compactMap(\.expressionValue)
      return values.count == items.count ? .list(values) : nil
    }
  }

  /// The value as it would be written in a file.
  package var literal: AttributeLiteral? {
    switch content {
    case .null: return .null
    case .bool(let flag): return .bool(flag)
    case .int(let number): return .int(number)
    case .float(let number): return .float(number)
    case .string(let text): return .string(text)
    case .list(let items):
      let literals = items.compactMap(\.literal)
      return literals.count == items.count ? .list(literals) : nil
    case .map: return nil
    }
  }
}
