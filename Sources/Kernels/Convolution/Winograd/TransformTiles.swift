import KernelInterface

/// Where a tile is: its image, its depth, and its first row and column in the result.
typealias TileSite = (image: Int, depth: Int, row: Int, column: Int)

/// Writes where tiles are.
@inline(__always)
func writeTileSites(_ blocking: WinogradBlocking, _ tiles: Range<Int>, to sites: UnsafeMutablePointer<TileSite>) {
  let geometry = blocking.geometry
  let depth = resultSize(geometry.depth, blocking.tile.direction.isForward)
  for i in 0..<tiles.length {
    let tile = tiles.lowerBound + i
    let column = tile % blocking.tileColumns
    var rest = tile / blocking.tileColumns
    let row = rest % blocking.tileRows
    rest /= blocking.tileRows
    sites[i] = (
      rest / depth, rest % depth, firstPosition(geometry.height, row, blocking.tile.outputs),
      firstPosition(geometry.width, column, blocking.tile.outputs)
    )
  }
}

/// The first position of a tile along an axis: tiles follow each other within a phase of the dilation, then phases.
@inline(__always)
private func firstPosition(_ axis: ConvolutionGeometry.Axis, _ tile: Int, _ outputs: Int) -> Int {
  if axis.dilation == 1 { return tile * outputs }
  let tiles = axis.output.groups(of: axis.dilation).groups(of: outputs)
  return tile / tiles + tile % tiles * outputs * axis.dilation
}

/// Transforms what tiles read, for every depth tap block by block.
@inline(__always)
func transformSource<T: WinogradTransform>(
  _: T.Type, _ arguments: WinogradArguments, _ count: Int, _ scratch: WinogradScratch
) {
  let blocking = arguments.blocking
  let blocks = blocking.sourceBlocks / blocking.geometry.depth.kernel
  for tap in 0..<blocking.geometry.depth.kernel {
    for block in 0..<blocks {
      let target = scratch.source + (tap * blocks + block) * count * Lane.scalarCount
      for i in 0..<count {
        transformSource(
          T.self, arguments, scratch.sites[i], tap, block, to: target + i * Lane.scalarCount, patch: scratch.patch)
      }
    }
  }
}

/// Transforms what one tile reads of a block through a depth tap.
@inline(__always)
private func transformSource<T: WinogradTransform>(
  _: T.Type, _ arguments: WinogradArguments, _ site: TileSite, _ tap: Int, _ block: Int,
  to target: UnsafeMutablePointer<Float>, patch: UnsafeMutablePointer<Float>
) {
  let blocking = arguments.blocking
  let (depth, height, width) = (blocking.geometry.depth, blocking.geometry.height, blocking.geometry.width)
  let size = (
    depth: sourceSize(depth, T.isForward), height: sourceSize(height, T.isForward),
    width: sourceSize(width, T.isForward)
  )
  let place = site.depth * depth.stride + tap * depth.dilation - depth.padBegin
  if place < 0 || place >= size.depth {
    for plane in 0..<T.products * T.products { target.store(Lane(), plane * blocking.sourcePlaneCount) }
    return
  }
  let (row, column) = (T.firstCell(site.row, height), T.firstCell(site.column, width))
  let isInside =
    row >= 0 && column >= 0 && row + (T.cells - 1) * height.dilation < size.height
    && column + (T.cells - 1) * width.dilation < size.width
  let pitch = size.width * Lane.scalarCount
  let image = arguments.operands.source + site.image * arguments.operands.sourceStride
  let cells = image + (block * size.depth + place) * size.height * pitch
  let intermediate = patch + T.cells * T.cells * Lane.scalarCount
  if isInside {
    let steps = (pitch * height.dilation, Lane.scalarCount * width.dilation)
    let first = cells + row * pitch + column * Lane.scalarCount
    transformPatch(T.self, first, steps, intermediate, to: target, blocking.sourcePlaneCount)
  } else {
    copyPatch(
      T.self, cells, (row, column), (height.dilation, width.dilation), (size.height, size.width), to: patch)
    let steps = (T.cells * Lane.scalarCount, Lane.scalarCount)
    transformPatch(T.self, UnsafePointer(patch), steps, intermediate, to: target, blocking.sourcePlaneCount)
  }
}

@inline(__always)
private func transformPatch<T: WinogradTransform>(
  _: T.Type, _ patch: UnsafePointer<Float>, _ steps: (row: Int, column: Int),
  _ intermediate: UnsafeMutablePointer<Float>, to target: UnsafeMutablePointer<Float>, _ planeCount: Int
) {
  let line = T.cells * Lane.scalarCount
  for j in 0..<T.cells { T.input(patch + j * steps.column, steps.row, intermediate + j * Lane.scalarCount, line) }
  for i in 0..<T.products {
    T.input(intermediate + i * line, Lane.scalarCount, target + i * T.products * planeCount, planeCount)
  }
}

