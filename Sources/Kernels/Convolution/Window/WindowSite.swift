import KernelInterface

/// A band of one phase, one group and one image.
typealias WindowSite = (image: Int, group: Int, phase: Phase, phaseIndex: Int, slice: Int, lines: Range<Int>)

/// The scratch of an operation with windows: the copied band, its result that is to be brought back, the tables of its
/// positions, and the starts of its runs.
typealias WindowScratch = (
  band: UnsafeMutablePointer<Float>, made: UnsafeMutablePointer<Float>, cells: UnsafeMutablePointer<Int>,
  places: UnsafeMutablePointer<Int>,
  origins: UnsafeMutablePointer<Int>, starts: UnsafeMutablePointer<Int>
)

@inline(__always)
func windowScratch(_ scratch: UnsafeMutableRawPointer, _ blocking: WindowBlocking) -> WindowScratch {
  let band = scratch.assumingMemoryBound(to: Float.self)
  let made = band + blocking.copiedCount
  let cells = UnsafeMutableRawPointer(made + blocking.madeCount).assumingMemoryBound(to: Int.self)
  let places = cells + blocking.pixelsPerUnit
  let origins = places + blocking.pixelsPerUnit
  return (band, made, cells, places, origins, blocking.loading.isOfCells ? origins + blocking.pixelsPerUnit : origins)
}

/// The site of a number: bands innermost, then slices, groups, phases and images.
@inline(__always)
func windowSite(_ blocking: WindowBlocking, _ index: Int) -> WindowSite {
  let band = index % blocking.bands
  var rest = index / blocking.bands
  let slice = rest % blocking.slices
  rest /= blocking.slices
  let group = rest % blocking.groups
  rest /= blocking.groups
  let phases = blocking.phases
  let phaseCount = phases.depth * phases.height * phases.width
  let place = rest % phaseCount
  let phase = numberedPhase(place, of: phases)
  let forward = blocking.direction.isForward
  let (depth, height, width) = (blocking.geometry.depth, blocking.geometry.height, blocking.geometry.width)
  var lines = positionCount(height, phase: phase.height, forward)
  if !hasRows(blocking) {
    lines *= positionCount(depth, phase: phase.depth, forward) * positionCount(width, phase: phase.width, forward)
  } else if slice >= positionCount(depth, phase: phase.depth, forward) {
    lines = 0
  }
  let range = lines * band / blocking.bands..<lines * (band + 1) / blocking.bands
  return (rest / phaseCount, group, phase, place, slice, range)
}

/// Whether bands are whole rows of one slice.
@inline(__always)
private func hasRows(_ blocking: WindowBlocking) -> Bool { blocking.loading.isOfRows || blocking.loading.isOfTaps }

/// The positions of a site.
@inline(__always)
func positionCount(_ blocking: WindowBlocking, _ site: WindowSite) -> Int {
  guard hasRows(blocking) else { return site.lines.length }
  let forward = blocking.direction.isForward
  return site.lines.length * positionCount(blocking.geometry.width, phase: site.phase.width, forward)
}

/// The pixel of the result from which the places of a site count.
@inline(__always)
func firstPlace(_ blocking: WindowBlocking, _ site: WindowSite) -> Int {
  let forward = blocking.direction.isForward
  let (depth, height, width) = (blocking.geometry.depth, blocking.geometry.height, blocking.geometry.width)
  let (d, h) = hasRows(blocking) ? (site.slice, site.lines.lowerBound) : (0, 0)
  let resultDepth = forward ? d : site.phase.depth + d * depth.stride
  let resultRow = forward ? h : site.phase.height + h * height.stride
  let resultColumn = forward ? 0 : site.phase.width
  return (resultDepth * resultSize(height, forward) + resultRow) * resultSize(width, forward) + resultColumn
}

