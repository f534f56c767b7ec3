package import Graph
import KernelInterface
package import Tensors

/// The means of windows that divide the input evenly into a fixed number of outputs, along 1 to 3 axes.
///
/// Output `i` of `out` is the mean from `floor(i * in / out)` to `ceil((i + 1) * in / out)`; windows overlap when
/// `out` does not divide `in`, and repeat cells when it is larger. `output_size` is one size or a list with one for
/// each axis, of which `null` keeps the size of the input. The output's size is known even when the input's is not.
package struct AdaptiveAvgPool<let rank: Int>: DifferentiableOperator {
  package var outputSize = SpatialList<Int?>.all(1)

  package static var name: String { "adaptive_avg_pool\(rank)d" }
  package static var summary: String { "means of evenly divided windows along \(rank) ax\(rank == 1 ? "i" : "e")s" }
  package static var arity: ClosedRange<Int> { 1...1 }
  package static var primaryAttribute: String? { "output_size" }
  package static var attributes: [Attribute<AdaptiveAvgPool<rank>>] {
    [
      Attribute(
        "output_size", \.outputSize, required: true, .sizes(rank: rank),
        "the size of each spatial axis; null keeps it")
    ]
  }
  package static var tolerance: Tolerance { .accumulation }

  package init() {}

  package func outputTypes(for inputs: [TensorType], reporting violations: inout [Violation]) -> [TensorType] {
    checkFloat(inputs, reporting: &violations)
    return [outputSize.outputType(rank: rank, for: inputs[0], reporting: &violations)]
  }

  package func lower(_ site: LoweringSite, in lowering: inout Lowering) {
    lowering.emitAdaptivePool(name, site, lowering.kernels.pooling.adaptiveAverage)
  }

  package func lowerGradient(_ site: GradientSite, in lowering: inout Lowering) {
    lowering.emitAdaptivePoolGradient(
      name, site, readsInput: false, lowering.kernels.pooling.adaptiveAverageGradient)
  }
}
