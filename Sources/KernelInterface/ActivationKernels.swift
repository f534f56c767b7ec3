/// Arguments of a function applied to each element; a unit is `elementsPerUnit` elements.
package struct ActivationArguments {
  package static let elementsPerUnit = 4096

  package var input: UnsafePointer<Float>
  package var output: UnsafeMutablePointer<Float>
  package var count: Int
  /// The function's constant, such as the slope of leaky ReLU; ignored by functions without one.
  package var alpha: Float

  package init(input: UnsafePointer<Float>, output: UnsafeMutablePointer<Float>, count: Int, alpha: Float = 0) {
    self.input = input
    self.output = output
    self.count = count
    self.alpha = alpha
  }
}

/// Arguments of the gradient of a function of each element: `inputGradient = upstream * f'(input)`.
package struct ActivationGradientArguments {
  package var upstream: UnsafePointer<Float>
  /// The forward input or output, whichever the function's derivative is written in.
  package var saved: UnsafePointer<Float>
  package var inputGradient: UnsafeMutablePointer<Float>
  package var count: Int
  package var alpha: Float

  package init(
    upstream: UnsafePointer<Float>, saved: UnsafePointer<Float>, inputGradient: UnsafeMutablePointer<Float>,
    count: Int, alpha: Float = 0
  ) {
    self.upstream = upstream
    self.saved = saved
    self.inputGradient = inputGradient
    self.count = count
    self.alpha = alpha
  }
}

/// Functions of one element, and their gradients.
package struct ActivationKernels: Sendable {
  package var relu: Kernel<ActivationArguments>
  package var reluGradient: Kernel<ActivationGradientArguments>

  package init(relu: @escaping Kernel<ActivationArguments>, reluGradient: @escaping Kernel<ActivationGradientArguments>) {
    self.relu = relu
    self.reluGradient = reluGradient
  }
}
