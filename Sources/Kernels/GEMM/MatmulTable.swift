import KernelInterface

func makeMatmulKernels() -> MatmulKernels {
  MatmulKernels(matmul: matmul, packLinear: packLinear, linear: linear)
}

func makeReferenceMatmulKernels() -> MatmulKernels {
  MatmulKernels(matmul: referenceMatmul, packLinear: referencePackLinear, linear: referenceLinear)
}
