import KernelInterface

func makeElementwiseKernels() -> ElementwiseKernels {
  ElementwiseKernels(
    add: { applyBinary(Sum.self, $0, $1) }, subtract: { applyBinary(Difference.self, $0, $1) },
    multiply: { applyBinary(Product.self, $0, $1) }, divide: { applyBinary(Quotient.self, $0, $1) },
    maximum: { applyBinary(Maximum.self, $0, $1) },
    maximumGradient: { applyExtremeGradient(Maximum.self, $0, $1) },
    minimum: { applyBinary(Minimum.self, $0, $1) },
    minimumGradient: { applyExtremeGradient(Minimum.self, $0, $1) },
    broadcastAdd: { applyBroadcast(Sum.self, $0, $1) },
    broadcastSubtract: { applyBroadcast(Difference.self, $0, $1) },
    broadcastMultiply: { applyBroadcast(Product.self, $0, $1) },
    broadcastDivide: { applyBroadcast(Quotient.self, $0, $1) },
    broadcastEqual: { applyBroadcast(Equality.self, $0, $1) }, fill: fill)
}

func makeReferenceElementwiseKernels() -> ElementwiseKernels {
  ElementwiseKernels(
    add: { applyBinaryReference(Sum.self, $0, $1) }, subtract: { applyBinaryReference(Difference.self, $0, $1) },
    multiply: { applyBinaryReference(Product.self, $0, $1) }, divide: { applyBinaryReference(Quotient.self, $0, $1) },
    maximum: { applyBinaryReference(Maximum.self, $0, $1) },
    maximumGradient: { applyExtremeGradientReference(Maximum.self, $0, $1) },
    minimum: { applyBinaryReference(Minimum.self, $0, $1) },
    minimumGradient: { applyExtremeGradientReference(Minimum.self, $0, $1) },
    broadcastAdd: { applyBroadcastReference(Sum.self, $0, $1) },
    broadcastSubtract: { applyBroadcastReference(Difference.self, $0, $1) },
    broadcastMultiply: { applyBroadcastReference(Product.self, $0, $1) },
    broadcastDivide: { applyBroadcastReference(Quotient.self, $0, $1) },
    broadcastEqual: { applyBroadcastReference(Equality.self, $0, $1) }, fill: fill)
}
