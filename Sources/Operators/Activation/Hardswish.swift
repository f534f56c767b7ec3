package import Graph
package import KernelInterface

/// Piecewise form of silu: `y = x * min(max(x + 3, 0), 6) / 6` for each element (MobileNetV3).
///
/// The shape does not change. The gradient is 0 up to -3 and 1 from 3 on.
package struct Hardswish: ElementwiseActivation {
  package static let name = "hardswish"
  package static let summary = "x * min(max(x + 3, 0), 6) / 6 of each element"
  package static let attributes: [Attribute<Hardswish>] = []
  package static let gradientReads = SavedTensor.input

  package init() {}

  package func function(in kernels: ActivationKernels) -> ActivationFunction { kernels.hardswish }
}
