/// Arguments of a function applied to each element; a unit is `elementsPerUnit` elements.
///
/// The output may be the input's memory.
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
///
/// The gradient may be written over `upstream` or `saved`.
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

/// A function of one element and its gradient.
package struct ActivationFunction: Sendable {
  package var forward: Kernel<ActivationArguments>
  package var gradient: Kernel<ActivationGradientArguments>

  package init(
    forward: @escaping Kernel<ActivationArguments>, gradient: @escaping Kernel<ActivationGradientArguments>
  ) {
    self.forward = forward
    self.gradient = gradient
  }
}

/// Functions of one element, and their gradients.
package struct ActivationKernels: Sendable {
  package var relu: ActivationFunction
  package var relu6: ActivationFunction
  package var leakyRelu: ActivationFunction
  package var silu: ActivationFunction
  package var gelu: ActivationFunction
  package var geluTanh: ActivationFunction
  package var hardswish: ActivationFunction
  package var hardsigmoid: ActivationFunction
  package var sigmoid: ActivationFunction
  package var tanh: ActivationFunction

  package init(
    relu: ActivationFunction, relu6: ActivationFunction, leakyRelu: ActivationFunction, silu: ActivationFunction,
    gelu: ActivationFunction, geluTanh: ActivationFunction, hardswish: ActivationFunction,
    hardsigmoid: ActivationFunction, sigmoid: ActivationFunction, tanh: ActivationFunction
  ) {
    self.relu = relu
    self.relu6 = relu6
    self.leakyRelu = leakyRelu
    self.silu = silu
    self.gelu = gelu
    self.geluTanh = geluTanh
    self.hardswish = hardswish
    self.hardsigmoid = hardsigmoid
    self.sigmoid = sigmoid
    self.tanh = tanh
  }
}
