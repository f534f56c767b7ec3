package import Diagnostics
import Execution
package import Formats

/// Why something with a model did not work that is no finding about its file.
public struct ModelError: Error, CustomStringConvertible {
  package enum Reason: Sendable {
    /// The file system failed.
    case file(FileError)
    /// The model, or data for it, has findings of severity error.
    case findings([Diagnostic], SourceMap)
    /// What was asked for does not fit the model, as a phrase.
    case request(String)
    /// The machine or this program failed, as a phrase.
    case failure(String)
  }

  package let reason: Reason

  package init(_ reason: Reason) { self.reason = reason }

  /// The error for data that a span names.
  init(_ error: DataError, at span: Span, _ sources: SourceMap) {
    switch error {
    case .file(let error): self.init(.file(error))
    case .content(let problem): self.init(.findings([problem.diagnostic(at: span)], sources))
    case .outOfMemory: self.init(.failure("the system has not enough memory for this"))
    }
  }

  init(_ error: SessionError) {
    switch error {
    case .outOfMemory: self.init(.failure(error.description))
    default: self.init(.request(error.description))
    }
  }

  /// The reason for people; findings are printed in full.
  public var description: String {
    switch reason {
    case .file(let error): error.description
    case .findings(let diagnostics, let sources):
      diagnostics.map { TextRenderer().render($0, in: sources) }.joined(separator: "\n")
    case .request(let phrase), .failure(let phrase): phrase
    }
  }
}
