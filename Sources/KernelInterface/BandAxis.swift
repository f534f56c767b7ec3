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
  ///   - all: The positions of the largest phase.
  ///   - positions: How many of them a band has at most.
  init(
    _ axis: ConvolutionGeometry.Axis, _ direction: ConvolutionDirection, all: Int, positions: Int, isShared: Bool
  ) {
    self.positions = positions
    self.isShared = isShared
    bands = positions == 0 ? 0 : all.groups(of: positions)
    planes = isShared ? axis.bandStep(direction) : axis.phaseTaps(direction)
    length = isShared ? positions + axis.bandReach(direction) : positions
  }
}

extension ConvolutionGeometry.Axis {
  /// The distance in the source between neighbouring positions of a phase.
  func bandStep(_ direction: ConvolutionDirection) -> Int { direction == .forward ? stride : 1 }

  /// Neighbours of a position's first cell in its plane that its taps reach, when they share cells.
  func bandReach(_ direction: ConvolutionDirection) -> Int { dilation * (kernel - 1) / stride }

  /// Whether cells that taps share are not many more than one for each tap.
  func canShare(_ direction: ConvolutionDirection) -> Bool {
    bandReach(direction) / kernel <= positions(direction)
  }

  /// The taps that a phase has at most.
  func phaseTaps(_ direction: ConvolutionDirection) -> Int {
    if direction == .forward { return kernel }
    var (a, b) = (stride, dilation)
    while b > 0 { (a, b) = (b, a % b) }
    return kernel.groups(of: stride / a)
  }

  func phases(_ direction: ConvolutionDirection) -> Int { direction == .forward ? 1 : min(stride, input) }

  /// The positions of the largest phase.
  func positions(_ direction: ConvolutionDirection) -> Int {
    direction == .forward ? output : input.groups(of: stride)
  }
}
