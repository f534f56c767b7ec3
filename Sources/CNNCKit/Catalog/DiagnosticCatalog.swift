import Analysis
package import Diagnostics
import Elaborator
import Formats
import ModelSyntax
import Operators

/// Every kind of finding, in the order of the codes.
package enum DiagnosticCatalog {
  package static let all: [DiagnosticCode] =
    [
      ModelSyntaxDiagnostics.codes, OperatorsDiagnostics.codes, ElaboratorDiagnostics.codes, AnalysisDiagnostics.codes,
      FormatsDiagnostics.codes,
    ].flatMap { $0 }.sorted { $0.id < $1.id }

  /// The code with an identifier or name, however it is capitalised, with `-` or `_`.
  package static func find(_ query: String) -> DiagnosticCode? {
    let query = query.lowercased().replacing("_", with: "-")
    return all.first { $0.id.lowercased() == query || $0.name == query }
  }
}
