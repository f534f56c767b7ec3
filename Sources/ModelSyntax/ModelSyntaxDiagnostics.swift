package import Diagnostics

/// Every code that this target raises.
package enum ModelSyntaxDiagnostics {
  package static let codes: [DiagnosticCode] = []
}
