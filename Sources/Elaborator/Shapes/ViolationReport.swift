import Diagnostics
import Graph
import ModelSyntax
import Tensors

extension Elaborator {
  /// Gives a violation its places: an attribute's value, the layers that produce the inputs, the operator's name.
  func diagnostic(
    _ violation: Violation, _ operation: any Operator, _ call: OperatorCall, in environment: Environment
  ) -> Diagnostic {
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
    if case .attribute(let name) = violation.subject, finding.severity == .error || call.attribute(name) == nil,
      let label = cause(of: name, call, environment)
    {
      finding.labels.append(label)
    }
    noteFlattenedFeatures(in: &finding, violation, call)
    if noteAxisOrder(in: &finding, violation, call) { return finding }
    let writer = FixWriter(sources: sources, call: call)
    let inputs = call.inputs.map { graph[$0].type }
    for repair in violation.repairs where repair.mends(operation, violation, inputs) {
      if let edits = writer.edits(for: repair) {
        finding.fixes.append(Fix(repair.title, safety: repair.safety, edits: edits))
      } else {
        finding.help.append(repair.titleWithValues)
      }
    }
    if let input = call.inputs.first { finding.fixes += channelFixes(violation.wantedChannels, of: input) }
    return finding
  }

  /// Where the value of an attribute comes from when the layer itself does not write it: the file's defaults, or the
  /// param that `$name` stands for.
  private func cause(of name: String, _ call: OperatorCall, _ environment: Environment) -> Label? {
    guard let attribute = call.attribute(name) else {
      return call.kind.defaults.first { $0.name == name }.map {
        Label($0.value.span, "set here for every '\(call.kind.name)'")
      }
    }
    guard let value = attribute.value, !value.isLiteral else { return nil }
    let text = sources.text(of: value.span)
    guard text.hasPrefix("$"), let place = environment.place(of: String(text.dropFirst())),
      !sources.text(of: place).hasPrefix("$")
    else { return nil }
    return Label(place, "'\(text.dropFirst())' is set here")
  }

  func label(_ subject: Violation.Subject, _ text: String, _ call: OperatorCall) -> Label {
    switch subject {
    case .layer: return Label(call.nameSpan, text)
    case .input(let index):
      guard call.inputs.indices.contains(index) else { return Label(call.nameSpan, text) }
      let value = shapeSource(of: call.inputs[index])
      if let producer = graph[value].producer {
        return Label(graph[producer].origin.span, text + reshaping(of: value, by: graph[producer]))
      }
      return Label(inputSpans[value] ?? call.nameSpan, text)
    case .attribute(let name):
      guard let attribute = call.attribute(name) else { return Label(call.nameSpan, text) }
      let span = attribute.value?.span ?? attribute.writtenSpan
      guard let value = attribute.value, !value.isLiteral, let literal = value.literal else { return Label(span, text) }
      return Label(span, text.isEmpty || text == "\(literal)" ? "is \(literal)" : "\(text); is \(literal)")
    }
  }

  /// The value that first had the type of this one, behind layers such as activations that keep it.
  func shapeSource(of value: ValueID) -> ValueID {
    var source = value
    while let producer = graph[source].producer, graph[producer].inputs.count == 1,
      case let input = graph[producer].inputs[0], graph[input].type == graph[source].type
    {
      source = input
    }
    return source
  }

  /// What a layer that joins or divides axes made a shape from, as the end of a label.
  private func reshaping(of value: ValueID, by producer: Node) -> String {
    guard producer.inputs.count == 1, let shape = graph[value].type.shape,
      let source = graph[producer.inputs[0]].type.shape, source.rank != shape.rank
    else { return "" }
    return " from \(source)"
  }

  private func producerPath(of value: ValueID) -> String? {
    graph[value].producer.map { graph[$0].path } ?? graph.inputs.first { $0.value == value }?.name
  }
}

extension Violation.Repair {
  /// The title with every value that it does not name itself.
  fileprivate var titleWithValues: String {
    let values = assignments.filter { !title.hasSuffix("\($0.attribute) to \($0.value)") }
    return values.isEmpty
      ? title : "\(title) (\(values.map { "\($0.attribute): \($0.value)" }.joined(separator: ", ")))"
  }

  /// Whether the rule holds with the repair, and no other is broken by it.
  fileprivate func mends(_ operation: any Operator, _ violation: Violation, _ inputs: [TensorType]) -> Bool {
    var mended = operation
    let nowhere = Span(SourceID(index: 0), 0..<0)
    if let replaced, (try? mended.set(replaced, to: AttributeValue(.null, at: nowhere))) == nil { return false }
    for assignment in assignments {
      let value = AttributeValue(assignment.value, at: nowhere)
      guard (try? mended.set(assignment.attribute, to: value)) != nil else { return false }
    }
    var before: [Violation] = []
    var after: [Violation] = []
    _ = operation.outputTypes(for: inputs, reporting: &before)
    _ = mended.outputTypes(for: inputs, reporting: &after)
    let codes = before.certain.map(\.code)
    return !after.certain.contains {
      $0.code.severity == .error && ($0.code == violation.code || !codes.contains($0.code))
    }
  }
}
