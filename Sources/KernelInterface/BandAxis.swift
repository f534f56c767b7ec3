/// One axis of what a band of positions reads, copied so that neighbouring positions read neighbouring cells through
/// every tap.
package struct BandAxis: Sendable {
  /// Positions of a band at most.
  package let positions: Int
  package let bands: Int
  /// Whether taps share cells: planes hold the cells that are equal modulo the step. Otherwise each tap has its own.
  package let isShared: Bool
  package let planes: Int
  /// Cells of a plane.
  package let length: Int

  /// - Parameters:
  ///   - positions: Those of the largest phase that a band has at most.
  ///   - isShared: Whether taps are to share cells, where that are not many more than one for each tap.
  init(_ axis: ConvolutionGeometry.Axis, _ direction: ConvolutionDirection, positions: Int, isShared: Bool) {
    let all = axis.positions(direction)
    let isShared = isShared && axis.neighbours / axis.kernel <= all
    self.positions = positions
    self.isShared = isShared
    bands = positions == 0 ? 0 : all.groups(of: positions)
    planes = isShared ? axis.step(direction) : axis.phaseTaps(direction)
    length = isShared ? positions + axis.neighbours : positions
  }
}
