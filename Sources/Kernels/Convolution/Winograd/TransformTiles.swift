import KernelInterface

/// Where a tile is: its image, its depth, and its first row and column in the result.
typealias TileSite = (image: Int, depth: Int, row: Int, column: Int)

@inline(__always)
func tileSite(_ blocking: WinogradBlocking, _ tile: Int) -> TileSite {
  let column = tile % blocking.tileColumns
  var rest = tile / blocking.tileColumns
  let row = rest % blocking.tileRows
  rest /= blocking.tileRows
  let depths = blocking.geometry.depth.output
  return (rest / depths, rest % depths, row * blocking.outputs, column * blocking.outputs)
}

/// Transforms what one tile reads, block by block, for every depth tap; `index` is its place among `count` tiles.
@inline(__always)
func transformSource<T: WinogradTransform>(
  _: T.Type, _ arguments: WinogradArguments, _ tile: Int, _ index: Int, of count: Int, _ scratch: WinogradScratch
) {
  let blocking = arguments.blocking
  let (depth, height, width) = (blocking.geometry.depth, blocking.geometry.height, blocking.geometry.width)
  let site = tileSite(blocking, tile)
  let (row, column) = (site.row - height.padBegin, site.column - width.padBegin)
  let isInside =
    row >= 0 && column >= 0 && row + T.inputs <= height.input && column + T.inputs <= width.input
  let pitch = width.input * Lane.scalarCount
  let slice = height.input * pitch
  let blocks = blocking.sourceBlocks / depth.kernel
  let image = arguments.operands.source + site.image * arguments.operands.sourceStride
  let intermediate = scratch.patch + T.inputs * T.inputs * Lane.scalarCount
  for d in 0..<depth.kernel {
    let place = site.depth * depth.stride + d * depth.dilation - depth.padBegin
    for block in 0..<blocks {
      let target = scratch.source + ((d * blocks + block) * count + index) * Lane.scalarCount
      if place < 0 || place >= depth.input {
        for plane in 0..<T.inputs * T.inputs { target.store(Lane(), plane * blocking.sourcePlaneCount) }
        continue
      }
      let cells = image + (block * depth.input + place) * slice
      if isInside {
        let patch = cells + row * pitch + column * Lane.scalarCount
        transformPatch(T.self, patch, pitch, intermediate, to: target, blocking.sourcePlaneCount)
      } else {
        copyPatch(T.self, cells, (row, column), (height.input, width.input), to: scratch.patch)
        let patch = UnsafePointer(scratch.patch)
        transformPatch(T.self, patch, T.inputs * Lane.scalarCount, intermediate, to: target, blocking.sourcePlaneCount)
      }
    }
  }
}

@inline(__always)
private func transformPatch<T: WinogradTransform>(
  _: T.Type, _ patch: UnsafePointer<Float>, _ pitch: Int, _ intermediate: UnsafeMutablePointer<Float>,
  to target: UnsafeMutablePointer<Float>, _ planeCount: Int
) {
  let line = T.inputs * Lane.scalarCount
  for j in 0..<T.inputs { T.input(patch + j * Lane.scalarCount, pitch, intermediate + j * Lane.scalarCount, line) }
  for i in 0..<T.inputs {
    T.input(intermediate + i * line, Lane.scalarCount, target + i * T.inputs * planeCount, planeCount)
  }
}

/// Copies the cells of a tile at a border, with zeros outside.
@inline(__always)
private func copyPatch<T: WinogradTransform>(
  _: T.Type, _ cells: UnsafePointer<Float>, _ first: (row: Int, column: Int), _ size: (rows: Int, columns: Int),
  to patch: UnsafeMutablePointer<Float>
) {
  for i in 0..<T.inputs {
    let row = first.row + i
    for j in 0..<T.inputs {
      let column = first.column + j
      let isInside = row >= 0 && row < size.rows && column >= 0 && column < size.columns
      let cell = isInside ? cells.lane((row * size.columns + column) * Lane.scalarCount) : Lane()
      patch.store(cell, (i * T.inputs + j) * Lane.scalarCount)
    }
  }
}

/// Transforms the products of one tile and one block back, finishes and stores them.
@inline(__always)
func transformProducts<T: WinogradTransform>(
  _: T.Type, _ arguments: WinogradArguments, _ tile: Int, _ block: Int, _ products: UnsafePointer<Float>,
  _ patch: UnsafeMutablePointer<Float>
) {
  let blocking = arguments.blocking
  let operands = arguments.operands
  let geometry = blocking.geometry
  let site = tileSite(blocking, tile)
  let line = T.inputs * Lane.scalarCount
  let planeCount = blocking.productPlaneCount
  for j in 0..<T.inputs {
    T.output(products + j * planeCount, T.inputs * planeCount, patch + j * Lane.scalarCount, line)
  }
  let cells = patch + T.inputs * line
  for i in 0..<T.outputs {
    T.output(patch + i * line, Lane.scalarCount, cells + i * T.outputs * Lane.scalarCount, Lane.scalarCount)
  }
  let bias = operands.weights.lane(blocking.packedWeightCount + block * Lane.scalarCount)
  let (rows, columns) = (geometry.height.output, geometry.width.output)
  let plane = (block * geometry.depth.output + site.depth) * rows * columns * Lane.scalarCount
  let result = operands.result + site.image * operands.resultStride + plane
  let addend = operands.finish.addend.map { $0 + site.image * operands.finish.addendStride + plane }
  for i in 0..<min(T.outputs, rows - site.row) {
    for j in 0..<min(T.outputs, columns - site.column) {
      let place = ((site.row + i) * columns + site.column + j) * Lane.scalarCount
      var cell = cells.lane((i * T.outputs + j) * Lane.scalarCount) + bias
      if let addend { cell += addend.lane(place) }
      result.store(activated(cell, operands.finish.activation), place)
    }
  }
}
