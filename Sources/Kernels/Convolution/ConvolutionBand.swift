import KernelInterface

/// A band: positions of one phase and depth of one group of an image. Where a band has several phases, this is the first,
/// which has the most positions.
typealias ConvolutionSite = (
  image: Int, group: Int, phase: Phase, depth: Int, rows: Range<Int>, columns: Range<Int>
)

/// The site of a number: pieces of rows innermost, then rows, depths, phases, groups and images.
@inline(__always)
func convolutionSite(_ arguments: ConvolutionArguments, _ index: Int) -> ConvolutionSite {
  let (geometry, blocking) = (arguments.geometry, arguments.blocking)
  let forward = arguments.direction.isForward
  let phases = bandPhases(blocking)
  let column = index % blocking.width.bands * blocking.width.positions
  var rest = index / blocking.width.bands
  let row = rest % blocking.height.bands * blocking.height.positions
  rest /= blocking.height.bands
  let depth = rest % blocking.slices
  rest /= blocking.slices
  let phaseCount = phases.depth * phases.height * phases.width
  var phase = numberedPhase(rest % phaseCount, of: phases)
  phase.height *= blocking.phasesPerBand.height
  phase.width *= blocking.phasesPerBand.width
  rest /= phaseCount
  let isInside = depth < positionCount(geometry.depth, phase: phase.depth, forward)
  let rows = isInside ? positionCount(geometry.height, phase: phase.height, forward) : 0
  let columns = positionCount(geometry.width, phase: phase.width, forward)
  return (
    rest / geometry.groups, rest % geometry.groups, phase, depth,
    min(row, rows)..<min(row + blocking.height.positions, rows),
    min(column, columns)..<min(column + blocking.width.positions, columns)
  )
}

/// The phases of which each has bands of its own.
@inline(__always)
func bandPhases(_ blocking: ConvolutionBlocking) -> Phase {
  let (all, shared) = (blocking.phases, blocking.phasesPerBand)
  return (all.depth, all.height / shared.height, all.width / shared.width)
}

/// Another phase of a band, by its number among those of the band.
@inline(__always)
func phaseSite(_ arguments: ConvolutionArguments, _ first: ConvolutionSite, _ number: Int) -> ConvolutionSite {
  if number == 0 { return first }
  let (geometry, shared) = (arguments.geometry, arguments.blocking.phasesPerBand)
  let forward = arguments.direction.isForward
  var site = first
  site.phase.height += number / shared.width
  site.phase.width += number % shared.width
  let rows = positionCount(geometry.height, phase: site.phase.height, forward)
  let columns = positionCount(geometry.width, phase: site.phase.width, forward)
  site.rows = min(first.rows.lowerBound, rows)..<min(first.rows.upperBound, rows)
  site.columns = min(first.columns.lowerBound, columns)..<min(first.columns.upperBound, columns)
  return site
}

/// Where the positions of a band lie in the result: from the first one of its group's first channel on.
typealias BandResult = (
  cells: UnsafeMutablePointer<Float>, channelStep: Int, rowStep: Int, columnStep: Int
)

@inline(__always)
func bandResult(_ arguments: ConvolutionArguments, _ site: ConvolutionSite) -> BandResult {
  let geometry = arguments.geometry
  let forward = arguments.direction.isForward
  let (depth, height, width) = (geometry.depth, geometry.height, geometry.width)
  let (rowCount, columnCount) = (resultSize(height, forward), resultSize(width, forward))
  let (rowStep, columnStep) = forward ? (1, 1) : (height.stride, width.stride)
  let d = forward ? site.depth : site.phase.depth + site.depth * depth.stride
  let h = site.phase.height + site.rows.lowerBound * rowStep
  let w = site.phase.width + site.columns.lowerBound * columnStep
  let channelStep = resultSize(depth, forward) * rowCount * columnCount
  let channel = (site.image * geometry.groups + site.group) * arguments.blocking.rows
  return (
    arguments.destination + channel * channelStep + (d * rowCount + h) * columnCount + w, channelStep,
    rowStep * columnCount, columnStep
  )
}

/// The slices of a band, one for each depth tap that reads inside of the source: how many, the first of these taps and
/// how far they lie apart, how many taps of the phase come before them, the place in the source that the first one reads
/// and how far the others read from it, and the floats between slices of the band.
typealias BandSlices = (
  count: Int, tap: Int, tapStep: Int, before: Int, place: Int, placeStep: Int, pitch: Int
)

@inline(__always)
func bandSlices(_ arguments: ConvolutionArguments, _ site: ConvolutionSite) -> BandSlices {
  let (depth, blocking) = (arguments.geometry.depth, arguments.blocking)
  let forward = arguments.direction.isForward
  let pitch = blocking.height.planes * blocking.width.planes * blocking.height.length * blocking.pitch
  var slices: BandSlices = (0, 0, 0, 0, 0, 0, pitch)
  for d in 0..<depth.kernel where phaseOfTap(d, depth, forward) == site.phase.depth {
    let place = site.depth * sourceStep(depth, forward) + offsetOfTap(d, depth, phase: site.phase.depth, forward)
    if place < 0 || place >= sourceSize(depth, forward) {
      if slices.count == 0 { slices.before += 1 }
      continue
    }
    if slices.count == 0 { (slices.tap, slices.place) = (d, place) }
    if slices.count == 1 { (slices.tapStep, slices.placeStep) = (d - slices.tap, place - slices.place) }
    slices.count += 1
  }
  return slices
}

