import KernelInterface

/// A band of one phase, one group and one image.
typealias DirectSite = (image: Int, group: Int, phase: Phase, slice: Int, lines: Range<Int>)

/// The scratch of a direct convolution: the copied band, the tables of its positions, and the starts of its runs.
typealias DirectScratch = (
  band: UnsafeMutablePointer<Float>, cells: UnsafeMutablePointer<Int>, places: UnsafeMutablePointer<Int>,
  starts: UnsafeMutablePointer<Int>
)

@inline(__always)
func directScratch(_ scratch: UnsafeMutableRawPointer, _ blocking: DirectBlocking) -> DirectScratch {
  let band = scratch.assumingMemoryBound(to: Float.self)
  let floats = blocking.copies ? blocking.sourceBlocks * blocking.copiedBlockCount : 0
  let cells = UnsafeMutableRawPointer(band + floats).assumingMemoryBound(to: Int.self)
  let places = cells + blocking.pixelsPerUnit
  return (band, cells, places, places + blocking.pixelsPerUnit)
}

/// The site of a number: bands innermost, then slices, phases, groups and images.
@inline(__always)
func directSite(_ blocking: DirectBlocking, _ index: Int) -> DirectSite {
  let band = index % blocking.bands
  var rest = index / blocking.bands
  let slice = rest % blocking.slices
  rest /= blocking.slices
  let phases = blocking.phases
  let phaseCount = phases.depth * phases.height * phases.width
  let place = rest % phaseCount
  rest /= phaseCount
  let phase: Phase = (place / (phases.height * phases.width), place / phases.width % phases.height, place % phases.width)
  let forward = blocking.direction.isForward
  let geometry = blocking.geometry
  var lines = positionCount(geometry.height, phase: phase.height, forward)
  if !blocking.copies {
    lines *=
      positionCount(geometry.depth, phase: phase.depth, forward)
      * positionCount(geometry.width, phase: phase.width, forward)
  } else if slice >= positionCount(geometry.depth, phase: phase.depth, forward) {
    lines = 0
  }
  let range = lines * band / blocking.bands..<lines * (band + 1) / blocking.bands
  return (rest / geometry.groups, rest % geometry.groups, phase, slice, range)
}

/// Writes where the positions of a site read and write, and returns their number.
@inline(__always)
func writePositions(_ blocking: DirectBlocking, _ site: DirectSite, to scratch: DirectScratch) -> Int {
  let forward = blocking.direction.isForward
  let (depth, height, width) = (blocking.geometry.depth, blocking.geometry.height, blocking.geometry.width)
  let columns = positionCount(width, phase: site.phase.width, forward)
  let rows = positionCount(height, phase: site.phase.height, forward)
  let pixel = blocking.pixelCount
  let columnStep = sourceStep(width, forward) * pixel
  let rowPitch = (blocking.copies ? blocking.copiedColumns : sourceSize(width, forward)) * pixel
  let rowStep = sourceStep(height, forward) * rowPitch
  let sliceStep = sourceStep(depth, forward) * sourceSize(height, forward) * rowPitch
  let resultStep = forward ? 1 : width.stride
  var line = site.lines.lowerBound
  var column = 0
  var count = blocking.copies ? site.lines.length * columns : site.lines.length
  let all = count
  if !blocking.copies { (line, column) = (line / columns, line % columns) }
  var (cells, places) = (scratch.cells, scratch.places)
  while count > 0 {
    let (d, h) = blocking.copies ? (site.slice, line) : (line / rows, line % rows)
    var cell = blocking.copies ? (h - site.lines.lowerBound) * rowStep : d * sliceStep + h * rowStep
    cell += column * columnStep
    let resultDepth = forward ? d : site.phase.depth + d * depth.stride
    let resultRow = forward ? h : site.phase.height + h * height.stride
    let first = forward ? column : site.phase.width + column * width.stride
    var place =
      ((resultDepth * resultSize(height, forward) + resultRow) * resultSize(width, forward) + first) * Lane.scalarCount
    let length = min(columns - column, count)
    for i in 0..<length {
      cells[i] = cell
      places[i] = place
      cell += columnStep
      place += resultStep * Lane.scalarCount
    }
    cells += length
    places += length
    count -= length
    column = 0
    line += 1
  }
  return all
}

/// Writes where the runs of a phase begin, relative to a position's cell: block by block, and in it tap by tap.
@inline(__always)
func writeRuns(_ blocking: DirectBlocking, _ phase: Phase, to starts: UnsafeMutablePointer<Int>) -> Runs {
  let forward = blocking.direction.isForward
  let (depth, height, width) = (blocking.geometry.depth, blocking.geometry.height, blocking.geometry.width)
  let pixel = blocking.pixelCount
  let rowPitch = (blocking.copies ? blocking.copiedColumns : sourceSize(width, forward)) * pixel
  let low = (
    row: blocking.copies ? lowestOffset(height, phase: phase.height, forward) : 0,
    column: blocking.copies ? lowestOffset(width, phase: phase.width, forward) : 0
  )
  let slicePitch = blocking.copies ? blocking.copiedSliceCount : sourceSize(height, forward) * rowPitch
  let blockStride = blocking.copies ? blocking.copiedBlockCount : sourceSize(depth, forward) * slicePitch
  let isPlainRun = !blocking.isBlocked && blocking.runLength > 1
  var count = 0
  for block in 0..<blocking.sourceBlocks {
    var slice = 0
    for d in 0..<depth.kernel where phaseOfTap(d, depth, forward) == phase.depth {
      let depthOffset = blocking.copies ? slice : offsetOfTap(d, depth, phase: phase.depth, forward)
      slice += 1
      for h in 0..<height.kernel where phaseOfTap(h, height, forward) == phase.height {
        let row = offsetOfTap(h, height, phase: phase.height, forward) - low.row
        for w in 0..<width.kernel where phaseOfTap(w, width, forward) == phase.width {
          if isPlainRun && w > 0 { continue }
          let column = offsetOfTap(w, width, phase: phase.width, forward) - low.column
          starts[count] = block * blockStride + depthOffset * slicePitch + row * rowPitch + column * pixel
          count += 1
        }
      }
    }
  }
  return (UnsafePointer(starts), count, blocking.runLength)
}

/// The smallest offset of a phase's taps, 0 when it has none.
@inline(__always)
func lowestOffset(_ axis: ConvolutionGeometry.Axis, phase: Int, _ forward: Bool) -> Int {
  var low = Int.max
  for tap in 0..<axis.kernel where phaseOfTap(tap, axis, forward) == phase {
    low = min(low, offsetOfTap(tap, axis, phase: phase, forward))
  }
  return low == Int.max ? 0 : low
}
