import KernelInterface

/// The scratch of a depthwise kernel: the copied band and how far its rows lie apart, a tile, where taps lie in a row of
/// the band, and the rows of taps.
private typealias DepthwiseScratch = (
  band: UnsafeMutablePointer<Float>, pitch: Int, buffer: UnsafeMutablePointer<Float>,
  columns: UnsafeMutablePointer<Int>, rows: UnsafeMutablePointer<Int>
)

/// What the two rows of a pair of positions read, row by row of a slice of the band: how many rows, of each the
/// columns' taps and how far these lie apart among the weights, and how many rows the lower of a pair lies below the
/// upper: 1, or 2 where every second row reads the same.
private typealias PairTaps = (rows: Int, columns: Int, step: Int, lowerStep: Int)

/// What a strip of one channel is computed from: the band from its first cell on, the slices and the taps of a pair with
/// their weights, and how far rows lie apart in the band.
private typealias StripFactors = (
  cells: UnsafePointer<Float>, slices: BandSlices, taps: PairTaps, columns: UnsafePointer<Int>,
  rows: UnsafePointer<Int>, weights: UnsafePointer<Float>, weightPlane: Int, pitch: Int
)

/// Where a strip goes: its rows, and how far they lie apart.
private typealias StripResult = (cells: UnsafeMutablePointer<Float>, rows: Int, pitch: Int)

/// Computes bands of positions channel by channel: each tap is a vector of contiguous cells times one weight, for a pair
/// of rows, which share what both read, or two pairs, at a time.
@Sendable func depthwise(_ arguments: ConvolutionArguments, _ units: Range<Int>) {
  let (geometry, blocking) = (arguments.geometry, arguments.blocking)
  let band = arguments.scratch.assumingMemoryBound(to: Float.self)
  let buffer = band + blocking.bandFloats
  let columns = UnsafeMutableRawPointer(buffer + PackedPart.tileCount).assumingMemoryBound(to: Int.self)
  let scratch: DepthwiseScratch = (
    band, blocking.pitch, buffer, columns, columns + geometry.width.kernel
  )
  var owner = (-1, -1)
  var taps: PairTaps = (0, 0, 0, 1)
  for unit in units {
    let site = convolutionSite(arguments, unit)
    if site.rows.isEmpty || site.columns.isEmpty { continue }
    if owner.0 != site.phase.height || owner.1 != site.phase.width {
      owner = (site.phase.height, site.phase.width)
      taps = writePairTaps(arguments, site, to: scratch)
    }
    let slices = bandSlices(arguments, site)
    if taps.rows > 0, taps.columns > 0, slices.count > 0 {
      copyBand(arguments, site, slices, channels: 0..<1, to: band)
    }
    var result = bandResult(arguments, site)
    for filter in site.group * blocking.rows..<(site.group + 1) * blocking.rows {
      let weights = arguments.weights + filter * geometry.taps
      computeRows(arguments, site, taps, slices, weights, arguments.bias?[filter] ?? 0, scratch, result)
      result.cells += result.channelStep
    }
  }
}

/// Writes where the taps of a column lie in a row of the band, and the rows that the two rows of a pair read:
/// of each its place in the band, and the first weight of the tap through which either row reads it, -1 when none does.
/// Both rows meet their taps in the order of the band's rows.
@inline(__always)
private func writePairTaps(
  _ arguments: ConvolutionArguments, _ site: ConvolutionSite, to scratch: DepthwiseScratch
) -> PairTaps {
  let (geometry, blocking) = (arguments.geometry, arguments.blocking)
  let forward = arguments.direction.isForward
  let (height, width) = (geometry.height, geometry.width)
  let plane = blocking.height.length * blocking.pitch
  let rowPlane = blocking.width.planes * plane
  var columns = 0
  var (firstColumn, step) = (0, 0)
  for w in 0..<width.kernel where phaseOfTap(w, width, forward) == site.phase.width {
    if columns == 0 { firstColumn = w }
    if columns == 1 { step = w - firstColumn }
    let cell = cellOfTap(w, columns, blocking.width, width, phase: site.phase.width, forward)
    scratch.columns[columns] = cell.plane * plane + cell.index
    columns += 1
  }
  let lowerStep = forward && height.stride == 1 && height.dilation == 2 ? 2 : 1
  let rowTaps = tapCount(height, phase: site.phase.height, forward)
  var (rows, upper, lower) = (0, 0, 0)
  while upper < rowTaps || lower < rowTaps {
    let upperTap = rowTap(upper, rowTaps, arguments, site)
    let lowerTap = rowTap(lower, rowTaps, arguments, site)
    let lowerOffset = lowerTap.offset + lowerStep * sourceStep(height, forward)
    let isShared = blocking.height.isShared && upper < rowTaps && lower < rowTaps && upperTap.offset == lowerOffset
    let isUpper = isShared || lower == rowTaps || upper < rowTaps && upperTap.offset < lowerOffset
    let isLower = isShared || !isUpper
    let entry = scratch.rows + 3 * rows
    entry[0] =
      isUpper
      ? upperTap.plane * rowPlane + upperTap.index * blocking.pitch
      : lowerTap.plane * rowPlane + (lowerTap.index + lowerStep) * blocking.pitch
    entry[1] = isUpper ? upperTap.tap * width.kernel + firstColumn : -1
    entry[2] = isLower ? lowerTap.tap * width.kernel + firstColumn : -1
    if isUpper { upper += 1 }
    if isLower { lower += 1 }
    rows += 1
  }
  return (rows, columns, step, lowerStep)
}

