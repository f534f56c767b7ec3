/// Arguments of a function applied to each element; a unit is `elementsPerUnit` elements.
///
/// The output may be the input's memory.
package struct ActivationArguments {
  package static let elementsPerUnit = 4096

  package var input: UnsafePointer<Float>
  package var output: UnsafeMutablePointer<Float>
  package var count: Int
  package var constants: FunctionConstants

  package init(
    input: UnsafePointer<Float>, output: UnsafeMutablePointer<Float>, count: Int,
    constants: FunctionConstants = FunctionConstants()
  ) {
    self.input = input
    self.output = output
    self.count = count
    self.constants = constants
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
  package var constants: FunctionConstants

  package init(
    upstream: UnsafePointer<Float>, saved: UnsafePointer<Float>, inputGradient: UnsafeMutablePointer<Float>,
    count: Int, constants: FunctionConstants = FunctionConstants()
  ) {
    self.upstream = upstream
    self.saved = saved
    self.inputGradient = inputGradient
    self.count = count
    self.constants = constants
  }
}

/// Arguments of a gated half: a row of the input is two halves of `length` elements, a row of the output one.
///
/// A unit is `elementsPerUnit` elements of one row of the output.
package struct GateArguments {
  package static let elementsPerUnit = 4096

  package var input: UnsafePointer<Float>
  package var output: UnsafeMutablePointer<Float>
  package var length: Int

  package init(input: UnsafePointer<Float>, output: UnsafeMutablePointer<Float>, length: Int) {
    self.input = input
    self.output = output
    self.length = length
  }
}

/// Arguments of the gradient of a gated half; rows and units as forward.
package struct GateGradientArguments {
  package var upstream: UnsafePointer<Float>
  package var input: UnsafePointer<Float>
  package var inputGradient: UnsafeMutablePointer<Float>
  package var length: Int

  package init(
    upstream: UnsafePointer<Float>, input: UnsafePointer<Float>, inputGradient: UnsafeMutablePointer<Float>,
    length: Int
  ) {
    self.upstream = upstream
    self.input = input
    self.inputGradient = inputGradient
    self.length = length
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

/// Functions of one element with their gradients, and functions of an element and what belongs to it.
package struct ActivationKernels: Sendable {
  package var relu: ActivationFunction
  package var relu6: ActivationFunction
  /// `x` above 0, else `alpha x`.
  package var leakyRelu: ActivationFunction
  /// `x` above 0, else `alpha (exp(beta x) - 1)`.
  package var elu: ActivationFunction
  package var selu: ActivationFunction
  package var gelu: ActivationFunction
  package var geluTanh: ActivationFunction
  package var silu: ActivationFunction
  package var mish: ActivationFunction
  package var hardswish: ActivationFunction
  package var hardsigmoid: ActivationFunction
  /// Bounded to `alpha ... beta`, with gradient 0 at both bounds.
  package var hardtanh: ActivationFunction
  package var sigmoid: ActivationFunction
  package var tanh: ActivationFunction
  /// `log(1 + exp(alpha x)) / alpha`, but `x` where `alpha x` is above `beta`.
  package var softplus: ActivationFunction
  package var softsign: ActivationFunction
  /// `x` above `alpha`, else `beta`.
  package var threshold: ActivationFunction
  package var exp: ActivationFunction
  package var log: ActivationFunction
  package var sqrt: ActivationFunction
  package var abs: ActivationFunction
  package var neg: ActivationFunction
  /// Bounded to `alpha ... beta`, with gradient 1 at both bounds.
  package var clamp: ActivationFunction
  /// `x` to the power `alpha`.
  package var pow: ActivationFunction
  /// `x` above 0, else `weight x`; the weight is repeated.
  package var prelu: Kernel<BroadcastArguments>
  /// 1 above 0, else the weight.
  package var preluSlope: Kernel<BroadcastArguments>
  package var glu: Kernel<GateArguments>
  package var gluGradient: Kernel<GateGradientArguments>

  package init(
    relu: ActivationFunction, relu6: ActivationFunction, leakyRelu: ActivationFunction, elu: ActivationFunction,
    selu: ActivationFunction, gelu: ActivationFunction, geluTanh: ActivationFunction, silu: ActivationFunction,
    mish: ActivationFunction, hardswish: ActivationFunction, hardsigmoid: ActivationFunction,
    hardtanh: ActivationFunction, sigmoid: ActivationFunction, tanh: ActivationFunction,
    softplus: ActivationFunction, softsign: ActivationFunction, threshold: ActivationFunction,
    exp: ActivationFunction, log: ActivationFunction, sqrt: ActivationFunction, abs: ActivationFunction,
    neg: ActivationFunction, clamp: ActivationFunction, pow: ActivationFunction,
    prelu: @escaping Kernel<BroadcastArguments>, preluSlope: @escaping Kernel<BroadcastArguments>,
    glu: @escaping Kernel<GateArguments>, gluGradient: @escaping Kernel<GateGradientArguments>
  ) {
    self.relu = relu
    self.relu6 = relu6
    self.leakyRelu = leakyRelu
    self.elu = elu
    self.selu = selu
    self.gelu = gelu
    self.geluTanh = geluTanh
    self.silu = silu
    self.mish = mish
    self.hardswish = hardswish
    self.hardsigmoid = hardsigmoid
    self.hardtanh = hardtanh
    self.sigmoid = sigmoid
    self.tanh = tanh
    self.softplus = softplus
    self.softsign = softsign
    self.threshold = threshold
    self.exp = exp
    self.log = log
    self.sqrt = sqrt
    self.abs = abs
    self.neg = neg
    self.clamp = clamp
    self.pow = pow
    self.prelu = prelu
    self.preluSlope = preluSlope
    self.glu = glu
    self.gluGradient = gluGradient
  }
}
