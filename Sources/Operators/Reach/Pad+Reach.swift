package import Graph
package import Tensors

extension Pad: SpatialOperator {
  package func reach(from input: Shape, to output: Shape) -> [AxisReach?] {
    (padding.pairs.values(count: input.rank - 2) ?? []).map { .shifted(by: -$0.begin) }
  }
}
