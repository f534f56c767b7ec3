package import Diagnostics
package import Graph
import Operators

/// The `init:` section of a model: initialisers by operator and parameter in place of PyTorch's defaults.
///
/// `conv2d: kaiming_normal` and `conv2d: {kaiming_normal: {mode: fan_out}}` are about the weight;
/// `conv2d: {weight: {normal: {std: 0.01}}, bias: zeros}` names the parameters.
package struct InitializerOverrides: Sendable {
  private struct Override: Sendable {
    var rule: InitializerRule
    var span: Span
  }

  /// By operator name, then by parameter name.
  private var overrides: [String: [String: Override]] = [:]

  package init() {}

  /// Reads the section for a graph; what is wrong is reported and left out.
  package init(
    reading entries: [AttributeValue.Entry], for graph: Graph, reporting diagnostics: inout [Diagnostic]
  ) {
    for entry in entries {
      guard let operation = OperatorRegistry.find(entry.key) else {
        diagnostics.append(.unknownInitializedOperator(entry))
        continue
      }
      guard operation is any ParameterizedOperator.Type else {
        diagnostics.append(.operatorWithoutParameters(entry))
        continue
      }
      let parameters = InitializerOverrides.parameterNames(of: entry.key, in: graph)
      overrides[entry.key] = InitializerOverrides.read(entry, parameters, reporting: &diagnostics)
    }
    checkFans(in: graph, reporting: &diagnostics)
  }

  /// The rule for a parameter, or nil for its operator's own initialiser.
  package func rule(for parameter: Parameter, in graph: Graph) -> InitializerRule? {
    guard parameter.declaration.role == .weight else { return nil }
    return overrides[graph[parameter.node].operation.name]?[parameter.declaration.name]?.rule
  }

  /// The trained parameters that an operator has anywhere in a graph, in order of appearance.
  private static func parameterNames(of operation: String, in graph: Graph) -> [String] {
    var names: [String] = []
    for node in graph.nodes where node.operation.name == operation {
      for id in node.parameters where graph[id].declaration.role == .weight {
        let name = graph[id].declaration.name
        if !names.contains(name) { names.append(name) }
      }
    }
    return names
  }

  private static func read(
    _ entry: AttributeValue.Entry, _ parameters: [String], reporting diagnostics: inout [Diagnostic]
  ) -> [String: Override] {
    guard case .map(let members) = entry.value.content,
      !members.contains(where: { InitializerSyntax(rawValue: $0.key) != nil })
    else { return override(entry.value, reporting: &diagnostics).map { ["weight": $0] } ?? [:] }
    var result: [String: Override] = [:]
    for member in members {
      if !parameters.isEmpty, !parameters.contains(member.key) {
        diagnostics.append(.unknownInitializedParameter(member, of: entry.key, parameters))
      } else {
        result[member.key] = override(member.value, reporting: &diagnostics)
      }
    }
    return result
  }

  /// An initialiser by its name alone, or as a map of the name and its attributes.
  private static func override(_ written: AttributeValue, reporting diagnostics: inout [Diagnostic]) -> Override? {
    var name: (text: String, span: Span)?
    var attributes: AttributeValue?
    switch written.content {
    case .string(let word): name = (word, written.span)
    case .map(let members) where members.count == 1:
      name = (members[0].key, members[0].keySpan)
      attributes = members[0].value
    default: break
    }
    guard let name, let syntax = InitializerSyntax(rawValue: name.text) else {
      diagnostics.append(.unknownInitializer(name?.text, at: name?.span ?? written.span))
      return nil
    }
    let rule = syntax.rule(attributes, keyword: name.span, reporting: &diagnostics)
    return rule.map { Override(rule: $0, span: name.span) }
  }

  /// Reports each rule that needs two axes and meets a parameter with fewer, once.
  private mutating func checkFans(in graph: Graph, reporting diagnostics: inout [Diagnostic]) {
    for parameter in graph.parameters where parameter.declaration.role == .weight {
      let node = graph[parameter.node]
      guard let override = overrides[node.operation.name]?[parameter.declaration.name],
        override.rule.distribution(for: parameter.declaration.sizes) == nil
      else { continue }
      diagnostics.append(.initializerNeedsTwoAxes(parameter, node, at: override.span))
      overrides[node.operation.name]?[parameter.declaration.name] = nil
    }
  }
}

