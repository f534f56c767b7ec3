package import Graph
package import Tensors

/// An operator that adds windows to its output, `stride` apart, one for each position of its input.
package protocol TransposedOperator: SpatialOperator {
  /// One for each spatial axis.
  var outputWindows: [AxisWindow] { get }
}

extension TransposedOperator {
  package func reach(from input: Shape, to output: Shape) -> [AxisReach?] { outputWindows.map { .transposed($0) } }
}

extension ConvTranspose: TransposedOperator {
  package var outputWindows: [AxisWindow] {
    (0..<rank).map { axis in
      let border = border(axis)
      return AxisWindow(
        kernelSize: kernelSize[axis], stride: stride[axis], dilation: dilation[axis], padBegin: border.begin,
        padEnd: border.end)
    }
  }
}
