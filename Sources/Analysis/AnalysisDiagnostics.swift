package import Diagnostics

/// Every code that this target raises.
package enum AnalysisDiagnostics {
  package static let codes: [DiagnosticCode] = [
    .unknownExpectation, .invalidExpectation, .shapeExpectation, .countExpectation,
  ]
}