/// Copies what a band reads of some channels of its group: a channel holds slices, a slice planes of rows, a plane of
/// rows planes of columns.
@inline(__always)
func copyBand(
  _ arguments: ConvolutionArguments, _ site: ConvolutionSite, _ slices: BandSlices, channels: Range<Int>,
  to band: UnsafeMutablePointer<Float>
) {
  let (geometry, blocking) = (arguments.geometry, arguments.blocking)
  let forward = arguments.direction.isForward
  let (height, width) = (geometry.height, geometry.width)
  let slicePixels = sourceSize(height, forward) * sourceSize(width, forward)
  let pixels = sourceSize(geometry.depth, forward) * slicePixels
  let firstChannel = (site.image * geometry.groups + site.group) * blocking.channels + channels.lowerBound
  var target = band
  for slice in 0..<slices.count {
    let place = slices.place + slice * slices.placeStep
    let source = arguments.source + firstChannel * pixels + place * slicePixels
    for rowPlane in 0..<blocking.height.planes {
      let rowOffset = offsetOfPlane(rowPlane, blocking.height, height, phase: site.phase.height, forward)
      let firstRow = site.rows.lowerBound * sourceStep(height, forward) + rowOffset
      for columnPlane in 0..<blocking.width.planes {
        let columnOffset = offsetOfPlane(columnPlane, blocking.width, width, phase: site.phase.width, forward)
        let firstColumn = site.columns.lowerBound * sourceStep(width, forward) + columnOffset
        copyPlanes(arguments, site, (source, pixels), (firstRow, firstColumn), to: target, channels.length)
        target += blocking.height.length * blocking.pitch
      }
    }
  }
}

/// Copies one plane of some channels from a cell of the source on, with zeros outside of it; may clear cells of the next
/// plane.
@inline(__always)
private func copyPlanes(
  _ arguments: ConvolutionArguments, _ site: ConvolutionSite, _ source: (cells: UnsafePointer<Float>, pixels: Int),
  _ first: (row: Int, column: Int), to target: UnsafeMutablePointer<Float>, _ channels: Int
) {
  let blocking = arguments.blocking
  let forward = arguments.direction.isForward
  let (height, width) = (arguments.geometry.height, arguments.geometry.width)
  let step = sourceStep(width, forward)
  let columns = site.columns.length + blocking.width.length - blocking.width.positions
  let inside = insideCells(first.column, step, columns, of: sourceSize(width, forward))
  let rows = site.rows.length + blocking.height.length - blocking.height.positions
  let insideRows = insideCells(first.row, sourceStep(height, forward), rows, of: sourceSize(height, forward))
  let rowPitch = sourceStep(height, forward) * sourceSize(width, forward)
  let isWhole = inside.length == blocking.pitch && rowPitch == blocking.pitch && step == 1
  let lines = target + insideRows.lowerBound * blocking.pitch
  let afterLines = (rows - insideRows.upperBound) * blocking.pitch
  for channel in 0..<channels {
    clearVectors(target + channel * blocking.channelPitch, insideRows.lowerBound * blocking.pitch)
  }
  // Where the first column of the rows lies, perhaps before the source.
  let start =
    (first.row + insideRows.lowerBound * sourceStep(height, forward)) * sourceSize(width, forward) + first.column
  let rest = source.cells - arguments.source + start
  var short = 0..<0
  if !isWhole, columns <= shortRow, step <= mostShortStep, insideRows.length > 0 {
    let count = arguments.geometry.batch * arguments.geometry.groups * blocking.channels * source.pixels
    let reach = (insideRows.length - 1) * rowPitch + shortRow * step
    short = channelsWithin(count, from: rest, pixels: source.pixels, reach: reach, channels)
    copyShortRows(
      (arguments.source + rest + short.lowerBound * source.pixels, source.pixels, rowPitch, step),
      (lines + short.lowerBound * blocking.channelPitch, blocking.channelPitch, blocking.pitch),
      planes: short.length, rows: insideRows.length, inside: inside)
  }
  for channel in 0..<channels {
    var line = lines + channel * blocking.channelPitch
    if isWhole {
      copyCells(source.cells + channel * source.pixels + start, line, insideRows.length * blocking.pitch)
    } else if channel < short.lowerBound || channel >= short.upperBound {
      var cells = source.cells + channel * source.pixels + start + inside.lowerBound * step
      for _ in 0..<insideRows.length {
        if inside.length < columns { clearEnds(line, inside, columns) }
        copyCells(cells, step: step, line + inside.lowerBound, inside.length)
        line += blocking.pitch
        cells += rowPitch
      }
    }
    clearVectors(lines + channel * blocking.channelPitch + insideRows.length * blocking.pitch, afterLines)
  }
}

