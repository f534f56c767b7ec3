package import Diagnostics
import Graph
import ModelSyntax

extension Elaborator {
  /// Reads one line of `init`: an operator with a rule for its `weight`, or with a map from its parameters to rules.
  func readInitializer(_ entry: AttributeValue.Entry) {
    guard let kind = operators.find(entry.key) else {
      let near = advisor.callables(near: entry.key, among: operators.names)
      findings.report(.unknownOperator(Located(entry.key, at: entry.keySpan), near: near))
      return
    }
    guard kind.prototype is any ParameterizedOperator || kind.prototype is any CompositeOperator else {
      findings.report(.initializerWithoutWeights(entry))
      return
    }
    guard case .map(let members) = entry.value.content,
      !members.contains(where: { InitializerSyntax(rawValue: $0.key) != nil })
    else {
      kind.initializers["weight"] = rule(entry.value)
      return
    }
    for member in members {
      if !Suggestion.nearest(to: member.key, among: InitializerSyntax.names).isEmpty {
        findings.report(.unknownInitializer(Located(member.key, at: member.keySpan), entry.value))
        continue
      }
      guard let rule = rule(member.value) else { continue }
      kind.initializers[member.key] = Located(rule.value, at: member.keySpan)
    }
  }

  /// Puts what `init` says of an operator in place of PyTorch's rules; buffers keep their values.
  func applyInitializers(of kind: OperatorKind, to parameters: inout [ParameterDeclaration]) {
    guard !kind.initializers.isEmpty else { return }
    for index in parameters.indices where parameters[index].role == .weight {
      let name = parameters[index].name
      kind.parameterNames.insert(name)
      guard let rule = kind.initializers[name == "weight_v" ? "weight" : name] else { continue }
      if let initializer = rule.value.initializer(for: parameters[index].sizes) {
        parameters[index].initializer = initializer
      } else {
        findings.report(.initializerNeedsTwoAxes(name, at: rule.span))
      }
    }
  }

  /// Reports the parameters in `init` that no layer of the operator has; a `bias` may be switched off everywhere.
  func checkInitializedParameters() {
    for kind in operators.initialized where !kind.parameterNames.isEmpty {
      let names = kind.parameterNames.union(["weight", "bias"])
      for (name, rule) in kind.initializers where !names.contains(name) {
        findings.report(.unknownInitializedParameter(name, of: kind.name, names.sorted(), at: rule.span))
      }
    }
  }

  /// A rule by its name alone, or as a map from the name to its attributes; `constant: 0.5` takes its number directly.
  private func rule(_ written: AttributeValue) -> Located<InitializerRule>? {
    var name: Located<String>?
    var attributes: AttributeValue?
    switch written.content {
    case .string(let word): name = Located(word, at: written.span)
    case .map(let members) where members.count == 1:
      name = Located(members[0].key, at: members[0].keySpan)
      attributes = members[0].value
    default: break
    }
    guard let name, let syntax = InitializerSyntax(rawValue: name.value) else {
      findings.report(.unknownInitializer(name, written))
      return nil
    }
    var problems: [Diagnostic] = []
    let rule = syntax.rule(attributes, keyword: name.span, reporting: &problems)
    findings.report(problems)
    return rule.map { Located($0, at: name.span) }
  }
}

extension DiagnosticCode {
  package static let initializer = DiagnosticCode(
    "E0228", "initializer",
    explanation: """
      `init` gives an operator's weight another rule than PyTorch's default, with the names and attributes of \
      `torch.nn.init`: `conv2d: {kaiming_normal: {mode: fan_out, nonlinearity: relu}}`. A map from parameters to rules \
      sets others: `linear: {weight: xavier_uniform, bias: zeros}`.

      `kaiming_normal` and `kaiming_uniform` take `mode` (fan_in, fan_out), `nonlinearity` and the slope `a`; \
      `xavier_normal`, `xavier_uniform` and `orthogonal` take `gain`; `normal` takes `mean` and `std`, `trunc_normal` \
      also the bounds `a` and `b`; `uniform` takes `a` and `b`; `constant` takes `val`, or the number alone; `zeros` \
      and `ones` take nothing. Rules that scale by the fans of a weight need two axes, which a bias does not have.
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
  fileprivate static func unknownInitializer(_ name: Located<String>?, _ written: AttributeValue) -> Diagnostic {
    guard let name else {
      return Diagnostic(
        .initializer,
        "'init' must give the name of a rule, or a map from one name to its attributes, not \(written.phrase)",
        at: Label(written.span))
    }
    let names = InitializerSyntax.names
    var finding = Diagnostic(
      .initializer, "'init' must give a rule that there is: '\(name.value)' is none", at: Label(name.span),
      help: ["the rules are \(names.joined(separator: ", "))"])
    finding.suggest(Suggestion.nearest(to: name.value, among: names), for: name.value, at: name.span)
    return finding
  }

  fileprivate static func initializerWithoutWeights(_ entry: AttributeValue.Entry) -> Diagnostic {
    Diagnostic(
      .initializer, "'init' must name operators with weights: '\(entry.key)' has none", at: Label(entry.keySpan))
  }

  fileprivate static func unknownInitializedParameter(
    _ name: String, of operation: String, _ names: [String], at span: Span
  ) -> Diagnostic {
    let candidates = names + InitializerSyntax.names
    var finding = Diagnostic(
      .initializer, "'init' must name a weight of '\(operation)' or a rule: '\(name)' is neither", at: Label(span))
    finding.suggest(Suggestion.nearest(to: name, among: candidates), for: name, at: span)
    return finding
  }

  fileprivate static func initializerNeedsTwoAxes(_ parameter: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .initializer, "this rule scales by two axes of a weight and must have them: '\(parameter)' has one",
      at: Label(span))
  }
}
