import Diagnostics
import Elaborator
import Graph
import ModelSyntax

extension Elaboration {
  /// The promises of the file's own `expect`, with its expressions evaluated over the params.
  func fileExpectations(reporting diagnostics: inout [Diagnostic]) -> [AttributeValue.Entry] {
    let params = params
    let scope = ExpressionScope(
      lookup: { name in
        guard let value = params.first(where: { $0.name == name })?.value else { return .unknown }
        return value.expressionValue.map { .value($0) } ?? .poisoned
      },
      names: { params.map(\.name) })
    return document.expect.compactMap { entry in
      entry.value.evaluate(in: scope, reporting: &diagnostics).map {
        AttributeValue.Entry(key: entry.key.value, keySpan: entry.key.span, value: AttributeValue($0))
      }
    }
  }
}

extension AttributeValue {
  fileprivate var expressionValue: ExpressionValue? {
    switch content {
    case .int(let number): .int(number)
    case .float(let number): .float(number)
    case .bool(let flag): .bool(flag)
    case .string(let text): .string(text)
    case .list(let items):
      items.contains { $0.expressionValue == nil } ? nil : .list(items.compactMap(\.expressionValue))
    case .null, .map: nil
    }
  }

  fileprivate init(_ value: EvaluatedValue) {
    let content: Content =
      switch value.content {
      case .null: .null
      case .bool(let flag): .bool(flag)
      case .int(let number): .int(number)
      case .float(let number): .float(number)
      case .string(let text): .string(text)
      case .list(let items): .list(items.map { AttributeValue($0) })
      case .map(let entries):
        .map(entries.map { Entry(key: $0.key.value, keySpan: $0.key.span, value: AttributeValue($0.value)) })
      }
    self.init(content, at: value.span, isLiteral: value.isLiteral)
  }
}
