package import Diagnostics

/// Every code that this target raises.
package enum AnalysisDiagnostics {
  package static let codes: [DiagnosticCode] =
    [
      .notTileable, .unknownExpectation, .invalidExpectation, .shapeExpectation, .countExpectation, .notCausal,
      .unknownLint, .unusedSuppression, .unknownSuppression,
    ] + Lints.all.map { $0.code }
}
