package import Diagnostics
import Graph
import ModelSyntax

extension Elaborator {
  /// Names the graph's outputs: those that the file lists, else what the last layer puts out.
  func addOutputs(last: Flow, in context: LayerContext) {
    if document.outputs.isEmpty {
      graph.outputs = ports(last.path, last.values)
      return
    }
    var spans: [String: Span] = [:]
    for output in document.outputs {
      let source = AttributeValue(.string(output.source.value), at: output.source.span)
      let values: [ValueID]
      let reference = LayerReference(key: "outputs", text: output.source.value, value: source, offset: .max)
      switch resolve(reference, in: context) {
      case .found(let found, _): values = found
      case .corrected(let found, let finding):
        values = found
        findings.report(finding)
      case .failed(let finding):
        values = [unknownValue]
        if let finding { findings.report(finding) }
      }
      let name = output.alias ?? output.source
      if let earlier = spans[name.value] {
        findings.report(.duplicateOutput(name, earlier: earlier))
        continue
      }
      spans[name.value] = name.span
      graph.outputs += ports(name.value, values)
    }
  }

  /// One port by the name, or several with numbers.
  private func ports(_ name: String, _ values: [ValueID]) -> [Port] {
    if values.count == 1 { return [Port(name: name, value: values[0])] }
    return values.enumerated().map { Port(name: "\(name).\($0)", value: $1) }
  }
}

extension DiagnosticCode {
  package static let duplicateOutput = DiagnosticCode(
    "E0225", "duplicate-output",
    explanation: "Every output of the model has a name of its own; an alias tells two uses of one layer apart.",
    bad: """
      cnnc: 1
      model: one_name_twice
      input: [N, 8]
      layers:
        - relu: {name: features}
      outputs: [features, features]
      """,
    good: """
      cnnc: 1
      model: one_name_once
      input: [N, 8]
      layers:
        - relu: {name: features}
      outputs: [features]
      """)
}

extension Diagnostic {
  static func duplicateOutput(_ name: Located<String>, earlier: Span) -> Diagnostic {
    Diagnostic(
      .duplicateOutput, "an output's name is given once: '\(name.value)' is taken", at: Label(name.span, "second"),
      labels: [Label(earlier, "first")])
  }
}