/// A tap along the height in the order of what taps read, its offset from the first of them, and where it lies in the
/// band.
@inline(__always)
private func rowTap(
  _ order: Int, _ count: Int, _ arguments: ConvolutionArguments, _ site: ConvolutionSite
) -> (tap: Int, offset: Int, plane: Int, index: Int) {
  let height = arguments.geometry.height
  let forward = arguments.direction.isForward
  let wanted = forward ? order : count - 1 - order
  var ordinal = 0
  for h in 0..<height.kernel where phaseOfTap(h, height, forward) == site.phase.height {
    if ordinal == wanted {
      let cell = cellOfTap(h, ordinal, arguments.blocking.height, height, phase: site.phase.height, forward)
      let offset = offsetOfTap(h, height, phase: site.phase.height, forward)
      return (h, offset - lowestOffset(height, phase: site.phase.height, forward), cell.plane, cell.index)
    }
    ordinal += 1
  }
  return (0, 0, 0, 0)
}

/// Computes and stores all rows of one channel of a band.
@inline(__always)
private func computeRows(
  _ arguments: ConvolutionArguments, _ site: ConvolutionSite, _ taps: PairTaps, _ slices: BandSlices,
  _ weights: UnsafePointer<Float>, _ bias: Float, _ scratch: DepthwiseScratch, _ result: BandResult
) {
  let columns = site.columns.length
  let isDense = result.columnStep == 1 && result.rowStep == columns
  let weightPlane = arguments.geometry.height.kernel * arguments.geometry.width.kernel
  var row = 0
  while row < site.rows.length {
    // Two pairs of rows where that is few vectors, or where the rows of a pair are not neighbours.
    let isFour = (taps.lowerStep == 2 || columns <= 2 * Lane.scalarCount) && site.rows.length - row >= 4
    let rows = isFour ? 4 : taps.lowerStep == 2 ? 1 : min(2, site.rows.length - row)
    let mostLanes = taps.lowerStep == 2 ? 2 : 4
    var column = 0
    while column < columns {
      let left = columns - column
      // A row by itself has as many sums at a time as two.
      let isLong = site.rows.length == 1 && left >= 8 * Lane.scalarCount
      let lanes =
        isLong ? 8 : left.groups(of: Lane.scalarCount).groups(of: left.groups(of: mostLanes * Lane.scalarCount))
      // The last vectors of a long row lie over the ones before them, those of a short row over the next row.
      let overlaps = lanes * Lane.scalarCount > left && column > 0
      let start = overlaps ? columns - lanes * Lane.scalarCount : column
      let width = min(columns - start, lanes * Lane.scalarCount)
      let target = result.cells + row * result.rowStep + start * result.columnStep
      let isRoomy =
        result.columnStep == 1
        && (width == lanes * Lane.scalarCount
          || isDense && (row + rows - 1) * columns + lanes * Lane.scalarCount <= site.rows.length * columns)
      let sums = isRoomy ? target : scratch.buffer
      let pitch = isRoomy ? result.rowStep : lanes * Lane.scalarCount
      let factors: StripFactors = (
        UnsafePointer(scratch.band + row * scratch.pitch + start), slices, taps, UnsafePointer(scratch.columns),
        UnsafePointer(scratch.rows), weights, weightPlane, scratch.pitch
      )
      computeStrip(lanes, factors, bias, to: (sums, rows, pitch))
      if !isRoomy {
        for i in 0..<rows {
          spreadCells(
            UnsafePointer(sums + i * pitch), target + i * result.rowStep, step: result.columnStep, width)
        }
      }
      column = start + width
    }
    row += rows
  }
}