/// The channels of which all cells up to a reach are among the `count` of a source, of channels from a place on.
@inline(__always)
private func channelsWithin(
  _ count: Int, from place: Int, pixels: Int, reach: Int, _ channels: Int
) -> Range<Int> {
  var (first, end) = (0, channels)
  while first < end, place + first * pixels < 0 { first += 1 }
  while end > first, place + (end - 1) * pixels + reach > count { end -= 1 }
  return first..<end
}

/// Clears cells, perhaps a vector more.
@inline(__always)
private func clearVectors(_ cells: UnsafeMutablePointer<Float>, _ count: Int) {
  var cell = 0
  while cell < count {
    cells.store(Lane(), cell)
    cell += Lane.scalarCount
  }
}

/// Clears what lies before and after some cells of a line; may clear those too, and cells of the next line.
@inline(__always)
private func clearEnds(_ line: UnsafeMutablePointer<Float>, _ inside: Range<Int>, _ count: Int) {
  var cell = 0
  while cell < inside.lowerBound {
    line.store(Lane(), cell)
    cell += Lane.scalarCount
  }
  var end = count
  while end > inside.upperBound {
    end = max(end - Lane.scalarCount, 0)
    line.store(Lane(), end)
  }
}

/// The taps of a phase of all slices: the first of them among the taps of the phase, and how many they are.
@inline(__always)
func bandTaps(_ arguments: ConvolutionArguments, _ phase: Phase, _ slices: BandSlices) -> (first: Int, count: Int) {
  let forward = arguments.direction.isForward
  let sliceTaps =
    tapCount(arguments.geometry.height, phase: phase.height, forward)
    * tapCount(arguments.geometry.width, phase: phase.width, forward)
  return slices.count == 0 ? (0, 0) : (slices.before * sliceTaps, slices.count * sliceTaps)
}

/// Writes where the taps of all slices lie in a channel of the band, the same for some channels.
@inline(__always)
func writePlaces(
  _ arguments: ConvolutionArguments, _ site: ConvolutionSite, _ slices: BandSlices, channels: Int,
  to places: UnsafeMutablePointer<Int>
) {
  let (height, width) = (arguments.geometry.height, arguments.geometry.width)
  let blocking = arguments.blocking
  let forward = arguments.direction.isForward
  let plane = blocking.height.length * blocking.pitch
  var sliceTaps = 0
  var rowOrdinal = 0
  for h in 0..<height.kernel where phaseOfTap(h, height, forward) == site.phase.height {
    let row = cellOfTap(h, rowOrdinal, blocking.height, height, phase: site.phase.height, forward)
    rowOrdinal += 1
    var columnOrdinal = 0
    for w in 0..<width.kernel where phaseOfTap(w, width, forward) == site.phase.width {
      let column = cellOfTap(w, columnOrdinal, blocking.width, width, phase: site.phase.width, forward)
      columnOrdinal += 1
      places[sliceTaps] =
        (row.plane * blocking.width.planes + column.plane) * plane + row.index * blocking.pitch + column.index
      sliceTaps += 1
    }
  }
  let count = slices.count * sliceTaps
  if count == 0 { return }
  for tap in sliceTaps..<count { places[tap] = places[tap - sliceTaps] + slices.pitch }
  for place in count..<max(channels, 1) * count { places[place] = places[place - count] + blocking.channelPitch }
}

/// Where the first cell of a plane lies in the source, relative to the place of position 0.
@inline(__always)
private func offsetOfPlane(
  _ plane: Int, _ band: BandAxis, _ axis: ConvolutionGeometry.Axis, phase: Int, _ forward: Bool
) -> Int {
  if band.isShared { return firstOffset(band, axis, phase: phase, forward) + plane }
  var ordinal = 0
  for tap in 0..<axis.kernel where phaseOfTap(tap, axis, forward) == phase {
    if ordinal == plane { return offsetOfTap(tap, axis, phase: phase, forward) }
    ordinal += 1
  }
  return 0
}

/// Where the first of the cells that taps share lies in the source, relative to the place of position 0.
@inline(__always)
private func firstOffset(_ band: BandAxis, _ axis: ConvolutionGeometry.Axis, phase: Int, _ forward: Bool) -> Int {
  band.sharesPhases ? axis.transposedCells.first : lowestOffset(axis, phase: phase, forward)
}

/// The plane of a tap, and the place in it of what position 0 reads.
@inline(__always)
func cellOfTap(
  _ tap: Int, _ ordinal: Int, _ band: BandAxis, _ axis: ConvolutionGeometry.Axis, phase: Int, _ forward: Bool
) -> (plane: Int, index: Int) {
  if !band.isShared { return (ordinal, 0) }
  let cell = offsetOfTap(tap, axis, phase: phase, forward) - firstOffset(band, axis, phase: phase, forward)
  return (cell % band.planes, cell / band.planes)
}
