import Diagnostics
import Testing

@testable import ModelSyntax

@Suite("Codes of ModelSyntax")
struct DiagnosticCodesTests {
  /// Reads a model and evaluates every layer attribute with the file's literal params, as far as this target goes.
  private func findings(_ text: String) -> [Diagnostic] {
    let (document, diagnostics) = read(text)
    guard let document, diagnostics.isEmpty else { return diagnostics }
    var found: [Diagnostic] = []
    var values: [String: ExpressionValue] = [:]
    let empty = ExpressionScope(lookup: { _ in .unknown }, names: { [] })
    for param in document.params {
      if let value = param.value.evaluate(in: empty, reporting: &found) {
        values[param.key.value] = value.expressionValue
      }
    }
    let isSymbolic = text.contains("[N, 3, H, W]")
    let known = values
    let scope = ExpressionScope(
      lookup: { name in
        if name == "in_height" { return isSymbolic ? .unavailable("the height is the symbol H") : .value(.int(32)) }
        return known[name].map { .value($0) } ?? .unknown
      }, names: { known.keys.sorted() })
    for layer in document.layers {
      guard case .call(_, .map(let attributes, _, _)) = layer.kind else { continue }
      for attribute in attributes { _ = attribute.value.evaluate(in: scope, reporting: &found) }
    }
    return found
  }

  @Test(
    "The bad example of each code raises exactly that code, the good one nothing",
    arguments: ModelSyntaxDiagnostics.codes)
  func examples(code: DiagnosticCode) {
    #expect(findings(code.bad).map(\.code.id) == [code.id], "\(code.bad)")
    #expect(findings(code.good) == [], "\(code.good)")
  }

  @Test("Identifiers and names of codes are unique and in the ranges of this target")
  func identifiers() {
    let codes = ModelSyntaxDiagnostics.codes
    #expect(Set(codes.map(\.id)).count == codes.count)
    #expect(Set(codes.map(\.name)).count == codes.count)
    for code in codes { #expect(code.id.hasPrefix("E01") || code.id.hasPrefix("E024") || code.id.hasPrefix("E025")) }
  }
}

extension EvaluatedValue {
  var expressionValue: ExpressionValue? {
    switch content {
    case .int(let value): .int(value)
    case .float(let value): .float(value)
    case .bool(let value): .bool(value)
    case .string(let value): .string(value)
    case .list(let items): .list(items.compactMap(\.expressionValue))
    case .null, .map: nil
    }
  }
}
