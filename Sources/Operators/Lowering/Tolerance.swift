/// How far an operator's values may be from those of another implementation.
package enum Tolerance: Sendable {
  /// Values are chosen or moved, not computed: they are equal.
  case exact
  /// A fixed number of roundings for each element.
  case rounding
  /// Long sums, whose order is free.
  case accumulation

  /// The largest allowed error, relative to the largest magnitude of the tensor.
  package var relativeError: Float {
    switch self {
    case .exact: 0
    case .rounding: 2e-6
    case .accumulation: 1e-5
    }
  }
}
