/// Arguments of local response normalisation and its gradient; a unit is `columnsPerUnit` positions of one sample, all
/// channels of them.
package struct LocalResponseArguments {
  package static let columnsPerUnit = 64

  package var input: UnsafePointer<Float>
  /// Read by the gradient.
  package var upstream: UnsafePointer<Float>?
  /// The result, or the gradient by the input.
  package var output: UnsafeMutablePointer<Float>
  package var layout: ChannelLayout
  package var window: LocalResponseWindow
  /// `scratchBytes(channels:)` bytes, used by the gradient.
  package var scratch: UnsafeMutableRawPointer

  package init(
    input: UnsafePointer<Float>, upstream: UnsafePointer<Float>?, output: UnsafeMutablePointer<Float>,
    layout: ChannelLayout, window: LocalResponseWindow, scratch: UnsafeMutableRawPointer
  ) {
    self.input = input
    self.upstream = upstream
    self.output = output
    self.layout = layout
    self.window = window
    self.scratch = scratch
  }

  /// A vector of every channel; no instruction set's is wider than 64 bytes.
  package static func scratchBytes(channels: Int) -> Int { channels * 64 }
}

/// What local response normalisation divides by: `(k + factor * sum of squares)^beta`, over `size` channels.
package struct LocalResponseWindow: Hashable, Sendable {
  package var size: Int
  /// `alpha / size`.
  package var factor: Float
  package var beta: Float
  package var k: Float

  package init(size: Int, factor: Float, beta: Float, k: Float) {
    self.size = size
    self.factor = factor
    self.beta = beta
    self.k = k
  }
}