/// Writes where positions read, from the band's or the group's first cell on, and where they write, from the site's
/// first place on: of copied rows for the most lines that a band has. Of copied cells, writes where they come from too.
@inline(__always)
func writePositions(_ blocking: WindowBlocking, _ site: WindowSite, to scratch: WindowScratch) {
  let forward = blocking.direction.isForward
  let (depth, height, width) = (blocking.geometry.depth, blocking.geometry.height, blocking.geometry.width)
  let columns = positionCount(width, phase: site.phase.width, forward)
  let rows = positionCount(height, phase: site.phase.height, forward)
  let pixel = blocking.pixelCount
  let columnStep = sourceStep(width, forward) * pixel
  let rowPitch = (blocking.loading.isOfRows ? blocking.copiedColumns : sourceSize(width, forward)) * pixel
  let rowStep = sourceStep(height, forward) * rowPitch
  let sliceStep = sourceStep(depth, forward) * sourceSize(height, forward) * rowPitch
  let resultStep = (forward ? 1 : width.stride) * Lane.scalarCount
  let resultRowStep = (forward ? 1 : height.stride) * resultSize(width, forward) * Lane.scalarCount
  let resultSliceStep =
    (forward ? 1 : depth.stride) * resultSize(height, forward) * resultSize(width, forward) * Lane.scalarCount
  var count = blocking.loading.isOfRows ? blocking.lines.groups(of: blocking.bands) * columns : site.lines.length
  if columns == 0 { return }
  let first = blocking.loading.isOfRows ? 0 : site.lines.lowerBound
  var (line, column) = (first / columns, first % columns)
  var (cells, places) = (blocking.loading.isOfCells ? scratch.origins : scratch.cells, scratch.places)
  while count > 0 {
    let (d, h) = blocking.loading.isOfRows ? (0, line) : (line / rows, line % rows)
    var cell = d * sliceStep + h * rowStep + column * columnStep
    var place = d * resultSliceStep + h * resultRowStep + column * resultStep
    let length = min(columns - column, count)
    for i in 0..<length {
      cells[i] = cell
      places[i] = place
      cell += columnStep
      place += resultStep
    }
    cells += length
    places += length
    count -= length
    column = 0
    line += 1
  }
  if blocking.loading.isOfCells {
    for i in 0..<site.lines.length { scratch.cells[i] = i * pixel }
  }
}

/// Writes where the runs of a pass begin, relative to a position's cell: block by block, and in it tap by tap.
///
/// Returns how many a block has.
@inline(__always)
func writeRuns(_ blocking: WindowBlocking, _ phase: Phase, to starts: UnsafeMutablePointer<Int>) -> Int {
  let forward = blocking.direction.isForward
  let (depth, height, width) = (blocking.geometry.depth, blocking.geometry.height, blocking.geometry.width)
  let pixel = blocking.pixelCount
  let rowPitch = (blocking.loading.isOfRows ? blocking.copiedColumns : sourceSize(width, forward)) * pixel
  let lowRow = blocking.loading.isOfRows ? lowestOffset(height, phase: phase.height, forward) : 0
  let lowColumn = blocking.loading.isOfRows ? lowestOffset(width, phase: phase.width, forward) : 0
  let slicePitch = blocking.loading.isOfRows ? blocking.copiedSliceCount : sourceSize(height, forward) * rowPitch
  let blockStride = blocking.loading.isNone ? sourceSize(depth, forward) * slicePitch : blocking.copiedBlockCount
  let isPlainRun = blocking.kind.isPlain && blocking.runLength > 1
  var count = 0
  for block in 0..<blocking.blocksPerPass {
    var slice = 0
    for d in 0..<depth.kernel where phaseOfTap(d, depth, forward) == phase.depth {
      let depthOffset = blocking.loading.isOfRows ? slice : offsetOfTap(d, depth, phase: phase.depth, forward)
      slice += 1
      for h in 0..<height.kernel where phaseOfTap(h, height, forward) == phase.height {
        let row = offsetOfTap(h, height, phase: phase.height, forward) - lowRow
        for w in 0..<width.kernel where phaseOfTap(w, width, forward) == phase.width {
          if isPlainRun && w > 0 { continue }
          let column = offsetOfTap(w, width, phase: phase.width, forward) - lowColumn
          let start = block * blockStride + depthOffset * slicePitch + row * rowPitch + column * pixel
          for part in 0..<blocking.runsPerTap {
            starts[count] = start + part * blocking.runLength
            count += 1
          }
        }
      }
    }
  }
  return count / max(blocking.blocksPerPass, 1)
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
