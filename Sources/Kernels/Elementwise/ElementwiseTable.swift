import KernelInterface

func makeElementwiseKernels() -> ElementwiseKernels {
  ElementwiseKernels(
    add: { applyBinary(Sum.self, $0, $1) }, multiply: { applyBinary(Product.self, $0, $1) },
    maximum: { applyBinary(Maximum.self, $0, $1) }, maximumGradient: maximumGradient,
    broadcastAdd: { applyBroadcast(Sum.self, $0, $1) }, broadcastMultiply: { applyBroadcast(Product.self, $0, $1) },
    sum: sumOverAxes, fill: fill)
}

func makeReferenceElementwiseKernels() -> ElementwiseKernels {
  ElementwiseKernels(
    add: { applyBinaryReference(Sum.self, $0, $1) }, multiply: { applyBinaryReference(Product.self, $0, $1) },
    maximum: { applyBinaryReference(Maximum.self, $0, $1) }, maximumGradient: maximumGradient,
    broadcastAdd: { applyBroadcast(Sum.self, $0, $1) }, broadcastMultiply: { applyBroadcast(Product.self, $0, $1) },
    sum: sumOverAxes, fill: fill)
}
