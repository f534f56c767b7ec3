import Graph

/// What stands in the padding of a convolution.
package enum PaddingMode: String, AttributeChoice {
  case zeros
  /// The input mirrored at its border cells, which are not repeated.
  case reflect
  /// The border cells repeated.
  case replicate
  /// The input continued from its other end.
  case circular
}
