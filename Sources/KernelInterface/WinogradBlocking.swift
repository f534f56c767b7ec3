/// How the work of a Winograd convolution is cut into units; follows from its geometry and the level's vectors alone.
///
/// The result's planes are cut into tiles of `outputs` by `outputs` cells, each computed from `inputs` by `inputs` cells
/// of the source by as many products (Lavin and Gray 2016). A unit is a block of tiles by a chunk of panels: it
/// transforms what its tiles read, multiplies each of the transformed planes with its weights, and transforms back.
package struct WinogradBlocking: Sendable {
  /// Units that are enough to share.
  private static let sufficientUnits = 8
  /// Bytes of transformed source that stay in the second cache.
  private static let sourceBytes = 320 << 10
  /// Tiles of a block, at least: each reads all weights once.
  private static let leastTiles = 12
  /// Panels that are multiplied while a transformed plane is near.
  package static let panelsPerPass = 2

  package let geometry: ConvolutionGeometry
  package let vectors: VectorShape
  /// Cells of a tile along an axis: 2 or 4.
  package let outputs: Int

  package let sourceBlocks: Int
  package let resultBlocks: Int
  package let panels: Int
  package let tileRows: Int
  package let tileColumns: Int
  /// Tiles of all depths and images.
  package let tiles: Int
  package let tileBlocks: Int
  package let chunks: Int
  package let units: Int

  package init(_ geometry: ConvolutionGeometry, outputs: Int, vectors: VectorShape) {
    self.geometry = geometry
    self.vectors = vectors
    self.outputs = outputs
    sourceBlocks = vectors.blocks(geometry.inputChannels) * geometry.depth.kernel
    resultBlocks = vectors.blocks(geometry.outputChannels)
    panels = vectors.panels(resultBlocks)
    tileRows = geometry.height.output.groups(of: outputs)
    tileColumns = geometry.width.output.groups(of: outputs)
    tiles = geometry.batch * geometry.depth.output * tileRows * tileColumns
    let planes = (outputs + 2) * (outputs + 2)
    let fitting = Self.sourceBytes / max(1, 4 * planes * sourceBlocks * vectors.width)
    let wanted = max(Self.leastTiles, min(fitting, 48))
    tileBlocks = max(1, tiles.groups(of: wanted))
    chunks = min(max(panels, 1), Self.sufficientUnits.groups(of: tileBlocks))
    units = tiles == 0 ? 0 : tileBlocks * chunks
  }

  /// Whether a convolution is one: 3x3 taps side by side that move by one cell.
  package static func computes(_ geometry: ConvolutionGeometry, _ direction: ConvolutionDirection) -> Bool {
    func isPlain(_ axis: ConvolutionGeometry.Axis) -> Bool {
      axis.kernel == 3 && axis.stride == 1 && axis.dilation == 1
    }
    return direction == .forward && geometry.groups == 1 && isPlain(geometry.height) && isPlain(geometry.width)
  }

  /// Cells of the source that a tile reads along an axis, whose square is the number of products.
  package var inputs: Int { outputs + 2 }
  package var planes: Int { inputs * inputs }
  package var tilesPerUnit: Int { tiles.groups(of: tileBlocks) }

  /// Floats of one transformed plane of a block of tiles: an odd number of cache lines, so that planes spread over all
  /// sets.
  package var sourcePlaneCount: Int { (sourceBlocks * tilesPerUnit * vectors.width).groups(of: 32) * 32 + 16 }
  /// Floats between tiles in a plane of products.
  package var productPitch: Int { vectors.mostBlocks * Self.panelsPerPass * vectors.width }
  package var productPlaneCount: Int { (tilesPerUnit * productPitch).groups(of: 32) * 32 + 16 }

  /// Floats of a tile's cells: what it reads, and a transformation of it.
  package var patchCount: Int { 2 * planes * vectors.width }

  package var scratchBytes: Int {
    4 * (planes * (sourcePlaneCount + productPlaneCount) + patchCount) + 8 * (2 * tilesPerUnit + sourceBlocks)
  }

  package var packedWeightCount: Int { planes * sourceBlocks * vectors.width * resultBlocks * vectors.width }
  package var packedBiasCount: Int { resultBlocks * vectors.width }
}

/// Arguments of a Winograd convolution; a unit is one of `blocking.units`.
package struct WinogradArguments {
  package var blocking: WinogradBlocking
  package var operands: BlockedOperands
  package var scratch: UnsafeMutableRawPointer

  package init(blocking: WinogradBlocking, operands: BlockedOperands, scratch: UnsafeMutableRawPointer) {
    self.blocking = blocking
    self.operands = operands
    self.scratch = scratch
  }
}

/// Arguments of transforming weights; a unit is a panel.
package struct WinogradWeightArguments {
  package var blocking: WinogradBlocking
  package var weights: FoldedWeights
  package var packed: UnsafeMutablePointer<Float>

  package init(blocking: WinogradBlocking, weights: FoldedWeights, packed: UnsafeMutablePointer<Float>) {
    self.blocking = blocking
    self.weights = weights
    self.packed = packed
  }
}