extension DiagnosticCode {
  package static let unknownInitializer = DiagnosticCode(
    "E0520", "unknown-initializer",
    explanation: """
      `init:` gives each operator an initialiser by its name in `torch.nn.init`: zeros, ones, constant, uniform, \
      normal, trunc_normal, kaiming_normal, kaiming_uniform, xavier_normal, xavier_uniform or orthogonal. It stands \
      alone, or as the one key of a map with its attributes.
      """,
    bad: InitializerOverrides.example("conv2d: kaiming"),
    good: InitializerOverrides.example("conv2d: kaiming_normal"))

  package static let initializerTarget = DiagnosticCode(
    "E0521", "initializer-target",
    explanation: """
      The keys of `init:` are operators that have weights, and below them the names of these: `weight` when none is \
      named. Buffers such as `running_mean` have fixed initial values.
      """,
    bad: InitializerOverrides.example("conv2d: {wieght: kaiming_normal}"),
    good: InitializerOverrides.example("conv2d: {weight: kaiming_normal, bias: zeros}"))

  package static let initializerShape = DiagnosticCode(
    "E0523", "initializer-shape",
    explanation: """
      The kaiming and xavier initialisers scale by the fans of a weight, the numbers of inputs and outputs of one \
      element, and orthogonal needs a matrix. A parameter of one axis, such as a bias, has neither.
      """,
    bad: InitializerOverrides.example("conv2d: {bias: xavier_normal}"),
    good: InitializerOverrides.example("conv2d: {bias: {constant: 0.1}}"))
}

extension InitializerOverrides {
  /// A small model with one line in its `init:` section.
  fileprivate static func example(_ line: String) -> String {
    """
    cnnc: 1
    model: stem
    input: [N, 3, 32, 32]
    layers:
      - conv2d: {out_channels: 8, kernel_size: 3}
    init:
      \(line)
    """
  }
}

extension Diagnostic {
  fileprivate static func unknownInitializer(_ name: String?, at span: Span) -> Diagnostic {
    guard let name else {
      return Diagnostic(
        .unknownInitializer, "an initialiser must be a name, or a map of one name and its attributes", at: Label(span))
    }
    let near = Suggestion.nearest(to: name, among: InitializerSyntax.names)
    return Diagnostic(
      .unknownInitializer,
      "an initialiser must be one of \(InitializerSyntax.names.joined(separator: ", ")): found '\(name)'",
      at: Label(span),
      help: near.first.map { ["did you mean '\($0)'?"] } ?? [])
  }

  fileprivate static func unknownInitializedOperator(_ entry: AttributeValue.Entry) -> Diagnostic {
    let near = Suggestion.nearest(to: entry.key, among: OperatorRegistry.all.map { $0.name })
    return Diagnostic(
      .initializerTarget, "'init' must name operators: there is no '\(entry.key)'", at: Label(entry.keySpan),
      help: near.first.map { ["did you mean '\($0)'?"] } ?? [])
  }

  fileprivate static func operatorWithoutParameters(_ entry: AttributeValue.Entry) -> Diagnostic {
    Diagnostic(
      .initializerTarget, "'init' must name operators with weights: '\(entry.key)' has none of its own",
      at: Label(entry.keySpan))
  }

  fileprivate static func unknownInitializedParameter(
    _ member: AttributeValue.Entry, of operation: String, _ parameters: [String]
  ) -> Diagnostic {
    let near = Suggestion.nearest(to: member.key, among: parameters + InitializerSyntax.names)
    return Diagnostic(
      .initializerTarget,
      "'\(operation)' must have what is initialised, \(quotedList(parameters)): '\(member.key)' is none of it",
      at: Label(member.keySpan), help: near.first.map { ["did you mean '\($0)'?"] } ?? [])
  }

  fileprivate static func initializerNeedsTwoAxes(_ parameter: Parameter, _ node: Node, at span: Span) -> Diagnostic {
    Diagnostic(
      .initializerShape,
      "this initialiser must have two axes to scale by: '\(parameter.name)' is \(parameter.declaration.sizes)",
      at: Label(span), labels: [Label(node.origin.span, "has this parameter")], layer: node.path)
  }
}
