package import Graph
package import Tensors

extension AxisOriginOperator where Self: AxisReduction {
  package func origin(ofAxis axis: Int, ofOutput: Int, inputs: [Shape], outputs: [Shape]) -> AxisOrigin? {
    let rank = inputs[0].rank
    let folded = Set((dim?.written ?? Array(0..<rank)).compactMap { AxisIndex.resolve($0, rank: rank) })
    if keepdim { return folded.contains(axis) ? .given("keepdim: true") : .kept(AxisSource(axis: axis)) }
    let remaining = (0..<rank).filter { !folded.contains($0) }
    return axis < remaining.count ? .kept(AxisSource(axis: remaining[axis])) : nil
  }
}

extension Mean: AxisOriginOperator {}
extension Sum: AxisOriginOperator {}
extension Max: AxisOriginOperator {}
extension Min: AxisOriginOperator {}

extension Matmul: AxisOriginOperator {
  package func origin(ofAxis axis: Int, ofOutput: Int, inputs: [Shape], outputs: [Shape]) -> AxisOrigin? {
    let (left, right) = (inputs[0], inputs[1])
    if axis == left.rank - 1 { return .kept(AxisSource(1, axis: right.rank - 1)) }
    let isShared = axis < left.rank - 2 && right.rank == left.rank
    return isShared ? .shared([AxisSource(0, axis: axis), AxisSource(1, axis: axis)]) : .kept(AxisSource(axis: axis))
  }
}

extension ScaledDotProductAttention: AxisOriginOperator {
  package func origin(ofAxis axis: Int, ofOutput: Int, inputs: [Shape], outputs: [Shape]) -> AxisOrigin? {
    let rank = inputs[0].rank
    if axis == rank - 1 { return .kept(AxisSource(2, axis: axis)) }
    return axis == rank - 2 ? .kept(AxisSource(axis: axis)) : .shared((0..<3).map { AxisSource($0, axis: axis) })
  }
}
