import KernelInterface

func makeActivationKernels() -> ActivationKernels {
  ActivationKernels(
    relu: vectors(Relu.self), relu6: vectors(Relu6.self), leakyRelu: vectors(LeakyRelu.self),
    elu: vectors(Elu.self), selu: vectors(Selu.self), gelu: vectors(Gelu.self), geluTanh: vectors(GeluTanh.self),
    silu: vectors(Silu.self), mish: vectors(Mish.self), hardswish: vectors(Hardswish.self),
    hardsigmoid: vectors(Hardsigmoid.self), hardtanh: vectors(Hardtanh.self), sigmoid: vectors(Sigmoid.self),
    tanh: vectors(Tanh.self), softplus: vectors(Softplus.self), softsign: vectors(Softsign.self),
    threshold: vectors(Threshold.self), exp: vectors(Exp.self), log: vectors(Log.self),
    sqrt: vectors(Sqrt.self), abs: vectors(Abs.self), neg: vectors(Neg.self),
    clamp: vectors(Clamp.self), pow: vectors(Pow.self), prelu: { applyBroadcast(Prelu.self, $0, $1) },
    preluSlope: { applyBroadcast(PreluSlope.self, $0, $1) }, glu: glu, gluGradient: gluGradient)
}

func makeReferenceActivationKernels() -> ActivationKernels {
  ActivationKernels(
    relu: formulas(Relu.self), relu6: formulas(Relu6.self), leakyRelu: formulas(LeakyRelu.self),
    elu: formulas(Elu.self), selu: formulas(Selu.self), gelu: formulas(Gelu.self),
    geluTanh: formulas(GeluTanh.self), silu: formulas(Silu.self), mish: formulas(Mish.self),
    hardswish: formulas(Hardswish.self), hardsigmoid: formulas(Hardsigmoid.self), hardtanh: formulas(Hardtanh.self),
    sigmoid: formulas(Sigmoid.self), tanh: formulas(Tanh.self), softplus: formulas(Softplus.self),
    softsign: formulas(Softsign.self), threshold: formulas(Threshold.self), exp: formulas(Exp.self),
    log: formulas(Log.self), sqrt: formulas(Sqrt.self), abs: formulas(Abs.self),
    neg: formulas(Neg.self), clamp: formulas(Clamp.self), pow: formulas(Pow.self),
    prelu: { applyBroadcastReference(Prelu.self, $0, $1) },
    preluSlope: { applyBroadcastReference(PreluSlope.self, $0, $1) },
    glu: referenceGlu, gluGradient: referenceGluGradient)
}
