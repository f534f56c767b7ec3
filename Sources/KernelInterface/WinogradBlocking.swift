/// How the work of a Winograd convolution is cut into units. The result does not depend on the number of threads.
///
/// The result's planes are cut into tiles, each computed by as many products as its transforms have planes. Of a dilated
/// convolution, the cells of a tile lie as far apart as its taps. A unit is a block of tiles by a chunk of panels: it
/// transforms what its tiles read, multiplies each of the transformed planes with its weights, and transforms back.
package struct WinogradBlocking: Sendable {
  /// Bytes of transformed source that stay in the second cache.
  private static let sourceBytes = 320 << 10
  /// Bytes of transformed source that a block of tiles never exceeds, however much its weights cost.
  private static let mostSourceBytes = 4 << 20
  /// Tiles of a block at most, unless there have to be more.
  private static let usualTiles = 48
  /// Tiles of a block that there have to be: each block reads all weights once, which costs the more the farther away
  /// they are.
  private static let leastTiles = 12...64
  /// Bytes of weights for which there has to be another.
  private static let weightBytesPerTile = 32 << 10
  /// Channels of the result whose products stay in the second cache beside the transformed source.
  private static let channelsPerPass = 96

  package let geometry: ConvolutionGeometry
  package let vectors: VectorShape
  package let tile: WinogradTile

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

  package init(_ geometry: ConvolutionGeometry, _ tile: WinogradTile, vectors: VectorShape, threads: Int) {
    self.geometry = geometry
    self.vectors = vectors
    self.tile = tile
    let direction = tile.direction
    sourceBlocks = vectors.blocks(geometry.sourceChannels(direction)) * geometry.depth.kernel
    resultBlocks = vectors.blocks(geometry.resultChannels(direction))
    panels = vectors.panels(resultBlocks)
    panelsPerPass = max(1, Self.channelsPerPass / (vectors.mostBlocks * vectors.width))
    tileRows = Self.tiles(geometry.height, tile)
    tileColumns = Self.tiles(geometry.width, tile)
    tiles = geometry.batch * geometry.depth.resultSize(direction) * tileRows * tileColumns
    let planes = tile.products * tile.products
    let weightPlanes = tile.weightRows * tile.weightRows
    let weightBytes = 4 * weightPlanes * sourceBlocks * resultBlocks * vectors.width * vectors.width
    let least = min(max(weightBytes / Self.weightBytesPerTile, Self.leastTiles.lowerBound), Self.leastTiles.upperBound)
    let tileBytes = max(1, 4 * planes * sourceBlocks * vectors.width)
    let wanted = max(
      1, min(max(least, min(Self.sourceBytes / tileBytes, Self.usualTiles)), Self.mostSourceBytes / tileBytes))
    let blocks = max(1, tiles.groups(of: wanted))
    // Every unit transforms what its tiles read, so chunks are cut only where there are few blocks of tiles; of more,
    // all threads get as many.
    let isFew = threads > 1 && blocks < 2 * threads
    tileBlocks = isFew ? blocks : min(blocks.groups(of: threads) * threads, max(1, tiles))
    chunks = isFew ? min(max(panels, 1), (2 * threads).groups(of: blocks)) : 1
    units = tiles == 0 ? 0 : tileBlocks * chunks
    let tilesPerUnit = tiles.groups(of: tileBlocks)
    sourcePlaneCount = (sourceBlocks * tilesPerUnit * vectors.width).groups(of: 32) * 32 + 16
    productPlaneCount =
      (tilesPerUnit * vectors.mostBlocks * panelsPerPass * vectors.width).groups(of: 32) * 32 + 16
  }

  /// The tiles along an axis: each covers positions that lie as far apart as the taps do.
  private static func tiles(_ axis: ConvolutionGeometry.Axis, _ tile: WinogradTile) -> Int {
    let positions = axis.resultSize(tile.direction)
    let phases = min(axis.dilation, positions)
    return phases == 0 ? 0 : phases * positions.groups(of: axis.dilation).groups(of: tile.outputs)
  }

  /// Whether the maxima of a pool's windows can be taken within tiles.
  package func computes(_ pool: PoolGeometry) -> Bool {
    func isPair(_ axis: PoolAxis, of source: ConvolutionGeometry.Axis) -> Bool {
      axis.kernelSize == 2 && axis.stride == 2 && axis.dilation == 1 && axis.padBegin == 0
        && axis.input == source.output && source.dilation == 1
    }
    return tile.direction == .forward && pool.depth == .absent && geometry.depth.output == 1
      && isPair(pool.height, of: geometry.height)
      && isPair(pool.width, of: geometry.width)
  }

  /// Those of its products.
  package var multiplyAccumulates: Double {
    Double(planes * tiles) * Double(sourceBlocks * resultBlocks) * Double(vectors.width * vectors.width)
  }

  package var planes: Int { tile.products * tile.products }
  package var weightPlanes: Int { tile.weightRows * tile.weightRows }
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
