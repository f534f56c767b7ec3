import KernelInterface

/// The largest element of each window; NaN where the window has one, and -inf where it reads only padding.
@Sendable func maxPoolBlocks(_ arguments: BlockedPoolArguments, _ units: Range<Int>) {
  let geometry = arguments.geometry
  forEachPlane(arguments, units) { input, output in maxPoolRows(geometry, 0..<geometry.height.output, input, output) }
}

/// The largest element of each window of some rows of a plane.
@inline(__always)
func maxPoolRows(
  _ geometry: PoolGeometry, _ rows: Range<Int>, _ input: UnsafePointer<Float>, _ output: UnsafeMutablePointer<Float>
) {
  let least = Lane(repeating: -.infinity)
  foldBlockWindows(
    geometry, rows, input, output, from: least, { $0.maximum($1) }, finish: { lane, _, _, _ in lane })
}

/// The sum of each window over its divisor.
@Sendable func averagePoolBlocks(_ arguments: BlockedPoolArguments, _ units: Range<Int>) {
  let geometry = arguments.geometry
  let divisor = arguments.divisor
  forEachPlane(arguments, units) { input, output in
    foldBlockWindows(
      geometry, 0..<geometry.height.output, input, output, from: Lane(), { $0 + $1 },
      finish: { sum, d, h, w in sum / Lane(repeating: divisor.value(geometry, d, h, w)) })
  }
}

/// The mean of each window of an adaptive pool.
@Sendable func adaptiveAveragePoolBlocks(_ arguments: BlockedPoolArguments, _ units: Range<Int>) {
  let (depth, height, width) = (arguments.geometry.depth, arguments.geometry.height, arguments.geometry.width)
  forEachPlane(arguments, units) { input, output in
    var place = 0
    for d in 0..<depth.output {
      let slices = depth.adaptiveCells(d)
      for h in 0..<height.output {
        let rows = height.adaptiveCells(h)
        for w in 0..<width.output {
          let columns = width.adaptiveCells(w)
          var sums = InlineArray<4, Lane>(repeating: Lane())
          for slice in slices {
            for row in rows {
              let line = input + ((slice * height.input + row) * width.input + columns.lowerBound) * Lane.scalarCount
              for i in 0..<columns.length { sums[i & 3] += line.lane(i * Lane.scalarCount) }
            }
          }
          let count = slices.length * rows.length * columns.length
          let sum = (sums[0] + sums[1]) + (sums[2] + sums[3])
          output.store(sum / Lane(repeating: Float(count)), place)
          place += Lane.scalarCount
        }
      }
    }
  }
}

/// Calls the body with the plane of the input and that of the output of every unit.
@inline(__always)
private func forEachPlane(
  _ arguments: BlockedPoolArguments, _ units: Range<Int>,
  _ body: (UnsafePointer<Float>, UnsafeMutablePointer<Float>) -> Void
) {
  let blocks = arguments.sizes.blocks
  for unit in units {
    let (image, block) = (unit / blocks, unit % blocks)
    let input =
      arguments.input.start + image * arguments.input.imageStride + block * arguments.geometry.inputCount
      * Lane.scalarCount
    let output =
      arguments.output.start + image * arguments.output.imageStride + block * arguments.geometry.outputCount
      * Lane.scalarCount
    body(UnsafePointer(input), output)
  }
}

/// Combines the cells of every window of some rows that lie inside the input: some neighbouring windows at a time where none of them
/// reaches over the border of a row.
@inline(__always)
private func foldBlockWindows(
  _ geometry: PoolGeometry, _ rows: Range<Int>, _ input: UnsafePointer<Float>, _ output: UnsafeMutablePointer<Float>,
  from start: Lane, _ combine: (Lane, Lane) -> Lane, finish: (Lane, Int, Int, Int) -> Lane
) {
  let width = geometry.width
  let (first, last) = (width.positions(inside: 0), width.positions(inside: width.kernelSize - 1))
  let begin = max(first.lowerBound, last.lowerBound)
  let end = min(first.upperBound, last.upperBound)
  var row = output
  for d in 0..<geometry.depth.output {
    let slices = geometry.depth.offsets(inside: d)
    for h in rows {
      let lines = (slices, geometry.height.offsets(inside: h))
      var w = 0
      while w < width.output {
        if w >= begin, w + tileWindows <= end {
          let cells = (lines.0, lines.1, 0..<width.kernelSize)
          foldWindowTile(geometry, input, (d, h, w), cells, row, InlineArray<4, _>(repeating: start), combine, finish)
          w += tileWindows
        } else {
          let cells = (lines.0, lines.1, width.offsets(inside: w))
          foldWindowTile(geometry, input, (d, h, w), cells, row, InlineArray<1, _>(repeating: start), combine, finish)
          w += 1
        }
      }
      row += width.output * Lane.scalarCount
    }
  }
}

/// Windows that are combined together.
private var tileWindows: Int { 4 }

/// Combines the cells of some windows of a row: those at the same offsets of each.
@inline(__always)
private func foldWindowTile<let count: Int>(
  _ geometry: PoolGeometry, _ input: UnsafePointer<Float>, _ position: (d: Int, h: Int, w: Int),
  _ cells: (slices: Range<Int>, rows: Range<Int>, columns: Range<Int>), _ output: UnsafeMutablePointer<Float>,
  _ start: InlineArray<count, Lane>, _ combine: (Lane, Lane) -> Lane, _ finish: (Lane, Int, Int, Int) -> Lane
) {
  let (depth, height, width) = (geometry.depth, geometry.height, geometry.width)
  let step = width.stride * Lane.scalarCount
  var lanes = start
  for slice in cells.slices {
    for row in cells.rows {
      let line = (depth.index(position.d, slice) * height.input + height.index(position.h, row)) * width.input
      var cell = input + (line + width.index(position.w, cells.columns.lowerBound)) * Lane.scalarCount
      for _ in 0..<cells.columns.length {
        for p in 0..<count { lanes[p] = combine(lanes[p], cell.lane(p * step)) }
        cell += width.dilation * Lane.scalarCount
      }
    }
  }
  for p in 0..<count {
    let lane = finish(lanes[p], position.d, position.h, position.w + p)
    output.store(lane, (position.w + p) * Lane.scalarCount)
  }
}
