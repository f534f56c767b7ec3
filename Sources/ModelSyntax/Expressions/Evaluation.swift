package import Diagnostics

extension Expression {
  /// The value in a scope, by Python's rules; the first problem is thrown.
  package func evaluate(in scope: ExpressionScope) throws(ExpressionError) -> ExpressionValue {
    throw ExpressionError(nil)
  }
}

extension WrittenValue {
  /// The value with every expression in it evaluated; every independent problem is reported.
  ///
  /// nil when a part has no value, whether that is reported here or was before.
  package func evaluate(in scope: ExpressionScope, reporting diagnostics: inout [Diagnostic]) -> EvaluatedValue? {
    nil
  }
}
