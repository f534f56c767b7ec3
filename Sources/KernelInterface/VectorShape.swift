/// The vectors of a kernel level, how many of them a register tile has, and how long its kernels take.
///
/// Blocked layouts hold as many channels side by side as a vector has elements, so that one pixel of a block is one
/// vector. A tile of a convolution is some pixels by some blocks of output channels, a panel.
package struct VectorShape: Hashable, Sendable {
  /// Floats of a vector, which are the channels of a block.
  package let width: Int
  /// Blocks of a panel where the number of blocks leaves the choice.
  package let usualBlocks: Int
  /// Blocks that a panel has at most.
  package let mostBlocks: Int
  package var costs = CostModel.reference

  package init(width: Int, usualBlocks: Int, mostBlocks: Int) {
    self.width = width
    self.usualBlocks = usualBlocks
    self.mostBlocks = mostBlocks
  }

  /// Rows of a panel that are near, in the first cache or on their way from the second, when the next tile reads them
  /// again.
  package static let panelRows = 256

  /// The blocks that some channels fill, the last one perhaps not whole.
  package func blocks(_ channels: Int) -> Int { channels.groups(of: width) }

  /// The panels that some blocks are cut into: panels of one size or two sizes that differ by one. Threads that share
  /// them have as many each, unless panels would become smaller than three quarters of the usual.
  package func panels(_ blocks: Int, sharedBy threads: Int = 1) -> Int {
    let panels = usualBlocks < mostBlocks ? max(1, blocks / usualBlocks) : blocks.groups(of: mostBlocks)
    let even = panels.groups(of: threads) * threads
    return 4 * blocks >= 3 * even * usualBlocks ? even : panels
  }
}
