import Graph
import KernelInterface
import Tensors

extension SpatialList<Int?> {
  /// The type of an adaptive pool's output over `rank` axes; the sizes that are not kept are known even when the input's
  /// are not.
  func outputType(rank: Int, for input: TensorType, reporting violations: inout [Violation]) -> TensorType {
    let sizes = values(count: rank) ?? Array(repeating: nil, count: rank)
    guard let shape = input.shape else {
      return TensorType(Shape([.unknown, .unknown] + sizes.map { $0.map { .known($0) } ?? .unknown }))
    }
    guard shape.rank == rank + 2 else {
      violations.append(.wrongRank(shape, expected: AxisName.layout(rank)))
      return .unknown
    }
    let spatial = sizes.enumerated().map { axis, size in size.map { Dimension.known($0) } ?? shape[axis + 2] }
    return TensorType(Shape([shape[0], shape[1]] + spatial))
  }
}

extension AttributeConstraint where Value == SpatialList<Int?> {
  /// A size, or null for the input's, for each of `rank` axes.
  static func sizes(rank: Int) -> Self {
    let list = rank == 1 ? "" : ", or a list of \(rank)"
    return Self("must be a size from 1 to \(SpatialSize.maximum) or null\(list)", bounds: .size) { sizes in
      sizes.values(count: rank)?.allSatisfy { $0 ?? 1 >= 1 && $0 ?? 1 <= SpatialSize.maximum } ?? false
    }
  }
}

extension Operator {
  /// The type of a global pool's output: every spatial axis stays with size 1.
  func globalType(for input: TensorType, reporting violations: inout [Violation]) -> TensorType {
    guard var shape = input.shape else { return .unknown }
    guard (3...5).contains(shape.rank) else {
      violations.append(.notSpatial(shape, for: name))
      return .unknown
    }
    for axis in 2..<shape.rank { shape[axis] = 1 }
    return TensorType(shape)
  }
}

extension Lowering {
  /// Emits a pool whose windows follow from the sizes.
  mutating func emitAdaptivePool(_ name: String, _ site: LoweringSite, _ kernel: @escaping Kernel<PoolArguments>) {
    emitPool(name, site, PoolGeometry(adapting: site.inputs[0].sizes, to: site.outputs[0].sizes), kernel)
  }

  /// Emits the gradient of a pool whose windows follow from the sizes.
  mutating func emitAdaptivePoolGradient(
    _ name: String, _ site: GradientSite, readsInput: Bool, _ kernel: @escaping Kernel<PoolGradientArguments>
  ) {
    let geometry = PoolGeometry(adapting: site.forward.inputs[0].sizes, to: site.forward.outputs[0].sizes)
    emitPoolGradient(name + " gradient", site, readsInput: readsInput, geometry, kernel)
  }
}
