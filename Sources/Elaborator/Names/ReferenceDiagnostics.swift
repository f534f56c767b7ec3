package import Diagnostics
import Graph

extension DiagnosticCode {
  package static let unknownLayer = DiagnosticCode(
    "E0202", "unknown-layer",
    explanation: """
      `from` names layers before this one: in the same scope or in a scope around it, and `a.b` is the layer `b` inside
      `a`. The body of a block sees its own layers and its inputs only. A layer that its `when` leaves out is not there.
      """,
    bad: """
      cnnc: 1
      model: misspelt_source
      input: [N, 8]
      layers:
        - relu: {name: stem}
        - relu: {from: stern}
      """,
    good: """
      cnnc: 1
      model: right_source
      input: [N, 8]
      layers:
        - relu: {name: stem}
        - relu: {from: stem}
      """)

  package static let forwardReference = DiagnosticCode(
    "E0203", "forward-reference",
    explanation: """
      A layer reads layers that come before it in the file, and never itself or the scope it is in: the network has no
      cycles.
      """,
    bad: """
      cnnc: 1
      model: reads_later_layer
      input: [N, 8]
      layers:
        - relu: {from: late}
        - relu: {name: late}
      """,
    good: """
      cnnc: 1
      model: reads_earlier_layer
      input: [N, 8]
      layers:
        - relu: {name: early}
        - relu: {from: early}
      """)

  package static let noSuchOutput = DiagnosticCode(
    "E0232", "no-such-output",
    explanation: """
      `name.0`, `name.1` and so on are the outputs of a layer that has several, such as a `parallel` with `join: none`, or a
      pool with `return_indices: true`, whose name alone means its values.
      """,
    bad: """
      cnnc: 1
      model: third_of_two
      input: [N, 8]
      layers:
        - name: halves
          parallel: {branches: [[relu], []], join: none}
        - add: {from: [halves.0, halves.2]}
      """,
    good: """
      cnnc: 1
      model: second_of_two
      input: [N, 8]
      layers:
        - name: halves
          parallel: {branches: [[relu], []], join: none}
        - add: {from: [halves.0, halves.1]}
      """)

  package static let notAReference = DiagnosticCode(
    "E0233", "not-a-reference",
    explanation: """
      `from` takes the name of a layer or a list of names. Layers are not called by number, since numbers change when a
      layer is added: give the layer a `name`.
      """,
    bad: """
      cnnc: 1
      model: reads_by_number
      input: [N, 8]
      layers:
        - relu
        - relu: {from: 0}
      """,
    good: """
      cnnc: 1
      model: reads_by_name
      input: [N, 8]
      layers:
        - relu: {name: first}
        - relu: {from: first}
      """)
}

extension Diagnostic {
  static func unknownLayer(
    _ reference: LayerReference, near: [String], visible: [String], block: String?
  ) -> Diagnostic {
    var finding = Diagnostic(
      .unknownLayer, "\(reference.rule): there is no '\(reference.text)' here", at: Label(reference.value.span))
    finding.suggest(near, for: reference.text, reference.value)
    if let block { finding.notes = ["the body of '\(block)' sees its own layers and its inputs only"] }
    if near.isEmpty, !visible.isEmpty, visible.count <= 8 {
      finding.help.append("the names here are \(visible.joined(separator: ", "))")
    }
    return finding
  }

  static func noSuchInnerLayer(
    _ name: String, of scope: String, _ reference: LayerReference, near: [String]
  ) -> Diagnostic {
    var finding = Diagnostic(
      .unknownLayer, "\(reference.rule): '\(scope)' has no layer '\(name)'", at: Label(reference.value.span))
    if let best = near.first { finding.help = ["did you mean '\(scope).\(best)'?"] }
    return finding
  }

  static func leftOut(_ name: String, _ reference: LayerReference, _ layer: Span) -> Diagnostic {
    Diagnostic(
      .unknownLayer, "\(reference.rule): '\(name)' is left out here by its 'when'", at: Label(reference.value.span),
      labels: [Label(layer, "left out")])
  }

  static func forwardReference(_ name: String, _ reference: LayerReference, _ layer: Span) -> Diagnostic {
    Diagnostic(
      .forwardReference, "\(reference.rule): '\(name)' comes later", at: Label(reference.value.span),
      labels: [Label(layer, "comes later")])
  }

  static func readsItself(_ name: String, _ reference: LayerReference, _ layer: Span) -> Diagnostic {
    Diagnostic(
      .forwardReference, "\(reference.rule): this layer is part of '\(name)'", at: Label(reference.value.span),
      labels: [Label(layer, "not finished here")])
  }

  static func noSuchOutput(_ name: String, count: Int, _ reference: LayerReference) -> Diagnostic {
    let outputs = count == 1 ? "one output, .0" : "\(count) outputs, .0 to .\(max(count - 1, 0))"
    return Diagnostic(
      .noSuchOutput, "'\(reference.text)' must be an output there is: '\(name)' has \(outputs)",
      at: Label(reference.value.span))
  }

  static func numericReference(_ reference: LayerReference) -> Diagnostic {
    Diagnostic(
      .notAReference, "'\(reference.key)' must name a layer, not count it", at: Label(reference.value.span),
      help: ["give the layer a 'name' and write that"])
  }

  /// `from` with a value of another type.
  static func notAReference(_ value: AttributeValue) -> Diagnostic {
    if case .int = value.content {
      return numericReference(LayerReference(key: "from", text: "", value: value, offset: 0))
    }
    return Diagnostic(
      .notAReference, "'from' must be a layer's name or a list of names, not \(value.phrase)", at: Label(value.span))
  }

  /// Adds a question and, when the name stands there literally, fixes that write the near names; one that is nearer
  /// than all others is safe.
  mutating func suggest(_ near: [String], for name: String, at span: Span, isLiteral: Bool = true) {
    guard !near.isEmpty else { return }
    help.append("did you mean \(near.map { "'\($0)'" }.joined(separator: " or "))?")
    guard isLiteral else { return }
    let distances = near.map { Suggestion.editDistance(name, $0, limit: name.utf8.count) }
    for (index, candidate) in near.enumerated() {
      let isClear = index == 0 && distances.dropFirst().allSatisfy { $0 > distances[0] }
      let title = "write \(candidate) instead of \(name)"
      fixes.append(Fix(title, safety: isClear ? .safe : .unsafe, edits: [Edit(span, candidate)]))
    }
  }

  mutating func suggest(_ near: [String], for name: String, _ value: AttributeValue) {
    suggest(near, for: name, at: value.span, isLiteral: value.isLiteral)
  }
}

extension LayerReference {
  fileprivate var rule: String { "'\(key)' must name \(offset == .max ? "a" : "an earlier") layer" }
}
