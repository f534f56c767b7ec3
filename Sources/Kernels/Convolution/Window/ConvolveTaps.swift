import KernelInterface

/// Where a band of a group begins in the result and in what is added to it, the floats between blocks, the blocks of its
/// panels, and its pixels.
private typealias TapBand = (
  result: UnsafeMutablePointer<Float>, addend: UnsafePointer<Float>?, blockStride: Int, blocks: Range<Int>, pixels: Int
)

/// Computes bands of rows as sums of as many pointwise convolutions as there are taps, each of the positions that read
/// inside of the source: where windows reach far over the border, most products are with zeros outside of it.
func convolveTaps(_ arguments: WindowArguments, _ units: Range<Int>) {
  let (blocking, operands) = (arguments.blocking, arguments.operands)
  let (depth, height, width) = (blocking.geometry.depth, blocking.geometry.height, blocking.geometry.width)
  let scratch = windowScratch(arguments.scratch, blocking)
  let sourceStride = blocking.geometry.inputPixels * Lane.scalarCount
  let blockStride = resultPixels(blocking) * Lane.scalarCount
  for block in 0..<blocking.blocksPerPass { scratch.starts[block] = block * sourceStride }
  var unit = units.lowerBound
  while unit < units.upperBound {
    let (index, panels) = takePanels(&unit, of: units, chunks: blocking.chunks, panels: blocking.panels)
    let site = windowSite(blocking, index)
    if site.lines.isEmpty { continue }
    let place = firstPlace(blocking, site) * Lane.scalarCount + site.group * blocking.resultBlocks * blockStride
    let band: TapBand = (
      operands.result + site.image * operands.resultStride + place,
      operands.finish.addend.map { $0 + site.image * operands.finish.addendStride + place }, blockStride,
      blocking.blocks(ofPanels: panels), positionCount(blocking, site)
    )
    let biases = operands.weights + blocking.packedWeightCount + site.group * blocking.resultBlocks * Lane.scalarCount
    fillBand(band, biases)
    let source =
      operands.source + site.image * operands.sourceStride + site.group * blocking.sourceBlocks * sourceStride
    for pass in 0..<blocking.passes {
      let blocks = blocking.blocks(ofPass: pass)
      for d in 0..<depth.kernel where holds(depth.positions(reading: d), site.slice) {
        for h in 0..<height.kernel {
          let rows = common(height.positions(reading: h), site.lines)
          for w in 0..<width.kernel where rows.length > 0 {
            let positions = writePositions(blocking, site, (d, h, w), rows, to: scratch)
            let tap = (d * height.kernel + h) * width.kernel + w
            addTap(arguments, site, tap, blocks, panels, positions, source, UnsafePointer(scratch.starts), band)
          }
        }
      }
    }
    activateBand(band, operands.finish.activation)
  }
}

@inline(__always)
private func holds(_ range: Range<Int>, _ value: Int) -> Bool { range.lowerBound <= value && value < range.upperBound }

@inline(__always)
private func common(_ a: Range<Int>, _ b: Range<Int>) -> Range<Int> {
  let first = max(a.lowerBound, b.lowerBound)
  return first..<max(first, min(a.upperBound, b.upperBound))
}

/// Writes where the positions of some rows of a band read through a tap, and where they write, as far as they read inside
/// of the source.
@inline(__always)
private func writePositions(
  _ blocking: WindowBlocking, _ site: WindowSite, _ tap: Phase, _ rows: Range<Int>, to scratch: WindowScratch
) -> TilePositions {
  let (depth, height, width) = (blocking.geometry.depth, blocking.geometry.height, blocking.geometry.width)
  let columns = width.positions(reading: tap.width)
  let slice = site.slice * depth.stride + offsetOfTap(tap.depth, depth, phase: 0, true)
  let (rowOffset, columnOffset) = (
    offsetOfTap(tap.height, height, phase: 0, true), offsetOfTap(tap.width, width, phase: 0, true)
  )
  var count = 0
  for row in rows {
    let line = (slice * height.input + row * height.stride + rowOffset) * width.input + columnOffset
    let place = (row - site.lines.lowerBound) * width.output
    for column in columns {
      scratch.cells[count] = (line + column * width.stride) * Lane.scalarCount
      scratch.places[count] = (place + column) * Lane.scalarCount
      count += 1
    }
  }
  return (UnsafePointer(scratch.cells), UnsafePointer(scratch.places), count)
}

/// Adds the products of one tap and some blocks of the source to a band, panel by panel.
@inline(__always)
private func addTap(
  _ arguments: WindowArguments, _ site: WindowSite, _ tap: Int, _ added: Range<Int>, _ panels: Range<Int>,
  _ positions: TilePositions, _ source: UnsafePointer<Float>, _ starts: UnsafePointer<Int>, _ band: TapBand
) {
  let blocking = arguments.blocking
  let rowsPerBlock = blocking.geometry.taps * blocking.sourceBlocks * Lane.scalarCount * Lane.scalarCount
  let weights = arguments.operands.weights + site.group * blocking.resultBlocks * rowsPerBlock
  let cells = source + added.lowerBound * blocking.geometry.inputPixels * Lane.scalarCount
  for panel in panels {
    let blocks = blocking.blocks(ofPanels: panel..<panel + 1)
    let steps = (tap * blocking.sourceBlocks + added.lowerBound) * Lane.scalarCount
    let panelWeights = weights + blocks.lowerBound * rowsPerBlock + steps * blocks.length * Lane.scalarCount
    let factors: PanelFactors = (
      cells, (starts, added.length, Lane.scalarCount), panelWeights, nil, panelWeights + blocks.length * rowsPerBlock
    )
    let result = band.result + blocks.lowerBound * band.blockStride
    computePanel(blocks.length, positions, factors, (result, UnsafePointer(result), band.blockStride, .none))
  }
}

/// Starts every sum of a band with its bias and what is to be added, whose memory it may take.
@inline(__always)
private func fillBand(_ band: TapBand, _ biases: UnsafePointer<Float>) {
  for block in band.blocks {
    let bias = biases.lane(block * Lane.scalarCount)
    let pixels = band.result + block * band.blockStride
    if let addend = band.addend {
      let added = addend + block * band.blockStride
      for pixel in 0..<band.pixels {
        let place = pixel * Lane.scalarCount
        pixels.store(bias + added.lane(place), place)
      }
    } else {
      for pixel in 0..<band.pixels { pixels.store(bias, pixel * Lane.scalarCount) }
    }
  }
}

/// Applies an activation to the sums of a band.
@inline(__always)
private func activateBand(_ band: TapBand, _ activation: FusedActivation) {
  if case .none = activation { return }
  for block in band.blocks {
    let pixels = band.result + block * band.blockStride
    for pixel in 0..<band.pixels {
      let place = pixel * Lane.scalarCount
      pixels.store(activated(UnsafePointer(pixels).lane(place), activation), place)
    }
  }
}
