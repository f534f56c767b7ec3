package import Diagnostics

/// Why a data file cannot be used.
package enum DataError: Error, Hashable {
  /// The file system failed: exit status 3.
  case file(FileError)
  /// The content breaks a rule: a finding, exit status 1.
  case content(DataProblem)
  /// The values do not fit into memory: exit status 3.
  case outOfMemory
}

/// A broken rule in words, to be placed where the user named the file.
package struct DataProblem: Error, Hashable {
  package var code: DiagnosticCode
  package var message: String
  package var notes: [String]
  package var help: [String]

  package init(_ code: DiagnosticCode, _ message: String, notes: [String] = [], help: [String] = []) {
    self.code = code
    self.message = message
    self.notes = notes
    self.help = help
  }

  /// The finding at the span that names the file, such as the value of `weights:` or of `--input`.
  package func diagnostic(at span: Span) -> Diagnostic {
    Diagnostic(code, message, at: Label(span), notes: notes, help: help)
  }
}
