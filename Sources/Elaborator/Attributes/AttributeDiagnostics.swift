package import Diagnostics
import Graph
import ModelSyntax

extension DiagnosticCode {
  package static let unknownAttribute = DiagnosticCode(
    "E0401", "unknown-attribute",
    explanation: """
      An operator has the attributes that its reference page lists, by PyTorch's names; `cnnc explain OPERATOR` shows
      them. An attribute that is misspelt would silently stay at its default, so every unknown one is an error.
      """,
    bad: """
      cnnc: 1
      model: misspelt_attribute
      input: [N, 3, 8, 8]
      layers:
        - conv2d: {out_channels: 4, kernel_size: 3, paddding: 1}
      """,
    good: """
      cnnc: 1
      model: known_attribute
      input: [N, 3, 8, 8]
      layers:
        - conv2d: {out_channels: 4, kernel_size: 3, padding: 1}
      """)

  package static let missingAttribute = DiagnosticCode(
    "E0402", "missing-attribute",
    explanation:
      "Some attributes have no default, such as the kernel of a convolution: they are given by the layer or by `defaults`.",
    bad: """
      cnnc: 1
      model: convolution_without_kernel
      input: [N, 3, 8, 8]
      layers:
        - conv2d: {out_channels: 4}
      """,
    good: """
      cnnc: 1
      model: convolution_with_kernel
      input: [N, 3, 8, 8]
      layers:
        - conv2d: {out_channels: 4, kernel_size: 3}
      """)

  package static let attributeValue = DiagnosticCode(
    "E0403", "attribute-value",
    explanation: """
      Every attribute has a type and often a range. A number in quotes is a string, `3.0` is no integer, and a word must
      be one of those that the attribute knows.
      """,
    bad: """
      cnnc: 1
      model: stride_of_zero
      input: [N, 3, 8, 8]
      layers:
        - conv2d: {out_channels: 4, kernel_size: 3, stride: 0}
      """,
    good: """
      cnnc: 1
      model: stride_of_one
      input: [N, 3, 8, 8]
      layers:
        - conv2d: {out_channels: 4, kernel_size: 3, stride: 1}
      """)

  package static let noShorthand = DiagnosticCode(
    "E0404", "no-shorthand",
    explanation: """
      `- linear: 10` sets the one attribute that stands for the operator. Operators without such an attribute take a map:
      `- batch_norm: {eps: 1e-3}`.
      """,
    bad: """
      cnnc: 1
      model: relu_of_six
      input: [N, 8]
      layers:
        - relu: 6
      """,
    good: """
      cnnc: 1
      model: plain_relu
      input: [N, 8]
      layers:
        - relu
      """)
}

extension Diagnostic {
  static func unknownAttribute(_ key: Located<String>, of kind: OperatorKind, near: [String]) -> Diagnostic {
    var finding = Diagnostic(
      .unknownAttribute, "'\(kind.name)' has no attribute '\(key.value)'", at: Label(key.span))
    finding.suggest(near, for: key.value, at: key.span)
    if near.isEmpty {
      let names = kind.attributeNames
      finding.help = [names.isEmpty ? "it has no attributes" : "its attributes are \(names.joined(separator: ", "))"]
    }
    return finding
  }

  static func missingAttributes(_ names: [String], of kind: OperatorKind, at span: Span) -> Diagnostic {
    let list = names.map { "'\($0)'" }.joined(separator: " and ")
    return Diagnostic(
      .missingAttribute, "'\(kind.name)' needs \(list)", at: Label(span),
      help: names.compactMap { name in kind.description(of: name).map { "\(name): \($0.summary)" } })
  }

  static func attributeValue(
    _ name: String, of kind: OperatorKind, _ problem: AttributeProblem, _ value: AttributeValue
  ) -> Diagnostic {
    var finding = Diagnostic(
      .attributeValue, "'\(name)' of '\(kind.name)' \(problem.rule), not \(problem.found)",
      at: Label(problem.span, value.isLiteral ? "" : "is \(value.literal.map(\.description) ?? problem.found)"))
    if case .string(let text) = value.content {
      finding.suggest(problem.suggestions, for: text, value)
      if value.isLiteral, Int(text) != nil {
        finding.help.append("a number stands without quotes")
        finding.fixes.append(Fix("remove the quotes", safety: .safe, edits: [Edit(value.span, text)]))
      }
    }
    return finding
  }

  static func noShorthand(_ kind: OperatorKind, at span: Span) -> Diagnostic {
    let names = kind.attributeNames
    return Diagnostic(
      .noShorthand, "'\(kind.name)' takes its attributes by name", at: Label(span),
      help: [names.isEmpty ? "it has no attributes" : "its attributes are \(names.joined(separator: ", "))"])
  }
}
