/// How much a finding matters: errors make `check` fail.
package enum Severity: String, Hashable, Sendable, Comparable, CaseIterable {
  case note, warning, error

  package static func < (a: Severity, b: Severity) -> Bool {
    allCases.firstIndex(of: a)! < allCases.firstIndex(of: b)!
  }
}

/// One kind of finding, declared once beside the check that raises it.
///
/// The ranges are E01 syntax, E02 names, blocks and expressions, E03 shapes, E04 attributes, E05 weights and data,
/// E06 expectations, W09 lints. A code is never reused.
package struct DiagnosticCode: Sendable {
  /// What `bad` and `good` are.
  package enum ExampleKind: Hashable, Sendable {
    /// Complete model files: checking the bad one raises exactly this code, checking the good one nothing.
    case model
    /// Sentences about a binary file, which no text can show; the tests of `Formats` hold the bytes.
    case words
  }

  /// The stable identifier, such as `E0301`.
  package let id: String
  /// The stable name in kebab case, such as `pixel-loss`.
  package let name: String
  package let severity: Severity
  /// What the rule is and why it holds, as Markdown paragraphs; the text of `cnnc explain`.
  package let explanation: String
  package let exampleKind: ExampleKind
  /// What raises exactly this code.
  package let bad: String
  /// The same mended: it raises nothing.
  package let good: String

  package init(
    _ id: String, _ name: String, severity: Severity = .error, explanation: String,
    exampleKind: ExampleKind = .model, bad: String, good: String
  ) {
    self.id = id
    self.name = name
    self.severity = severity
    self.explanation = explanation
    self.exampleKind = exampleKind
    self.bad = bad
    self.good = good
  }
}

extension DiagnosticCode {
  /// What a range of codes is about.
  package enum Subject: String, Hashable, Sendable {
    case syntax = "01"
    case names = "02"
    case shapes = "03"
    case attributes = "04"
    case data = "05"
    case expectations = "06"
    case lints = "09"
  }

  /// The subject of the range that the code is in; nil outside the ranges.
  package var subject: Subject? { Subject(rawValue: String(id.dropFirst().prefix(2))) }
}

extension DiagnosticCode: Hashable {
  package static func == (a: DiagnosticCode, b: DiagnosticCode) -> Bool { a.id == b.id }
  package func hash(into hasher: inout Hasher) { hasher.combine(id) }
}
