import KernelInterface

func makeShapeKernels() -> ShapeKernels {
  ShapeKernels(copyRows: copyRows, copyStrided: copyStrided, pad: pad, padGradient: padGradient)
}

func makeReferenceShapeKernels() -> ShapeKernels {
  ShapeKernels(copyRows: copyRows, copyStrided: referenceCopyStrided, pad: pad, padGradient: padGradient)
}
