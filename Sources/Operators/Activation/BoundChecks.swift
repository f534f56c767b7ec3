package import Diagnostics
import Graph

extension Violation {
  /// A lower bound that is not below the upper one.
  static func boundsOutOfOrder(
    of name: String, _ low: (attribute: String, value: Double), _ high: (attribute: String, value: Double),
    mayBeEqual: Bool
  ) -> Violation {
    let values = [low.value, high.value].map { AttributeLiteral.float($0).description }
    return Violation(
      .boundsOutOfOrder,
      "'\(low.attribute)' of '\(name)' must \(mayBeEqual ? "not be above" : "be below") '\(high.attribute)':"
        + " they are \(values[0]) and \(values[1])", at: .attribute(low.attribute), label: values[0])
  }
}

extension DiagnosticCode {
  package static let boundsOutOfOrder = DiagnosticCode(
    "E0440", "bounds-out-of-order",
    explanation: """
      The lower bound of an activation that cuts elements off must lie below the upper one. Otherwise every element would
      become the same number, and nothing would learn.
      """,
    bad: """
      cnnc: 1
      model: bounds_out_of_order
      input: [N, 3, 8, 8]
      layers:
        - hardtanh: {min_val: 6, max_val: 0}
      """,
    good: """
      cnnc: 1
      model: bounds_in_order
      input: [N, 3, 8, 8]
      layers:
        - hardtanh: {min_val: 0, max_val: 6}
      """)

  package static let missingBound = DiagnosticCode(
    "E0441", "missing-bound",
    explanation: "`clamp` has a lower bound `min`, an upper bound `max`, or both. Without any it would do nothing.",
    bad: """
      cnnc: 1
      model: missing_bound
      input: [N, 3, 8, 8]
      layers:
        - clamp
      """,
    good: """
      cnnc: 1
      model: lower_bound
      input: [N, 3, 8, 8]
      layers:
        - clamp: {min: 0}
      """)
}
