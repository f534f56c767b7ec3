package import Diagnostics
import Graph
import ModelSyntax

extension DiagnosticCode {
  package static let duplicateName = DiagnosticCode(
    "E0204", "duplicate-name",
    explanation: """
      Within one scope every layer has a name of its own: the names become the names of the weights, as in PyTorch's
      `state_dict`. Scopes are the file's layers, a `sequential`, a block instance and a named combinator; an unnamed
      `residual` or `parallel` opens none, so its layers share the names around it. In a loop, write the counter into
      the name: `name: conv$i`.
      """,
    bad: """
      cnnc: 1
      model: two_layers_of_one_name
      input: [N, 8]
      layers:
        - relu: {name: act}
        - relu: {name: act}
      """,
    good: """
      cnnc: 1
      model: two_names
      input: [N, 8]
      layers:
        - relu: {name: act1}
        - relu: {name: act2}
      """)

  package static let nestingTooDeep = DiagnosticCode(
    "E0211", "nesting-too-deep",
    explanation: """
      Scopes, combinators and blocks nest up to \(Elaborator.depthLimit) levels after expansion. No known network
      comes near; deeper nesting is a mistake or an attack.
      """,
    bad: chainOfBlocks(ofLength: Elaborator.depthLimit + 1),
    good: chainOfBlocks(ofLength: 3))

  package static let tooManyLayers = DiagnosticCode(
    "E0212", "too-many-layers",
    explanation: """
      Loops and blocks may expand to at most \(Elaborator.layerLimit) layers, layers left out by `when` included. The
      limit keeps checking an untrusted file fast.
      """,
    bad: """
      cnnc: 1
      model: million
      input: [N, 8]
      layers:
        - relu: {repeat: 1000000}
      """,
    good: """
      cnnc: 1
      model: three
      input: [N, 8]
      layers:
        - relu: {repeat: 3}
      """)

  package static let unequalLists = DiagnosticCode(
    "E0213", "unequal-lists",
    explanation: """
      `each` walks its lists together, so all must be equally long: the first pass takes the first value of every list,
      and so on.
      """,
    bad: """
      cnnc: 1
      model: unequal_lists
      input: [N, 8]
      layers:
        - relu: {each: {a: [1, 2, 3], b: [1, 2]}}
      """,
    good: """
      cnnc: 1
      model: equal_lists
      input: [N, 8]
      layers:
        - relu: {each: {a: [1, 2, 3], b: [1, 2, 3]}}
      """)

  package static let loopValue = DiagnosticCode(
    "E0214", "loop-value",
    explanation: """
      `repeat` takes an integer of at least 0, `each` a map from variables to lists of numbers, strings, flags or lists.
      """,
    bad: """
      cnnc: 1
      model: repeat_by_word
      input: [N, 8]
      layers:
        - relu: {repeat: twice}
      """,
    good: """
      cnnc: 1
      model: repeat_by_number
      input: [N, 8]
      layers:
        - relu: {repeat: 2}
      """)

  package static let invalidName = DiagnosticCode(
    "E0220", "invalid-name",
    explanation: """
      A layer's name becomes a part of its weights' names, so it has letters, digits, `_` and `-` only. Dots join the
      parts of a path. `in` is the input of a block.
      """,
    bad: """
      cnnc: 1
      model: name_with_dot
      input: [N, 8]
      layers:
        - relu: {name: stem.act}
      """,
    good: """
      cnnc: 1
      model: name_without_dot
      input: [N, 8]
      layers:
        - relu: {name: stem_act}
      """)

  package static let notAFlag = DiagnosticCode(
    "E0221", "not-a-flag",
    explanation: """
      `when` and `freeze` take true or false, or an expression that comes to one. Numbers are not flags: write
      `$(n > 0)` instead of `$n`.
      """,
    bad: """
      cnnc: 1
      model: number_as_flag
      params: {deep: 1}
      input: [N, 8]
      layers:
        - relu
        - relu: {when: $deep}
      """,
    good: """
      cnnc: 1
      model: comparison_as_flag
      params: {deep: 1}
      input: [N, 8]
      layers:
        - relu
        - relu: {when: $(deep > 0)}
      """)

  private static func chainOfBlocks(ofLength length: Int) -> String {
    let blocks = (1...length).map { index in
      "  b\(index): {layers: [\(index == length ? "relu" : "b\(index + 1)")]}"
    }
    return """
      cnnc: 1
      model: chain
      input: [N, 8]
      blocks:
      \(blocks.joined(separator: "\n"))
      layers:
        - b1
      """
  }
}

extension Diagnostic {
  static func duplicateName(_ name: String, at span: Span, earlier: Span) -> Diagnostic {
    Diagnostic(
      .duplicateName, "a name is given once in a scope: '\(name)' is taken", at: Label(span, "second"),
      labels: earlier == span ? [] : [Label(earlier, "first")],
      help: earlier == span ? ["in a loop, make the name depend on the counter: \(name)$i"] : [])
  }

  static func nestingTooDeep(limit: Int, at span: Span) -> Diagnostic {
    Diagnostic(.nestingTooDeep, "layers nest at most \(limit) levels deep after expansion", at: Label(span))
  }

  static func tooManyLayers(limit: Int, at span: Span) -> Diagnostic {
    Diagnostic(.tooManyLayers, "a model has at most \(limit) layers after expansion", at: Label(span, "one too many"))
  }

  static func unequalLists(
    short: String, _ shortCount: Int, at shortSpan: Span, long: String, _ longCount: Int, _ longSpan: Span
  ) -> Diagnostic {
    Diagnostic(
      .unequalLists,
      "the lists of 'each' must be equally long: '\(short)' has \(shortCount) values, '\(long)' has \(longCount)",
      at: Label(shortSpan, "\(shortCount) values"), labels: [Label(longSpan, "\(longCount) values")])
  }

  static func notACount(_ value: AttributeValue) -> Diagnostic {
    Diagnostic(
      .loopValue, "'repeat' must be an integer of at least 0, not \(value.phrase)", at: Label(value.span))
  }

  static func notAList(_ variable: String, _ value: AttributeValue) -> Diagnostic {
    Diagnostic(.loopValue, "'\(variable)' of 'each' must be a list, not \(value.phrase)", at: Label(value.span))
  }

  static func notALoopValue(_ variable: String, _ value: AttributeValue) -> Diagnostic {
    Diagnostic(
      .loopValue, "'\(variable)' of 'each' must hold numbers, strings, flags or lists, not \(value.phrase)",
      at: Label(value.span))
  }

  static func invalidName(_ value: AttributeValue) -> Diagnostic {
    Diagnostic(
      .invalidName, "'name' must have letters, digits, '_' and '-' only, not \(value.phrase)", at: Label(value.span),
      notes: value.content == .string("in") ? ["'in' is the input of a block"] : [])
  }

  static func notAFlag(_ key: String, _ value: AttributeValue) -> Diagnostic {
    Diagnostic(.notAFlag, "'\(key)' must be true or false, not \(value.phrase)", at: Label(value.span))
  }
}
