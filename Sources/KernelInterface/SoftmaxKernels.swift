/// Arguments of a function along one axis: the tensor is `outer x length x inner`; a unit is one outer index.
///
/// The output may be the input's memory.
package struct SoftmaxArguments {
  package var input: UnsafePointer<Float>
  package var output: UnsafeMutablePointer<Float>
  package var length: Int
  package var inner: Int

  package init(input: UnsafePointer<Float>, output: UnsafeMutablePointer<Float>, length: Int, inner: Int) {
    self.input = input
    self.output = output
    self.length = length
    self.inner = inner
  }
}

/// Arguments of the gradient along one axis, from the forward output; units as forward.
///
/// The gradient may be written over `upstream`.
package struct SoftmaxGradientArguments {
  package var upstream: UnsafePointer<Float>
  package var output: UnsafePointer<Float>
  package var inputGradient: UnsafeMutablePointer<Float>
  package var length: Int
  package var inner: Int

  package init(
    upstream: UnsafePointer<Float>, output: UnsafePointer<Float>, inputGradient: UnsafeMutablePointer<Float>,
    length: Int, inner: Int
  ) {
    self.upstream = upstream
    self.output = output
    self.inputGradient = inputGradient
    self.length = length
    self.inner = inner
  }
}

/// Softmax and its logarithm, and their gradients.
package struct SoftmaxKernels: Sendable {
  package var softmax: Kernel<SoftmaxArguments>
  package var softmaxGradient: Kernel<SoftmaxGradientArguments>
  package var logSoftmax: Kernel<SoftmaxArguments>
  package var logSoftmaxGradient: Kernel<SoftmaxGradientArguments>

  package init(
    softmax: @escaping Kernel<SoftmaxArguments>, softmaxGradient: @escaping Kernel<SoftmaxGradientArguments>,
    logSoftmax: @escaping Kernel<SoftmaxArguments>, logSoftmaxGradient: @escaping Kernel<SoftmaxGradientArguments>
  ) {
    self.softmax = softmax
    self.softmaxGradient = softmaxGradient
    self.logSoftmax = logSoftmax
    self.logSoftmaxGradient = logSoftmaxGradient
  }
}
