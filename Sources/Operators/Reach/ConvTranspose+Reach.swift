package import Graph
package import Tensors

extension ConvTranspose: SpatialOperator {
  package func reach(from input: Shape, to output: Shape) -> [AxisReach?] {
    (0..<rank).map { axis in
      let border = border(axis)
      return .transposed(
        AxisWindow(
          kernelSize: kernelSize[axis], stride: stride[axis], dilation: dilation[axis], padBegin: border.begin,
          padEnd: border.end))
    }
  }
}
