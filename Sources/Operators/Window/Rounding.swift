import Graph

/// What happens when the windows do not end where the padded input ends.
package enum Rounding: String, AttributeChoice {
  /// It is an error.
  case exact
  /// The rest is not read (PyTorch, Keras, ONNX).
  case floor
  /// One window more reads beyond the end, if it starts inside the input or the begin padding (PyTorch's `ceil_mode`).
  case ceil
}
