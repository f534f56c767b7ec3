/// One axis of what a band of positions reads, copied so that neighbouring positions read neighbouring cells through
/// every tap.
package struct BandAxis: Sendable {
  /// Positions of a band at most.
  package let positions: Int
  package let bands: Int
  /// Whether taps share cells: planes hold the cells that are equal modulo the step. Otherwise each tap has its own.
  package let isShared: Bool
  /// Whether planes hold what all phases read of the same positions.
  package let sharesPhases: Bool
  package let planes: Int
  /// Cells of a plane.
  package let length: Int

  /// - Parameters:
  ///   - positions: Those of the largest phase that a band has at most.
  ///   - isShared: Whether taps are to share cells, as far as they can.
  ///   - sharesPhases: Whether shared cells are those of all phases, where taps can share cells.
  init(
    _ axis: ConvolutionGeometry.Axis, _ direction: ConvolutionDirection, positions: Int, isShared: Bool,
    sharesPhases: Bool
  ) {
    self.positions = positions
    self.isShared = isShared && Self.canShare(axis, direction)
    self.sharesPhases = sharesPhases
    bands = positions == 0 ? 0 : axis.positions(direction).groups(of: positions)
    planes = self.isShared ? axis.step(direction) : axis.phaseTaps(direction)
    let neighbours = sharesPhases ? axis.transposedCells.neighbours : axis.neighbours
    length = self.isShared ? positions + neighbours : positions
  }

  /// Whether taps can share cells that are not many more than one for each tap.
  static func canShare(_ axis: ConvolutionGeometry.Axis, _ direction: ConvolutionDirection) -> Bool {
    axis.neighbours / axis.kernel <= axis.positions(direction)
  }
}
