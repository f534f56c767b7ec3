package import Graph
package import Tensors

extension Matmul: SpatialOperator {
  package func reach(from input: Shape, to output: Shape) -> [AxisReach?] { .everywhere(input) }
}

extension ScaledDotProductAttention: SpatialOperator {
  package func reach(from input: Shape, to output: Shape) -> [AxisReach?] { .everywhere(input) }
}

extension MultiheadAttention: SpatialOperator {
  package func reach(from input: Shape, to output: Shape) -> [AxisReach?] { .everywhere(input) }
}

extension [AxisReach?] {
  /// The whole of every axis.
  fileprivate static func everywhere(_ input: Shape) -> [AxisReach?] {
    Array(repeating: .whole, count: Swift.max(input.rank - 2, 0))
  }
}
