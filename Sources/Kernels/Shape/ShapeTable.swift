import KernelInterface

func makeShapeKernels() -> ShapeKernels { ShapeKernels(copyRows: copyRows, pad: pad, padGradient: padGradient) }
