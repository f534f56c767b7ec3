/// A function of each element that a kernel applies to its results before it stores them.
package enum FusedActivation: Hashable, Sendable {
  case none
  /// `min(max(x, low), high)`; relu is `0 ... infinity`.
  case clamp(low: Float, high: Float)
  case leakyRelu(slope: Float)
  case silu, sigmoid, hardswish, hardsigmoid, tanh, gelu, geluTanh, mish
  case elu(alpha: Float)
}

/// What happens to the sums of a convolution, in this order, before they are stored.
package struct Finish {
  /// A tensor of the result's shape and layout that is added; may be the result's memory.
  package var addend: UnsafePointer<Float>?
  /// Floats between images of the addend.
  package var addendStride: Int
  package var activation: FusedActivation

  package init(addend: UnsafePointer<Float>? = nil, addendStride: Int = 0, activation: FusedActivation = .none) {
    self.addend = addend
    self.addendStride = addendStride
    self.activation = activation
  }
}
