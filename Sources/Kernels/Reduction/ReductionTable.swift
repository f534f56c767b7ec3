import KernelInterface

func makeReductionKernels() -> ReductionKernels {
  ReductionKernels(
    sum: { arguments, units in
      if arguments.right == nil {
        foldAxes(TotalFold.self, arguments, units)
      } else {
        foldAxes(ProductFold.self, arguments, units)
      }
    },
    maximum: { foldAxes(Maximum.self, $0, $1) }, minimum: { foldAxes(Minimum.self, $0, $1) },
    argmax: argmax, spread: spread)
}

func makeReferenceReductionKernels() -> ReductionKernels {
  ReductionKernels(
    sum: referenceSum, maximum: { referenceExtreme(Maximum.self, $0, $1) },
    minimum: { referenceExtreme(Minimum.self, $0, $1) }, argmax: referenceArgmax, spread: referenceSpread)
}
