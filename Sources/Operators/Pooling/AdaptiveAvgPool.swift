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
    [Attribute("output_size", \.outputSize, required: true, sizes, "the size of each spatial axis; null keeps it")]
  }
  package static var tolerance: Tolerance { .accumulation }

  package init() {}

  package func outputTypes(for inputs: [TensorType], reporting violations: inout [Violation]) -> [TensorType] {
    checkFloat(inputs, reporting: &violations)
    let sizes = outputSize.values(count: rank) ?? Array(repeating: nil, count: rank)
    guard let shape = inputs[0].shape else {
      return [TensorType(Shape([.unknown, .unknown] + sizes.map { $0.map { .known($0) } ?? .unknown }))]
    }
    guard shape.rank == rank + 2 else {
      violations.append(.wrongRank(shape, expected: AxisName.layout(rank)))
      return [.unknown]
    }
    let spatial = sizes.enumerated().map { axis, size in size.map { Dimension.known($0) } ?? shape[axis + 2] }
    return [TensorType(Shape([shape[0], shape[1]] + spatial))]
  }

  package func lower(_ site: LoweringSite, in lowering: inout Lowering) {
    let geometry = PoolGeometry(adapting: site.inputs[0].sizes, to: site.outputs[0].sizes)
    lowering.emitPool(name, site, geometry, lowering.kernels.pooling.adaptiveAverage)
  }

  package func lowerGradient(_ site: GradientSite, in lowering: inout Lowering) {
    let geometry = PoolGeometry(adapting: site.forward.inputs[0].sizes, to: site.forward.outputs[0].sizes)
    lowering.emitPoolGradient(
      name + " gradient", site, readsInput: false, geometry, lowering.kernels.pooling.adaptiveAverageGradient)
  }

  private static var sizes: AttributeConstraint<SpatialList<Int?>> {
    let list = rank == 1 ? "" : ", or a list of \(rank)"
    return AttributeConstraint("must be a size from 1 to \(SpatialSize.maximum) or null\(list)", bounds: .size) { sizes in
      sizes.values(count: rank)?.allSatisfy { $0 ?? 1 >= 1 && $0 ?? 1 <= SpatialSize.maximum } ?? false
    }
  }
}
