import KernelInterface

func makeActivationKernels() -> ActivationKernels {
  ActivationKernels(
    relu: .init(forward: { applyForward(Relu.self, $0, $1) }, gradient: { applyGradient(Relu.self, $0, $1) }),
    relu6: .init(forward: { applyForward(Relu6.self, $0, $1) }, gradient: { applyGradient(Relu6.self, $0, $1) }),
    leakyRelu: .init(
      forward: { applyForward(LeakyRelu.self, $0, $1) }, gradient: { applyGradient(LeakyRelu.self, $0, $1) }),
    silu: .init(forward: { applyForward(Silu.self, $0, $1) }, gradient: { applyGradient(Silu.self, $0, $1) }),
    gelu: .init(forward: { applyForward(Gelu.self, $0, $1) }, gradient: { applyGradient(Gelu.self, $0, $1) }),
    geluTanh: .init(
      forward: { applyForward(GeluTanh.self, $0, $1) }, gradient: { applyGradient(GeluTanh.self, $0, $1) }),
    hardswish: .init(
      forward: { applyForward(Hardswish.self, $0, $1) }, gradient: { applyGradient(Hardswish.self, $0, $1) }),
    hardsigmoid: .init(
      forward: { applyForward(Hardsigmoid.self, $0, $1) }, gradient: { applyGradient(Hardsigmoid.self, $0, $1) }),
    sigmoid: .init(forward: { applyForward(Sigmoid.self, $0, $1) }, gradient: { applyGradient(Sigmoid.self, $0, $1) }),
    tanh: .init(forward: { applyForward(Tanh.self, $0, $1) }, gradient: { applyGradient(Tanh.self, $0, $1) }))
}

func makeReferenceActivationKernels() -> ActivationKernels {
  ActivationKernels(
    relu: .init(
      forward: { applyReference(Relu.self, $0, $1) }, gradient: { applyReferenceGradient(Relu.self, $0, $1) }),
    relu6: .init(
      forward: { applyReference(Relu6.self, $0, $1) }, gradient: { applyReferenceGradient(Relu6.self, $0, $1) }),
    leakyRelu: .init(
      forward: { applyReference(LeakyRelu.self, $0, $1) },
      gradient: { applyReferenceGradient(LeakyRelu.self, $0, $1) }),
    silu: .init(
      forward: { applyReference(Silu.self, $0, $1) }, gradient: { applyReferenceGradient(Silu.self, $0, $1) }),
    gelu: .init(
      forward: { applyReference(Gelu.self, $0, $1) }, gradient: { applyReferenceGradient(Gelu.self, $0, $1) }),
    geluTanh: .init(
      forward: { applyReference(GeluTanh.self, $0, $1) }, gradient: { applyReferenceGradient(GeluTanh.self, $0, $1) }),
    hardswish: .init(
      forward: { applyReference(Hardswish.self, $0, $1) },
      gradient: { applyReferenceGradient(Hardswish.self, $0, $1) }),
    hardsigmoid: .init(
      forward: { applyReference(Hardsigmoid.self, $0, $1) },
      gradient: { applyReferenceGradient(Hardsigmoid.self, $0, $1) }),
    sigmoid: .init(
      forward: { applyReference(Sigmoid.self, $0, $1) }, gradient: { applyReferenceGradient(Sigmoid.self, $0, $1) }),
    tanh: .init(
      forward: { applyReference(Tanh.self, $0, $1) }, gradient: { applyReferenceGradient(Tanh.self, $0, $1) }))
}
