import KernelInterface

/// Where each tap of a phase reads the rows of a band: for each tap that reads inside the source, the place of its
/// first cell for the band's first position, and its index among the weights.
typealias BandTaps = (entries: UnsafeMutablePointer<Int>, count: Int)

/// The scratch of a depthwise kernel: taps, their weights, a vector for each, a line, and the rows of a band.
typealias DepthwiseScratch = (
  taps: UnsafeMutablePointer<Int>, weights: UnsafeMutablePointer<Float>, sums: UnsafeMutablePointer<Float>,
  line: UnsafeMutablePointer<Float>, cells: UnsafeMutablePointer<Float>
)

@inline(__always)
func depthwiseScratch(
  _ scratch: UnsafeMutableRawPointer, _ geometry: ConvolutionGeometry, _ blocking: DepthwiseBlocking
) -> DepthwiseScratch {
  let taps = scratch.assumingMemoryBound(to: Int.self)
  let weights = UnsafeMutableRawPointer(taps + 2 * geometry.taps).assumingMemoryBound(to: Float.self)
  let sums = weights + geometry.taps
  let line = sums + 16 * geometry.taps
  return (taps, weights, sums, line, line + blocking.phasePitch + 64)
}

/// Finds the taps of a phase that read inside the source at one depth; they are the same for every band and plane.
@inline(__always)
func writeBandTaps(
  _ geometry: ConvolutionGeometry, _ blocking: DepthwiseBlocking, _ forward: Bool, _ phase: Phase, depth: Int,
  to scratch: DepthwiseScratch
) -> BandTaps {
  let lowRow = tapReach(geometry.height, phase: phase.height, forward).low
  let lowColumn = tapReach(geometry.width, phase: phase.width, forward).low
  let columnStep = sourceStep(geometry.width, forward)
  var count = 0
  var slice = 0
  for d in 0..<geometry.depth.kernel where readsInside(geometry.depth, tap: d, phase: phase.depth, depth, forward) {
    for h in 0..<geometry.height.kernel where phaseOfTap(h, geometry.height, forward) == phase.height {
      for w in 0..<geometry.width.kernel where phaseOfTap(w, geometry.width, forward) == phase.width {
        let row = offsetOfTap(h, geometry.height, phase: phase.height, forward) - lowRow
        let column = offsetOfTap(w, geometry.width, phase: phase.width, forward) - lowColumn
        let place = row * blocking.rowPitch + column % columnStep * blocking.phasePitch + column / columnStep
        scratch.taps[2 * count] = slice + place
        scratch.taps[2 * count + 1] = (d * geometry.height.kernel + h) * geometry.width.kernel + w
        count += 1
      }
    }
    slice += blocking.sourceRows * blocking.rowPitch
  }
  return (scratch.taps, count)
}

/// Copies what positions `rows` of one depth read from a plane of the source, with zero borders.
///
/// Columns that are equal modulo the step stand side by side, `phasePitch` apart.
@inline(__always)
func loadBand(
  _ geometry: ConvolutionGeometry, _ blocking: DepthwiseBlocking, _ forward: Bool, _ phase: Phase, depth: Int,
  rows: Range<Int>, from plane: UnsafePointer<Float>, to scratch: DepthwiseScratch
) {
  let columns = positionCount(geometry.width, phase: phase.width, forward)
  let (lowRow, highRow) = tapReach(geometry.height, phase: phase.height, forward)
  let (lowColumn, highColumn) = tapReach(geometry.width, phase: phase.width, forward)
  if lowRow > highRow || lowColumn > highColumn { return }
  let rowStep = sourceStep(geometry.height, forward)
  let columnStep = sourceStep(geometry.width, forward)
  let height = sourceSize(geometry.height, forward)
  let width = sourceSize(geometry.width, forward)
  var slice = scratch.cells
  for d in 0..<geometry.depth.kernel where readsInside(geometry.depth, tap: d, phase: phase.depth, depth, forward) {
    let place =
      depth * sourceStep(geometry.depth, forward) + offsetOfTap(d, geometry.depth, phase: phase.depth, forward)
    for i in 0..<(rows.length - 1) * rowStep + highRow - lowRow + 1 {
      let row = rows.lowerBound * rowStep + lowRow + i
      let inside = row >= 0 && row < height
      loadLine(
        plane + (inside ? (place * height + row) * width : 0), inside ? width : 0, first: lowColumn,
        count: (columns - 1) * columnStep + highColumn - lowColumn + 1, columnStep, blocking.phasePitch,
        to: slice + i * blocking.rowPitch)
    }
    slice += blocking.sourceRows * blocking.rowPitch
  }
}

/// Whether a tap is of a phase, and reads inside the source at a position.
@inline(__always)
private func readsInside(
  _ axis: ConvolutionGeometry.Axis, tap: Int, phase: Int, _ position: Int, _ forward: Bool
) -> Bool {
  if phaseOfTap(tap, axis, forward) != phase { return false }
  let place = position * sourceStep(axis, forward) + offsetOfTap(tap, axis, phase: phase, forward)
  return place >= 0 && place < sourceSize(axis, forward)
}

/// The smallest and the largest offset of a phase's taps; empty when it has none.
@inline(__always)
private func tapReach(_ axis: ConvolutionGeometry.Axis, phase: Int, _ forward: Bool) -> (low: Int, high: Int) {
  var low = Int.max
  var high = Int.min
  for tap in 0..<axis.kernel where phaseOfTap(tap, axis, forward) == phase {
    let offset = offsetOfTap(tap, axis, phase: phase, forward)
    low = min(low, offset)
    high = max(high, offset)
  }
  return (low, high)
}

/// Copies `count` cells of a row from column `first` on, 0 outside of it, split by their remainder modulo the step.
@inline(__always)
private func loadLine(
  _ row: UnsafePointer<Float>, _ width: Int, first: Int, count: Int, _ step: Int, _ pitch: Int,
  to target: UnsafeMutablePointer<Float>
) {
  for phase in 0..<step {
    let line = target + phase * pitch
    let length = step == 1 ? count : (count - phase + step - 1) / step
    let start = first + phase
    let low = min(start < 0 ? (step - 1 - start) / step : 0, length)
    let high = max(start < width ? min((width - 1 - start) / step + 1, length) : 0, low)
    clearCells(line, low)
    if low < high { copyCells(row + start + low * step, step: step, line + low, high - low) }
    clearCells(line + high, pitch - high)
  }
}
