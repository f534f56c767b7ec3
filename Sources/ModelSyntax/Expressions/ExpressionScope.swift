package import Diagnostics

/// The names that an expression may use at its place.
package struct ExpressionScope {
  /// What a scope knows of one name.
  package enum Answer: Sendable {
    case value(ExpressionValue)
    /// No such name here: an error that suggests near names.
    case unknown
    /// The name is right but has no value here, such as `in_height` when the height is a symbol: an error with this
    /// reason, a phrase like `the height of the input is the symbol H`.
    case unavailable(String)
    /// The value follows from something already reported: evaluation stops without a message.
    case poisoned
  }

  package var lookup: (String) -> Answer
  /// Every name in scope, for suggestions; asked only when one is unknown.
  package var names: () -> [String]

  package init(lookup: @escaping (String) -> Answer, names: @escaping () -> [String]) {
    self.lookup = lookup
    self.names = names
  }
}

/// Why an expression has no value.
package struct ExpressionError: Error, Hashable {
  /// nil when the cause is already reported.
  package var diagnostic: Diagnostic?

  package init(_ diagnostic: Diagnostic?) { self.diagnostic = diagnostic }
}
