import Graph

/// The receptive field of one value along one spatial axis of the input: position `p` sees `size` positions from
/// `offset + p * stride` on.
///
/// See A. Araujo, W. Norris, J. Sim, "Computing receptive fields of convolutional neural networks", 2019. Where
/// positions see unlike many, as behind a transposed convolution, the size is that of the widest.
package struct AxisField: Hashable, Sendable {
  package var size: Int
  /// How many positions further the field begins after `period` more positions; 0 when all see the same.
  package var advance: Int
  package var period: Int
  /// Where the field of the first position begins, negative in the padding; nil when that position sees nothing.
  package var offset: Int?
  /// How many positions within the field are known not to be read.
  package var holeCount: Int

  /// How far the field moves from each position to the next: a fraction behind layers that enlarge.
  package var stride: Double { Double(advance) / Double(period) }

  /// Every position of an axis.
  init(whole size: Int) {
    self.size = size
    advance = 0
    period = 1
    offset = 0
    holeCount = 0
  }

  init(_ moving: MovingOffsets) {
    let divisor = max(1, AxisReach.greatestCommonDivisor(moving.advance, moving.period))
    size = moving.sets.map { $0.hull?.count ?? 0 }.max() ?? 0
    advance = moving.advance / divisor
    period = moving.period / divisor
    offset = moving.sets[0].hull?.lowerBound
    holeCount = moving.sets.map(\.holeCount).max() ?? 0
  }
}
