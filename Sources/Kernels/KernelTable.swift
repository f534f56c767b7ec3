package import KernelInterface

/// The kernels of this module's instruction set.
package func makeKernelTable() -> KernelTable {
  KernelTable(
    level: laneLevel,
    activation: ActivationKernels(relu: relu, reluGradient: reluGradient))
}

/// The plain loops that define what every kernel computes.
package func makeReferenceKernelTable() -> KernelTable {
  KernelTable(
    level: .reference,
    activation: ActivationKernels(relu: referenceRelu, reluGradient: referenceReluGradient))
}