/// Chooses the sums of a strip that are held at a time.
@inline(__always)
private func computeStrip(_ lanes: Int, _ factors: StripFactors, _ bias: Float, to result: StripResult) {
  switch (lanes, result.rows) {
  case (1, 4): sumStrip(InlineArray<2, InlineArray<1, _>>(repeating: start(bias)), factors, result)
  case (2, 4): sumStrip(InlineArray<2, InlineArray<2, _>>(repeating: start(bias)), factors, result)
  case (1, _): sumStrip(InlineArray<1, InlineArray<1, _>>(repeating: start(bias)), factors, result)
  case (2, _): sumStrip(InlineArray<1, InlineArray<2, _>>(repeating: start(bias)), factors, result)
  case (3, _): sumStrip(InlineArray<1, InlineArray<3, _>>(repeating: start(bias)), factors, result)
  case (8, _): sumStrip(InlineArray<1, InlineArray<8, _>>(repeating: start(bias)), factors, result)
  default: sumStrip(InlineArray<1, InlineArray<4, _>>(repeating: start(bias)), factors, result)
  }
}

@inline(__always)
private func start<let lanes: Int>(_ bias: Float) -> InlineArray<lanes, Lane> {
  InlineArray(repeating: Lane(repeating: bias))
}

/// Sums one strip of one row, or of some pairs of rows, over all taps and stores it.
@inline(never)
private func sumStrip<let pairs: Int, let lanes: Int>(
  _ start: InlineArray<pairs, InlineArray<lanes, Lane>>, _ factors: StripFactors, _ result: StripResult
) {
  let (taps, slices, columns) = (factors.taps, factors.slices, factors.columns)
  var (upper, lower) = (start, start)
  let pairStep = taps.lowerStep == 1 ? 2 : 1
  let pairPitch = pairStep * factors.pitch
  let isPair = result.rows > 1
  for slice in 0..<slices.count {
    let weights = factors.weights + (slices.tap + slice * slices.tapStep) * factors.weightPlane
    for row in 0..<taps.rows {
      let entry = factors.rows + 3 * row
      let line = factors.cells + slice * slices.pitch + entry[0]
      if entry[1] < 0 {
        if isPair { addTaps(&lower, line, pairPitch, columns, taps, weights + entry[2]) }
      } else if !isPair || entry[2] < 0 {
        addTaps(&upper, line, pairPitch, columns, taps, weights + entry[1])
      } else {
        addTaps(&upper, &lower, line, pairPitch, columns, taps, (weights + entry[1], weights + entry[2]))
      }
    }
  }
  // Row by row, since the end of a row may be overwritten by the next.
  if !isPair {
    storeRow(upper[0], result, 0)
  } else if taps.lowerStep == 1 {
    for i in 0..<pairs {
      storeRow(upper[i], result, 2 * i)
      storeRow(lower[i], result, 2 * i + 1)
    }
  } else {
    for i in 0..<pairs { storeRow(upper[i], result, i) }
    for i in 0..<pairs { storeRow(lower[i], result, i + 2) }
  }
}

@inline(__always)
private func storeRow<let lanes: Int>(_ sums: InlineArray<lanes, Lane>, _ result: StripResult, _ row: Int) {
  for j in 0..<lanes { result.cells.store(sums[j], row * result.pitch + j * Lane.scalarCount) }
}

/// Adds the products of a row of taps to one row of each pair.
@inline(__always)
private func addTaps<let pairs: Int, let lanes: Int>(
  _ sums: inout InlineArray<pairs, InlineArray<lanes, Lane>>, _ line: UnsafePointer<Float>, _ pairPitch: Int,
  _ columns: UnsafePointer<Int>, _ taps: PairTaps, _ weights: UnsafePointer<Float>
) {
  for w in 0..<taps.columns {
    let factor = Lane(repeating: weights[w * taps.step])
    for i in 0..<pairs {
      for j in 0..<lanes {
        sums[i][j].accumulate(factor, line.lane(i * pairPitch + columns[w] + j * Lane.scalarCount))
      }
    }
  }
}

/// Adds the products of a row that both rows of each pair read.
@inline(__always)
private func addTaps<let pairs: Int, let lanes: Int>(
  _ upper: inout InlineArray<pairs, InlineArray<lanes, Lane>>,
  _ lower: inout InlineArray<pairs, InlineArray<lanes, Lane>>, _ line: UnsafePointer<Float>, _ pairPitch: Int,
  _ columns: UnsafePointer<Int>, _ taps: PairTaps, _ weights: (upper: UnsafePointer<Float>, lower: UnsafePointer<Float>)
) {
  for w in 0..<taps.columns {
    let upperFactor = Lane(repeating: weights.upper[w * taps.step])
    let lowerFactor = Lane(repeating: weights.lower[w * taps.step])
    for i in 0..<pairs {
      for j in 0..<lanes {
        let lane = line.lane(i * pairPitch + columns[w] + j * Lane.scalarCount)
        upper[i][j].accumulate(upperFactor, lane)
        lower[i][j].accumulate(lowerFactor, lane)
      }
    }
  }
}
