package import Diagnostics
import ModelSyntax

extension DiagnosticCode {
  package static let includePath = DiagnosticCode(
    "E0215", "include-path",
    explanation: """
      Included files lie in the folder of the model file or below: the path is relative, and `..` does not lead above
      that folder. So checking a file from a stranger reads nothing else of your machine.
      """,
    bad: """
      cnnc: 1
      model: reaches_out
      include: [../blocks.yaml]
      input: [N, 8]
      layers:
        - relu
      """,
    good: withoutInclude)

  package static let includeCycle = DiagnosticCode(
    "E0216", "include-cycle",
    explanation: "A file cannot include itself, directly or through other files.",
    bad: """
      cnnc: 1
      model: includes_itself
      include: [example.yaml]
      input: [N, 8]
      layers:
        - relu
      """,
    good: withoutInclude)

  package static let unreadableInclude = DiagnosticCode(
    "E0217", "unreadable-include",
    explanation: "Every path of `include` is a file of blocks that can be read.",
    bad: """
      cnnc: 1
      model: includes_nothing
      include: [no-such-file.yaml]
      input: [N, 8]
      layers:
        - relu
      """,
    good: withoutInclude)

  package static let tooManyIncludes = DiagnosticCode(
    "E0218", "too-many-includes",
    explanation: """
      A model includes at most \(IncludeReader.fileLimit) files, at most \(IncludeReader.depthLimit) deep.
      """,
    bad: """
      cnnc: 1
      model: too_many
      include: [\((0...IncludeReader.fileLimit).map { "part\($0).yaml" }.joined(separator: ", "))]
      input: [N, 8]
      layers:
        - relu
      """,
    good: withoutInclude)

  private static let withoutInclude = """
    cnnc: 1
    model: on_its_own
    input: [N, 8]
    layers:
      - relu
    """
}

extension Diagnostic {
  static func includePath(_ include: Located<String>, _ reason: String) -> Diagnostic {
    Diagnostic(
      .includePath, "'include' must stay in the folder of the model file: '\(include.value)' \(reason)",
      at: Label(include.span))
  }

  static func includeCycle(_ cycle: [String], at span: Span) -> Diagnostic {
    Diagnostic(
      .includeCycle, "a file must not include itself: \(cycle.joined(separator: " -> "))", at: Label(span))
  }

  static func unreadableInclude(_ path: String, _ reason: String, at span: Span) -> Diagnostic {
    Diagnostic(.unreadableInclude, "cannot read '\(path)': \(reason)", at: Label(span))
  }

  static func tooManyIncludes(at span: Span) -> Diagnostic {
    Diagnostic(
      .tooManyIncludes,
      "a model includes at most \(IncludeReader.fileLimit) files, \(IncludeReader.depthLimit) levels deep",
      at: Label(span))
  }
}
