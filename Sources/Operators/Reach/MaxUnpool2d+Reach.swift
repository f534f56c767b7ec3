package import Graph
package import Tensors

extension MaxUnpool2d: SpatialOperator {
  package func reach(from input: Shape, to output: Shape) -> [AxisReach?] {
    (0..<2).map { axis in
      .transposed(
        AxisWindow(
          kernelSize: kernelSize[axis], stride: (stride ?? kernelSize)[axis], padBegin: padding[axis],
          padEnd: padding[axis]))
    }
  }
}
