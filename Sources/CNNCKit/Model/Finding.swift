import Diagnostics

/// One thing that is wrong or doubtful in a model file.
public struct Finding: Sendable {
  public enum Severity: String, Sendable {
    case note, warning, error
  }

  /// The stable identifier, such as `E0301`; `cnnc explain E0301` says more.
  public let code: String
  /// One phrase that stands on its own.
  public let message: String
  public let severity: Severity
  public let path: String
  /// Counted from 1.
  public let line: Int
  /// Counted from 1, in characters.
  public let column: Int
  /// The finding as `cnnc check` prints it, with the lines it is about.
  public let text: String

  init(_ diagnostic: Diagnostic, in sources: SourceMap) {
    let span = diagnostic.primary.span
    let position = sources[span.source].position(at: span.lower)
    code = diagnostic.code.id
    message = diagnostic.message
    severity =
      switch diagnostic.severity {
      case .note: .note
      case .warning: .warning
      case .error: .error
      }
    path = sources[span.source].path
    line = position.line
    column = position.column
    text = TextRenderer().render(diagnostic, in: sources)
  }
}
