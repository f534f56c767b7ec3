import Diagnostics
import Graph
import ModelSyntax
import Tensors

extension Elaborator {
  /// Gives a violation its places: an attribute's value, the layers that produce the inputs, the operator's name.
  func diagnostic(_ violation: Violation, _ operation: any Operator, _ call: OperatorCall) -> Diagnostic {
    let primary = label(violation.subject, violation.label, call)
    var finding = Diagnostic(
      violation.code, violation.message, at: primary, notes: violation.notes, help: violation.help, layer: call.path)
    for remark in violation.remarks {
      let label = label(remark.subject, remark.text, call)
      if label.span != primary.span {
        finding.labels.append(label)
      } else if case .input(let index) = remark.subject,
        let producer = producerPath(of: shapeSource(of: call.inputs[index]))
      {
        finding.notes.append("\(producer) \(remark.text)")
      }
    }
    if case .attribute(let name) = violation.subject, call.attribute(name) == nil,
      let value = call.kind.defaults.first(where: { $0.name == name })?.value
    {
      finding.labels.append(Label(value.span, "set here for every '\(call.kind.name)'"))
    }
    if let note = axisOrderNote(for: violation), !finding.notes.contains(note) { finding.notes.append(note) }
    let writer = FixWriter(sources: sources, call: call)
    let inputs = call.inputs.map { graph[$0].type }
    for repair in violation.repairs where repair.mends(operation, violation, inputs) {
      if let edits = writer.edits(for: repair.assignments) {
        finding.fixes.append(Fix(repair.title, safety: repair.safety, edits: edits))
      } else {
        let values = repair.assignments.map { "\($0.attribute): \($0.value)" }.joined(separator: ", ")
        finding.help.append("\(repair.title) (\(values))")
      }
    }
    return finding
  }

  private func label(_ subject: Violation.Subject, _ text: String, _ call: OperatorCall) -> Label {
    switch subject {
    case .layer: return Label(call.nameSpan, text)
    case .input(let index):
      guard call.inputs.indices.contains(index) else { return Label(call.nameSpan, text) }
      let value = shapeSource(of: call.inputs[index])
      if let producer = graph[value].producer { return Label(graph[producer].origin.span, text) }
      return Label(inputSpans[value] ?? call.nameSpan, text)
    case .attribute(let name):
      guard let attribute = call.attribute(name) else { return Label(call.nameSpan, text) }
      let span = attribute.value?.span ?? attribute.writtenSpan
      guard let value = attribute.value, !value.isLiteral, let literal = value.literal else { return Label(span, text) }
      return Label(span, text.isEmpty ? "is \(literal)" : "\(text); is \(literal)")
    }
  }

  /// The value that first had the type of this one, behind layers such as activations that keep it.
  private func shapeSource(of value: ValueID) -> ValueID {
    var source = value
    while let producer = graph[source].producer, graph[producer].inputs.count == 1,
      case let input = graph[producer].inputs[0], graph[input].type == graph[source].type
    {
      source = input
    }
    return source
  }

  private func producerPath(of value: ValueID) -> String? {
    graph[value].producer.map { graph[$0].path } ?? graph.inputs.first { $0.value == value }?.name
  }

  /// A note on the first broken shape rule when an input of the model looks like N H W C.
  private func axisOrderNote(for violation: Violation) -> String? {
    guard violation.code.severity == .error, !hasNotedAxisOrder else { return nil }
    hasNotedAxisOrder = true
    for input in graph.inputs {
      guard let shape = graph[input.value].type.shape, shape.rank == 4, let channels = shape[3].value,
        [1, 3, 4].contains(channels), let first = shape[1].value, let second = shape[2].value, min(first, second) > 4
      else { continue }
      let mended = Shape([shape[0], shape[3], shape[1], shape[2]])
      return "axes are in the order N C H W; the input \(shape) looks like N H W C, which is \(mended) here"
    }
    return nil
  }
}

extension Violation.Repair {
  /// Whether the rule holds with the repair, and no other is broken by it.
  fileprivate func mends(_ operation: any Operator, _ violation: Violation, _ inputs: [TensorType]) -> Bool {
    var mended = operation
    for assignment in assignments {
      let value = AttributeValue(assignment.value, at: Span(SourceID(index: 0), 0..<0))
      guard (try? mended.set(assignment.attribute, to: value)) != nil else { return false }
    }
    var before: [Violation] = []
    var after: [Violation] = []
    _ = operation.outputTypes(for: inputs, reporting: &before)
    _ = mended.outputTypes(for: inputs, reporting: &after)
    let codes = before.map(\.code)
    return !after.contains { $0.code.severity == .error && ($0.code == violation.code || !codes.contains($0.code)) }
  }
}
