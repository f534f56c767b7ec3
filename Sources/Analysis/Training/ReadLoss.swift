package import Diagnostics
package import Elaborator
import Graph
package import Operators
import Tensors

/// The loss of a model's `train` section; nil when it names none, or a wrong one, which is reported.
///
/// `loss: cross_entropy`, or `loss: {cross_entropy: {label_smoothing: 0.1}}`. A loss compares the first output of the
/// model with its target.
package func readLoss(
  of elaboration: Elaboration, reporting diagnostics: inout [Diagnostic]
) -> (any LossOperator)? {
  guard let entry = elaboration.sections.train.first(where: { $0.key == "loss" }) else { return nil }
  var name: (text: String, span: Span)?
  var attributes: [AttributeValue.Entry] = []
  switch entry.value.content {
  case .string(let text): name = (text, entry.value.span)
  case .map(let members) where members.count == 1:
    name = (members[0].key, members[0].keySpan)
    if case .map(let entries) = members[0].value.content { attributes = entries }
  default: break
  }
  guard let name, let kind = OperatorRegistry.find(name.text) as? any LossOperator.Type else {
    diagnostics.append(.unknownLoss(name?.text, at: name?.span ?? entry.value.span))
    return nil
  }
  var loss = kind.init()
  for attribute in attributes { set(attribute, on: &loss, reporting: &diagnostics) }
  if diagnostics.isEmpty { check(loss, against: elaboration, at: name.span, reporting: &diagnostics) }
  return diagnostics.isEmpty ? loss : nil
}

private func set(
  _ attribute: AttributeValue.Entry, on loss: inout any LossOperator, reporting diagnostics: inout [Diagnostic]
) {
  do throws(AttributeProblem) {
    if try loss.set(attribute.key, to: attribute.value) == nil {
      let names = type(of: loss).attributeDescriptions.map(\.name)
      diagnostics.append(.unknownLossAttribute(attribute, of: loss.name, names))
    }
  } catch {
    diagnostics.append(
      Diagnostic(
        .invalidLoss, "'\(attribute.key)' \(error.rule): found \(error.found)", at: Label(error.span),
        help: error.suggestions.prefix(1).map { "did you mean '\($0)'?" }))
  }
}

private func check(
  _ loss: any LossOperator, against elaboration: Elaboration, at span: Span, reporting diagnostics: inout [Diagnostic]
) {
  guard let graph = elaboration.graph, let output = graph.outputs.first else { return }
  let prediction = graph[output.value].type
  var violations: [Violation] = []
  _ = loss.outputTypes(for: [prediction, loss.targetType(for: prediction)], reporting: &violations)
  guard let violation = violations.first else { return }
  let producer = graph[output.value].producer.map { Label(graph[$0].origin.span, "produces \(prediction)") }
  diagnostics.append(
    Diagnostic(
      .invalidLoss, "'\(loss.name)' must fit the output '\(output.name)': \(violation.message)",
      at: Label(span, violation.label), labels: producer.map { [$0] } ?? [], notes: violation.notes,
      help: violation.help))
}

extension DiagnosticCode {
  package static let invalidLoss = DiagnosticCode(
    "E0530", "invalid-loss",
    explanation: """
      `train.loss` names the operator that compares the model's first output with its target, alone or as the one key of a
      map with its attributes: `loss: {cross_entropy: {label_smoothing: 0.1}}`. The output must have a shape that the loss
      takes.
      """,
    bad: """
      cnnc: 1
      model: classes
      input: [N, 784]
      layers:
        - linear: 10
      train:
        loss: crossentropy
      """,
    good: """
      cnnc: 1
      model: classes
      input: [N, 784]
      layers:
        - linear: 10
      train:
        loss: cross_entropy
      """)
}

extension Diagnostic {
  fileprivate static func unknownLoss(_ name: String?, at span: Span) -> Diagnostic {
    let names = OperatorRegistry.all.filter { $0 is any LossOperator.Type }.map { $0.name }
    let rule = "'loss' must be one of \(names.joined(separator: ", "))"
    guard let name else { return Diagnostic(.invalidLoss, rule, at: Label(span)) }
    let near = Suggestion.nearest(to: name, among: names).first
    return Diagnostic(
      .invalidLoss, "\(rule): found '\(name)'", at: Label(span),
      fixes: near.map { [Fix("change it to '\($0)'", safety: .safe, edits: [Edit(span, $0)])] } ?? [])
  }

  fileprivate static func unknownLossAttribute(
    _ entry: AttributeValue.Entry, of loss: String, _ names: [String]
  ) -> Diagnostic {
    Diagnostic(
      .invalidLoss, "'\(loss)' has no attribute '\(entry.key)'", at: Label(entry.keySpan),
      help: Suggestion.nearest(to: entry.key, among: names).prefix(1).map { "did you mean '\($0)'?" })
  }
}
