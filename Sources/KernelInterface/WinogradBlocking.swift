/// How the work of a Winograd convolution is cut into units. The result does not depend on the number of threads.
///
/// The result's planes are cut into tiles of `outputs` by `outputs` cells, each computed from `inputs` by `inputs` cells
/// of the source by as many products (Lavin and Gray 2016). Of a dilated convolution, the cells of a tile lie as far apart
/// as its taps. At stride 2 the middle tap reads cells of its own along an axis, which are not transformed and share one
/// plane of weights, and the outer taps are a convolution of two taps at stride 1 over the cells between them. A unit is
/// a block of tiles by a chunk of panels: it transforms what its tiles read, multiplies each of the transformed planes
/// with its weights, and transforms back.
package struct WinogradBlocking: Sendable {
  /// Bytes of transformed source that stay in the second cache.
  private static let sourceBytes = 320 << 10
  /// Bytes of transformed source that a block of tiles never exceeds, however much its weights cost.
  private static let mostSourceBytes = 4 << 20
  /// Tiles of a block, at least: each reads all weights once, which costs more where they come from memory.
  private static let leastTiles = (small: 12, large: 64)
  /// Tiles of a block at most, unless there have to be more.
  private static let usualTiles = 48
  /// Bytes of weights above which they do.
  private static let largeWeightBytes = 2 << 20
  /// Channels of the result whose products stay in the second cache beside the transformed source.
  private static let channelsPerPass = 96

  package let geometry: ConvolutionGeometry
  package let vectors: VectorShape
  /// Cells of a tile along an axis: 2 or 4.
  package let outputs: Int
  /// The step of both axes.
  package let stride: Int
  /// Cells of the source that a tile reads along an axis, whose square is the number of products.
  package let inputs: Int
  /// Transforms of the taps along an axis, whose square is the number of planes of weights.
  package let weightRows: Int

  package let sourceBlocks: Int
  package let resultBlocks: Int
  package let panels: Int
  /// Panels that are multiplied while a transformed plane is near.
  package let panelsPerPass: Int
  package let tileRows: Int
  package let tileColumns: Int
  /// Tiles of all depths and images.
  package let tiles: Int
  package let tileBlocks: Int
  package let chunks: Int
  package let units: Int

  package init(_ geometry: ConvolutionGeometry, outputs: Int, vectors: VectorShape, threads: Int) {
    self.geometry = geometry
    self.vectors = vectors
    self.outputs = outputs
    sourceBlocks = vectors.blocks(geometry.inputChannels) * geometry.depth.kernel
    resultBlocks = vectors.blocks(geometry.outputChannels)
    panels = vectors.panels(resultBlocks)
    panelsPerPass = max(1, Self.channelsPerPass / (vectors.mostBlocks * vectors.width))
    tileRows = Self.tiles(geometry.height, of: outputs)
    tileColumns = Self.tiles(geometry.width, of: outputs)
    tiles = geometry.batch * geometry.depth.output * tileRows * tileColumns
    stride = geometry.height.stride
    inputs = (outputs - 1) * stride + 3
    weightRows = stride == 1 ? inputs : outputs + 2
    let planes = inputs * inputs
    let weightBytes = 4 * weightRows * weightRows * sourceBlocks * resultBlocks * vectors.width * vectors.width
    let least = weightBytes > Self.largeWeightBytes ? Self.leastTiles.large : Self.leastTiles.small
    let tileBytes = max(1, 4 * planes * sourceBlocks * vectors.width)
    let wanted = max(
      1, min(max(least, min(Self.sourceBytes / tileBytes, Self.usualTiles)), Self.mostSourceBytes / tileBytes))
    tileBlocks = max(1, tiles.groups(of: wanted))
    // Every unit transforms what its tiles read, so chunks are cut only where there are few blocks of tiles.
    chunks = min(max(panels, 1), (threads == 1 ? 1 : 2 * threads).groups(of: tileBlocks))
    units = tiles == 0 ? 0 : tileBlocks * chunks
    let tilesPerUnit = tiles.groups(of: tileBlocks)
    sourcePlaneCount = (sourceBlocks * tilesPerUnit * vectors.width).groups(of: 32) * 32 + 16
    productPlaneCount =
      (tilesPerUnit * vectors.mostBlocks * panelsPerPass * vectors.width).groups(of: 32) * 32 + 16
  }

  /// The tiles along an axis: each covers positions that lie as far apart as the taps do.
  private static func tiles(_ axis: ConvolutionGeometry.Axis, of outputs: Int) -> Int {
    let phases = min(axis.dilation, axis.output)
    return phases == 0 ? 0 : phases * axis.output.groups(of: axis.dilation).groups(of: outputs)
  }

  /// The tiles, by their `outputs`, that a convolution can be cut into: one of 3x3 taps that move by one cell, or by two
  /// without dilation; none of others.
  package static func tileSizes(_ geometry: ConvolutionGeometry, _ direction: ConvolutionDirection) -> [Int] {
    let axes = [geometry.height, geometry.width]
    guard direction == .forward, geometry.groups == 1, axes.allSatisfy({ $0.kernel == 3 }) else { return [] }
    if axes.allSatisfy({ $0.stride == 1 }) { return [2, 4] }
    return axes.allSatisfy { $0.stride == 2 && $0.dilation == 1 } ? [2] : []
  }

  /// Whether the maxima of a pool's windows can be taken within tiles.
  package func computes(_ pool: PoolGeometry) -> Bool {
    func isPair(_ axis: PoolAxis, of source: ConvolutionGeometry.Axis) -> Bool {
      axis.kernelSize == 2 && axis.stride == 2 && axis.dilation == 1 && axis.padBegin == 0
        && axis.input == source.output && source.dilation == 1
    }
    return pool.depth == .absent && geometry.depth.output == 1 && isPair(pool.height, of: geometry.height)
      && isPair(pool.width, of: geometry.width)
  }

  /// Its multiply-accumulates.
  package var products: Double {
    Double(planes * tiles) * Double(sourceBlocks * resultBlocks) * Double(vectors.width * vectors.width)
  }

  package var planes: Int { inputs * inputs }
  package var weightPlanes: Int { weightRows * weightRows }
  package var tilesPerUnit: Int { tiles.groups(of: tileBlocks) }

  /// Floats of one transformed plane of a block of tiles: an odd number of cache lines, so that planes spread over all
  /// sets.
  package let sourcePlaneCount: Int
  /// Floats of one plane of products.
  package let productPlaneCount: Int

  /// Floats of a tile's cells: what it reads, and a transformation of it.
  package var patchCount: Int { 2 * planes * vectors.width }

  /// Scratch memory of a thread: transformed cells, products, a tile, for every tile where it is (four numbers) and its
  /// place in a plane, and where the blocks of the source begin.
  package var scratchBytes: Int {
    4 * (planes * (sourcePlaneCount + productPlaneCount) + patchCount) + 8 * (5 * tilesPerUnit + sourceBlocks)
  }

  package var packedWeightCount: Int { weightPlanes * sourceBlocks * vectors.width * resultBlocks * vectors.width }
  package var packedBiasCount: Int { resultBlocks * vectors.width }
}

/// Arguments of a Winograd convolution; a unit is one of `blocking.units`.
package struct WinogradArguments {
  package var blocking: WinogradBlocking
  /// Rows and columns of the largest of two by two cells each, which are stored instead of the cells; 0 where cells are.
  package var pooledRows = 0
  package var pooledColumns = 0
  package var operands: BlockedOperands
  package var scratch: UnsafeMutableRawPointer

  /// - Parameter pool: The pool of maxima behind it, one that `blocking.computes`.
  package init(
    blocking: WinogradBlocking, pool: PoolGeometry? = nil, operands: BlockedOperands, scratch: UnsafeMutableRawPointer
  ) {
    self.blocking = blocking
    if let pool { (pooledRows, pooledColumns) = (pool.height.output, pool.width.output) }
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
