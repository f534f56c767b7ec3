/// How the work of a convolution of plain tensors is cut into units. The result does not depend on the number of
/// threads.
///
/// The result of a direction is computed phase by phase: in the transposed direction, positions that are equal modulo
/// the stride read the same taps. A unit is a band, a rectangle of positions of one depth and of one phase or all of them,
/// by a chunk of a group's rows (the result's channels). It sums over all taps and channels of the source, in passes over
/// some of the channels; a pass copies what the band reads of them, with zero borders, and then every tap reads
/// contiguous cells.
package struct ConvolutionBlocking: Sendable {
  /// A multiple of every level's tile rows.
  static let rowGranule = 12
  /// Products of a sum that a pass adds, unless the taps of one channel are more: in general, and of one granule of rows,
  /// whose weights are few, where a band copies all of a slice.
  private static let productsPerPass = (usual: 256, few: 1024)
  /// Floats that the band of a pass should not exceed, unless one row of positions does, and the band of one channel.
  private static let (bandCount, channelCount) = (32 << 10, 8 << 10)
  /// Positions of a row that a band has at most, and the band of one channel.
  private static let (mostColumns, mostChannelColumns) = (512, 2048)
  /// Positions that a band has at least, where there are enough, when it is cut to share the work: in general, and where
  /// it would be costly to copy the same for several chunks of channels.
  private static let leastPositions = (usual: 256, costly: 32)
  /// Places of taps, of all phases, up to which a band can have all phases: their table stays in the second cache.
  private static let mostPlaces = 16 << 10
  /// Cycles of copies for each of products from which on they are costly.
  private static let costlyCopies = 0.125
  /// Cells of the longest vectors.
  private static let lane = 16

  /// Channels of the result in a group.
  package let rows: Int
  /// Channels of the source in a group.
  package let channels: Int
  /// The phases of each axis: the stride in the transposed direction, as far as positions exist.
  package let phases: (depth: Int, height: Int, width: Int)
  /// How many phases of rows and of columns a band has, of the same positions: a divisor of all.
  package let phasesPerBand: (height: Int, width: Int)
  /// The positions of the largest phase by depth.
  package let slices: Int
  package let height: BandAxis
  package let width: BandAxis
  /// Floats between the rows of a band.
  package let pitch: Int
  /// Whether vectors run over the ends of rows, computing what lies between them too.
  package let joinsRows: Bool
  package let channelsPerPass: Int
  /// Floats between the channels of a band, with a vector after each: an odd number of cache lines, so that channels
  /// spread over all sets.
  package let channelPitch: Int
  package let chunks: Int
  package let rowsPerChunk: Int
  package let units: Int
  /// What it takes with vectors of 16, by estimate.
  package let cycles: Double
  /// Integers of the table that says where taps of a phase lie in the band, and of all tables.
  package let placesPerPhase: Int
  private let tableCount: Int

  /// - Parameter isDepthwise: Whether each row is computed from its only channel by itself.
  package init(
    _ geometry: ConvolutionGeometry, _ direction: ConvolutionDirection, threads: Int, isDepthwise: Bool = false
  ) {
    let forward = direction == .forward
    rows = forward ? geometry.outputChannelsPerGroup : geometry.inputChannelsPerGroup
    channels = forward ? geometry.inputChannelsPerGroup : geometry.outputChannelsPerGroup
    phases = geometry.phases(direction)
    slices = geometry.depth.positions(direction)
    let phaseTaps = geometry.phaseTaps(direction)
    let sites = geometry.batch * geometry.groups * phases.depth * slices
    let (results, channels) = (rows, channels)
    func layout(channels: Int, leastPositions: Int, sufficientUnits: Int) -> Layout {
      let layouts = Layout.all.filter { !(isDepthwise && $0.joins) }.map { shares in
        Layout(
          geometry, direction, sharesRows: shares.rows, sharesColumns: shares.columns, joinsRows: shares.joins,
          sharesPhases: !isDepthwise, channels: channels, sites: sites, sufficientUnits: sufficientUnits,
          leastPositions: leastPositions,
          mostColumns: isDepthwise ? Self.mostChannelColumns : Self.mostColumns,
          bandCount: isDepthwise ? Self.channelCount : Self.bandCount)
      }
      return layouts.min { $0.cycles(results: results) < $1.cycles(results: results) } ?? layouts[0]
    }
    // The channels of a pass when it adds so many products, with all passes alike.
    func passChannels(adding products: Int) -> Int {
      let passes = max(1, channels.groups(of: max(1, products / phaseTaps)))
      return max(1, channels.groups(of: passes))
    }
    var passLength = passChannels(adding: Self.productsPerPass.usual)
    if rows <= Self.rowGranule {
      let more = passChannels(adding: Self.productsPerPass.few)
      let whole = layout(channels: more, leastPositions: Self.leastPositions.usual, sufficientUnits: 1)
      if whole.bands == 1, more * whole.count <= Self.bandCount { passLength = more }
    }
    channelsPerPass = passLength
    let sufficientUnits = threads == 1 ? 1 : 4 * threads
    var best = layout(
      channels: passLength, leastPositions: Self.leastPositions.usual, sufficientUnits: sufficientUnits)
    if best.sites * best.bands < sufficientUnits, best.copies > Self.costlyCopies * best.products(results: results) {
      best = layout(
        channels: passLength, leastPositions: Self.leastPositions.costly, sufficientUnits: sufficientUnits)
    }
    (height, width, pitch, joinsRows) = (best.height, best.width, best.pitch, best.joinsRows)
    phasesPerBand = best.phasesPerBand
    channelPitch = (best.count + Self.lane).groups(of: 2 * Self.lane) * 2 * Self.lane + Self.lane
    let pixels = forward ? geometry.outputPixels : geometry.inputPixels
    cycles =
      best.cycles(results: rows) * Double(geometry.batch * geometry.groups) * Double(pixels)
      * Double(channels.groups(of: passLength))
    let bands = best.sites * best.bands
    let wanted = bands == 0 || threads == 1 || isDepthwise ? 1 : threads.groups(of: bands)
    rowsPerChunk = rows.groups(of: wanted).groups(of: Self.rowGranule) * Self.rowGranule
    chunks = rows.groups(of: rowsPerChunk)
    units = bands * chunks
    placesPerPhase = channelsPerPass * phaseTaps
    tableCount =
      placesPerPhase * phasesPerBand.height * phasesPerBand.width
      + (isDepthwise ? geometry.width.kernel + 6 * geometry.height.kernel : 0)
  }

  /// Floats of the copied band: with what the vectors after the last position read.
  package var bandFloats: Int { channelsPerPass * channelPitch + 4 * Self.lane }

  /// Scratch memory of a thread: a band, a tile, and where the taps of all channels of a pass lie in the band.
  package var scratchBytes: Int { 4 * (bandFloats + PackedPart.tileCount) + 8 * tableCount }

  /// One way to lay out a band.
  private struct Layout {
    static let all = [true, false].flatMap { rows in
      [true, false].flatMap { columns in [true, false].map { (rows: rows, columns: columns, joins: $0) } }
    }

    private static let lane = ConvolutionBlocking.lane

    let height: BandAxis
    let width: BandAxis
    let joinsRows: Bool
    let pitch: Int
    let phasesPerBand: (height: Int, width: Int)
    /// Bands of the whole plane.
    let sites: Int
    /// Planes of a slice by rows and columns together with the slices.
    let planes: Int
    private let phaseCount: Int
    private let channels: Int
    private let taps: Int
    private let step: Int
    private let isApart: Bool

    init(
      _ geometry: ConvolutionGeometry, _ direction: ConvolutionDirection, sharesRows: Bool, sharesColumns: Bool,
      joinsRows: Bool, sharesPhases: Bool, channels: Int, sites depthSites: Int, sufficientUnits: Int,
      leastPositions: Int, mostColumns: Int, bandCount: Int
    ) {
      self.joinsRows = joinsRows
      self.channels = channels
      taps = geometry.phaseTaps(direction)
      let axes = [geometry.height, geometry.width]
      let phases = geometry.phases(direction)
      let allPhases = phases.height * phases.width
      let sharesPhases =
        sharesPhases && sharesRows && sharesColumns && direction == .transposed
        && allPhases <= ConvolutionBlocking.mostPlaces / max(channels * taps, 1)
        && axes.allSatisfy { BandAxis.canShare($0, direction) }
      let phaseSites = sharesPhases ? depthSites : depthSites * allPhases
      let (rows, columns) = (geometry.height.positions(direction), geometry.width.positions(direction))
      let pieces = max(1, columns.groups(of: mostColumns))
      let piece = pieces == 1 ? columns : columns.groups(of: pieces).groups(of: 4 * Self.lane) * 4 * Self.lane
      width = BandAxis(geometry.width, direction, positions: piece, isShared: sharesColumns, sharesPhases: sharesPhases)
      pitch = joinsRows ? width.length : width.length.groups(of: Self.lane) * Self.lane
      let whole = BandAxis(
        geometry.height, direction, positions: rows, isShared: sharesRows, sharesPhases: sharesPhases)
      planes = geometry.depth.phaseTaps(direction) * whole.planes * width.planes
      let fitting = max(1, bandCount / max(1, channels * planes * pitch) - (whole.length - rows))
      var bands = max(1, rows.groups(of: fitting))
      let others = phaseSites * width.bands
      if others > 0, others * bands < sufficientUnits {
        let least = leastPositions.groups(of: max(1, piece))
        bands = max(bands, min(rows / least, sufficientUnits.groups(of: others)))
      }
      height = BandAxis(
        geometry.height, direction, positions: rows.groups(of: bands), isShared: sharesRows, sharesPhases: sharesPhases)
      // Bands of fewer phases where there are few bands, to share the work.
      let positionBands = depthSites * height.bands * width.bands
      let wantedPhases = positionBands == 0 ? 1 : (sufficientUnits / 2).groups(of: positionBands)
      let byRows = sharesPhases ? phases.height.leastDivisor(from: wantedPhases) : max(phases.height, 1)
      let byColumns =
        sharesPhases ? phases.width.leastDivisor(from: wantedPhases.groups(of: byRows)) : max(phases.width, 1)
      phasesPerBand = (max(phases.height / byRows, 1), max(phases.width / byColumns, 1))
      phaseCount = phasesPerBand.height * phasesPerBand.width
      sites = depthSites * byRows * byColumns
      step = geometry.width.step(direction)
      isApart = geometry.width.phases(direction) > 1
    }

    /// Floats of a channel.
    var count: Int { planes * height.length * pitch }

    /// Bands of a site.
    var bands: Int { height.bands * width.bands }

    /// Cycles for each position and pass by estimate: of products, of copies, and of results that lie apart.
    func cycles(results: Int) -> Double {
      let positions = height.positions * width.positions
      guard positions > 0 else { return 0 }
      let copiesResult = joinsRows && height.positions > 1 && pitch > width.positions
      let apart = Double(positions * results) * (isApart ? 2.5 : copiesResult ? 0.3 : 0)
      return (products(results: results) + copies + apart) / Double(positions)
    }

    /// Cycles of the products of a phase of a band in a pass.
    func products(results: Int) -> Double {
      let lines = joinsRows ? 1 : height.positions
      let length = joinsRows ? (height.positions - 1) * pitch + width.positions : width.positions
      let vectors = length.groups(of: Self.lane)
      // Of tiles of six rows by up to four vectors, the products of one step.
      let step = Double(lines) * (3 * Double(vectors.groups(of: 4)) + 2.7 * Double(vectors))
      let (panels, rest) = results.quotientAndRemainder(dividingBy: 6)
      return step * Double(taps * channels) * (Double(panels) + (rest > 0 ? 0.4 + 0.1 * Double(rest) : 0))
    }

    /// Cycles of copying what a phase of a band reads in a pass.
    var copies: Double {
      let vector = step <= 4 ? 2.0 + Double(step) : 20.0
      let line = 10 + vector * Double(width.length) / Double(Self.lane)
      return Double(planes * height.length * channels) * line / Double(phaseCount)
    }
  }
}

extension Int {
  /// The least of its divisors that is no less than another number, at most itself; 1 of 0.
  fileprivate func leastDivisor(from number: Int) -> Int {
    number >= self ? Swift.max(self, 1) : (Swift.max(number, 1)...self).first { isMultiple(of: $0) } ?? self
  }
}
