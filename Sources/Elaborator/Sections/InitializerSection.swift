package import Diagnostics
import Graph
import ModelSyntax

extension Elaborator {
  /// Reads one line of `init`: an operator with a rule for its `weight`, or with a map from its parameters to rules.
  func readInitializer(_ entry: AttributeValue.Entry) {
    guard let kind = operators.find(entry.key) else {
      let near = Suggestion.nearest(to: entry.key, among: operators.names)
      findings.report(.unknownOperator(Located(entry.key, at: entry.keySpan), near: near))
      return
    }
    if let rule = rule(entry.value) {
      kind.initializers["weight"] = rule
      return
    }
    guard case .map(let parameters) = entry.value.content,
      parameters.contains(where: { !InitializerRule.names.contains($0.key) })
    else {
      findings.report(.initializer(entry.value))
      return
    }
    for parameter in parameters {
      if let rule = rule(parameter.value) {
        kind.initializers[parameter.key] = rule
      } else {
        findings.report(.initializer(parameter.value))
      }
    }
  }

  /// Puts what `init` says of an operator in place of PyTorch's rules.
  func applyInitializers(of kind: OperatorKind, to parameters: inout [ParameterDeclaration]) {
    guard !kind.initializers.isEmpty else { return }
    for index in parameters.indices {
      if let rule = kind.initializers[parameters[index].name] {
        parameters[index].initializer = rule.initializer(for: parameters[index].sizes)
      }
    }
  }

  /// A rule by its name, or as a map from the name to its arguments; `constant: 0.5` takes its number directly.
  private func rule(_ value: AttributeValue) -> InitializerRule? {
    switch value.content {
    case .string(let name): return InitializerRule(name: name, arguments: [:])
    case .map(let entries) where entries.count == 1:
      switch entries[0].value.content {
      case .map(let arguments):
        let pairs = arguments.map { ($0.key, $0.value) }
        return InitializerRule(name: entries[0].key, arguments: Dictionary(pairs) { first, _ in first })
      case .int, .float: return InitializerRule(name: entries[0].key, arguments: ["value": entries[0].value])
      default: return nil
      }
    default: return nil
    }
  }
}

extension DiagnosticCode {
  package static let initializer = DiagnosticCode(
    "E0228", "initializer",
    explanation: """
      `init` gives an operator's weight one of the rules \(InitializerRule.names.map { "`\($0)`" }.joined(separator: ", ")),
      with PyTorch's arguments where it has any: `conv2d: {kaiming_normal: {mode: fan_out}}`. A map from parameters to
      rules sets others: `linear: {weight: xavier_uniform, bias: zeros}`.
      """,
    bad: """
      cnnc: 1
      model: misspelt_rule
      input: [N, 8]
      layers:
        - linear: 3
      init: {linear: kaiming}
      """,
    good: """
      cnnc: 1
      model: known_rule
      input: [N, 8]
      layers:
        - linear: 3
      init: {linear: kaiming_normal}
      """)
}

extension Diagnostic {
  static func initializer(_ value: AttributeValue) -> Diagnostic {
    var finding = Diagnostic(
      .initializer, "'init' must give a rule that there is, with its own arguments, not \(value.phrase)",
      at: Label(value.span), help: ["the rules are \(InitializerRule.names.joined(separator: ", "))"])
    if case .string(let name) = value.content {
      finding.suggest(Suggestion.nearest(to: name, among: InitializerRule.names), for: name, value)
    }
    return finding
  }
}
