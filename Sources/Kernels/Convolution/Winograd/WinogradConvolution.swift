import KernelInterface

/// The scratch of a Winograd convolution: transformed cells and products plane by plane, a tile, and tables.
typealias WinogradScratch = (
  source: UnsafeMutablePointer<Float>, products: UnsafeMutablePointer<Float>, patch: UnsafeMutablePointer<Float>,
  sites: UnsafeMutablePointer<TileSite>, cells: UnsafeMutablePointer<Int>, starts: UnsafeMutablePointer<Int>
)

/// Computes blocks of tiles by chunks of panels.
@Sendable func convolveWinograd(_ arguments: WinogradArguments, _ units: Range<Int>) {
  switch arguments.blocking.tile {
  case .small: convolveTiles(SmallTransform.self, arguments, units)
  case .large: convolveTiles(LargeTransform.self, arguments, units)
  case .strided: convolveTiles(StridedTransform.self, arguments, units)
  case .transposedThree: convolveTiles(TransposedThreeTransform.self, arguments, units)
  case .transposedFour: convolveTiles(TransposedFourTransform.self, arguments, units)
  }
}

@inline(__always)
private func convolveTiles<T: WinogradTransform>(_: T.Type, _ arguments: WinogradArguments, _ units: Range<Int>) {
  let blocking = arguments.blocking
  let scratch = winogradScratch(arguments)
  var loaded = -1
  for unit in units {
    let (block, chunk) = (unit / blocking.chunks, unit % blocking.chunks)
    let tiles = blocking.tiles * block / blocking.tileBlocks..<blocking.tiles * (block + 1) / blocking.tileBlocks
    if block != loaded {
      for i in 0..<tiles.length { scratch.cells[i] = i * Lane.scalarCount }
      for i in 0..<blocking.sourceBlocks { scratch.starts[i] = i * tiles.length * Lane.scalarCount }
      writeTileSites(blocking, tiles, to: scratch.sites)
      transformSource(T.self, arguments, tiles.length, scratch)
      loaded = block
    }
    var panel = blocking.panels * chunk / blocking.chunks
    let end = blocking.panels * (chunk + 1) / blocking.chunks
    while panel < end {
      let pass = panel..<min(panel + blocking.panelsPerPass, end)
      multiplyPlanes(arguments, pass, tiles.length, scratch)
      let first = blocking.resultBlocks * pass.lowerBound / blocking.panels
      let last = blocking.resultBlocks * pass.upperBound / blocking.panels
      for resultBlock in first..<last {
        let products = scratch.products + (resultBlock - first) * tiles.length * Lane.scalarCount
        transformProducts(T.self, arguments, tiles.length, resultBlock, UnsafePointer(products), scratch)
      }
      panel = pass.upperBound
    }
  }
}

@inline(__always)
private func winogradScratch(_ arguments: WinogradArguments) -> WinogradScratch {
  let blocking = arguments.blocking
  let source = arguments.scratch.assumingMemoryBound(to: Float.self)
  let products = source + blocking.planes * blocking.sourcePlaneCount
  let patch = products + blocking.planes * blocking.productPlaneCount
  let sites = UnsafeMutableRawPointer(patch + blocking.patchCount).assumingMemoryBound(to: TileSite.self)
  let cells = UnsafeMutableRawPointer(sites + blocking.tilesPerUnit).assumingMemoryBound(to: Int.self)
  return (source, products, patch, sites, cells, cells + blocking.tilesPerUnit)
}

/// Multiplies every transformed plane with its weights of some panels.
@inline(__always)
private func multiplyPlanes(
  _ arguments: WinogradArguments, _ panels: Range<Int>, _ tiles: Int, _ scratch: WinogradScratch
) {
  let blocking = arguments.blocking
  let tile = blocking.tile
  let steps = blocking.sourceBlocks * Lane.scalarCount
  let runs: Runs = (UnsafePointer(scratch.starts), blocking.sourceBlocks, Lane.scalarCount)
  let positions: TilePositions = (UnsafePointer(scratch.cells), UnsafePointer(scratch.cells), tiles)
  let passBlock = blocking.resultBlocks * panels.lowerBound / blocking.panels
  for weightPlane in 0..<blocking.weightPlanes {
    let rows = products(of: weightPlane / tile.weightRows, tile)
    let columns = products(of: weightPlane % tile.weightRows, tile)
    for panel in panels {
      let first = blocking.resultBlocks * panel / blocking.panels
      let blocks = blocking.resultBlocks * (panel + 1) / blocking.panels - first
      let weights =
        arguments.operands.weights
        + (first * blocking.weightPlanes + weightPlane * blocks) * steps * Lane.scalarCount
      let next =
        weights + (panel + 1 < panels.upperBound ? blocking.weightPlanes * blocks : blocks) * steps * Lane.scalarCount
      for place in 0..<rows.length * columns.length {
        let (row, column) = (rows.lowerBound + place / columns.length, columns.lowerBound + place % columns.length)
        let plane = row * tile.products + column
        let factors: PanelFactors = (
          UnsafePointer(scratch.source + plane * blocking.sourcePlaneCount), runs, weights, nil, next
        )
        let products =
          scratch.products + plane * blocking.productPlaneCount + (first - passBlock) * tiles * Lane.scalarCount
        computePanel(blocks, positions, factors, (products, nil, tiles * Lane.scalarCount, .none))
      }
    }
  }
}

/// The products along an axis of one transform of the taps.
@inline(__always)
private func products(of weightRow: Int, _ tile: WinogradTile) -> Range<Int> {
  let first = tile.firstProducts
  return weightRow == 0 ? 0..<first : first + weightRow - 1..<first + weightRow
}