/// Copies the cells of a tile at a border, with zeros outside.
@inline(__always)
private func copyPatch<T: WinogradTransform>(
  _: T.Type, _ cells: UnsafePointer<Float>, _ first: (row: Int, column: Int), _ steps: (row: Int, column: Int),
  _ size: (rows: Int, columns: Int), to patch: UnsafeMutablePointer<Float>
) {
  for i in 0..<T.cells {
    let row = first.row + i * steps.row
    let hasRow = row >= 0 && row < size.rows
    let line = cells + (hasRow ? row : 0) * size.columns * Lane.scalarCount
    for j in 0..<T.cells {
      let column = first.column + j * steps.column
      let cell = hasRow && column >= 0 && column < size.columns ? line.lane(column * Lane.scalarCount) : Lane()
      patch.store(cell, (i * T.cells + j) * Lane.scalarCount)
    }
  }
}

/// Transforms the products of tiles and one block back, finishes and stores them.
@inline(__always)
func transformProducts<T: WinogradTransform>(
  _: T.Type, _ arguments: WinogradArguments, _ count: Int, _ block: Int, _ products: UnsafePointer<Float>,
  _ scratch: WinogradScratch
) {
  let bias = arguments.operands.weights.lane(arguments.blocking.packedWeightCount + block * Lane.scalarCount)
  for i in 0..<count {
    transformProducts(
      T.self, arguments, scratch.sites[i], block, bias, products + i * Lane.scalarCount, scratch.patch)
  }
}

/// Transforms the products of one tile.
@inline(__always)
private func transformProducts<T: WinogradTransform>(
  _: T.Type, _ arguments: WinogradArguments, _ site: TileSite, _ block: Int, _ bias: Lane,
  _ products: UnsafePointer<Float>, _ patch: UnsafeMutablePointer<Float>
) {
  let blocking = arguments.blocking
  let operands = arguments.operands
  let geometry = blocking.geometry
  let line = T.products * Lane.scalarCount
  let planeCount = blocking.productPlaneCount
  for j in 0..<T.products {
    T.output(products + j * planeCount, T.products * planeCount, patch + j * Lane.scalarCount, line)
  }
  let cells = patch + T.products * line
  for i in 0..<T.outputs {
    T.output(patch + i * line, Lane.scalarCount, cells + i * T.outputs * Lane.scalarCount, Lane.scalarCount)
  }
  if arguments.pooledRows > 0 { return poolTile(arguments, site, block, bias, UnsafePointer(cells)) }
  let (rows, columns) = (resultSize(geometry.height, T.isForward), resultSize(geometry.width, T.isForward))
  let plane = (block * resultSize(geometry.depth, T.isForward) + site.depth) * rows * columns * Lane.scalarCount
  let result = operands.result + site.image * operands.resultStride + plane
  let addend = operands.finish.addend.map { $0 + site.image * operands.finish.addendStride + plane }
  let steps = (row: geometry.height.dilation, column: geometry.width.dilation)
  func store(_ height: Int, _ width: Int) {
    for i in 0..<height {
      for j in 0..<width {
        let place = ((site.row + i * steps.row) * columns + site.column + j * steps.column) * Lane.scalarCount
        var cell = cells.lane((i * T.outputs + j) * Lane.scalarCount) + bias
        if let addend { cell += addend.lane(place) }
        result.store(activated(cell, operands.finish.activation), place)
      }
    }
  }

  let height = min(T.outputs, positions(rows - site.row, steps.row))
  let width = min(T.outputs, positions(columns - site.column, steps.column))
  if height == T.outputs && width == T.outputs { store(T.outputs, T.outputs) } else { store(height, width) }
}

/// The positions so far apart that some cells have.
@inline(__always)
private func positions(_ cells: Int, _ step: Int) -> Int { step == 1 ? cells : cells.groups(of: step) }

/// Stores the largest of each two by two cells of a tile. Not inlined, so that tiles without a pool stay fast.
@inline(never)
private func poolTile(
  _ arguments: WinogradArguments, _ site: TileSite, _ block: Int, _ bias: Lane, _ cells: UnsafePointer<Float>
) {
  let operands = arguments.operands
  let (rows, columns) = (arguments.blocking.geometry.height.output, arguments.blocking.geometry.width.output)
  let (pooledRows, pooledColumns) = (arguments.pooledRows, arguments.pooledColumns)
  let plane = block * pooledRows * pooledColumns * Lane.scalarCount
  let result = operands.result + site.image * operands.resultStride + plane
  let outputs = arguments.blocking.tile.outputs
  let (first, left) = (site.row / 2, site.column / 2)
  for i in 0..<min(outputs / 2, pooledRows - first) {
    for j in 0..<min(outputs / 2, pooledColumns - left) {
      var largest = Lane(repeating: -.infinity)
      for row in 2 * i..<min(2 * i + 2, rows - site.row) {
        for column in 2 * j..<min(2 * j + 2, columns - site.column) {
          let cell = cells.lane((row * outputs + column) * Lane.scalarCount) + bias
          largest = largest.maximum(activated(cell, operands.finish.activation))
        }
      }
      result.store(largest, ((first + i) * pooledColumns + left + j) * Lane.scalarCount)
    }
  }
}
