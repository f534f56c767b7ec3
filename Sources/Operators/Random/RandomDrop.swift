import Graph

/// An operator that drops something at random while training and passes everything through in inference.
package protocol RandomDrop: DifferentiableOperator, ViewOperator {
  /// The probability of one thing to be dropped.
  var p: Double { get }
}

extension RandomDrop {
  package static var arity: ClosedRange<Int> { 1...1 }
  package static var primaryAttribute: String? { "p" }
  package static var tolerance: Tolerance { .rounding }

  package func isView(in mode: ExecutionMode) -> Bool { mode == .inference || p == 0 }
}
