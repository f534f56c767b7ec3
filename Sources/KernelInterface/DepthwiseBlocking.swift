/// How the direct kernel of depthwise convolutions cuts its work: a unit is a band of rows of one phase of one plane.
///
/// The rows that a band reads are copied with their zero borders first, columns that are equal modulo the stride side
/// by side, so that every tap reads contiguous vectors.
package struct DepthwiseBlocking: Sendable {
  /// Floats that a band's rows should not exceed.
  static let bandCount = 8192

  /// The phases of each axis: the stride in the transposed direction, as far as positions exist.
  package let phases: (depth: Int, height: Int, width: Int)
  /// Positions of each axis in a phase, at most.
  package let positions: (depth: Int, height: Int, width: Int)
  /// Floats between columns that differ by the stride's remainder, and between rows.
  package let phasePitch: Int
  package let rowPitch: Int
  package let bandRows: Int
  /// Source rows of a band.
  package let sourceRows: Int
  package let bands: Int
  /// Units of one plane.
  package let unitsPerPlane: Int
  package let units: Int
  package let scratchBytes: Int

  package init(_ geometry: ConvolutionGeometry, _ direction: ConvolutionDirection) {
    let forward = direction == .forward
    func phaseCount(_ axis: ConvolutionGeometry.Axis) -> Int { forward ? 1 : min(axis.stride, axis.input) }
    func positionCount(_ axis: ConvolutionGeometry.Axis) -> Int {
      forward ? axis.output : axis.input.groups(of: axis.stride)
    }
    phases = (phaseCount(geometry.depth), phaseCount(geometry.height), phaseCount(geometry.width))
    positions = (positionCount(geometry.depth), positionCount(geometry.height), positionCount(geometry.width))
    let step = forward ? geometry.width.stride : 1
    let reach = geometry.width.dilation * (geometry.width.kernel - 1)
    phasePitch = (positions.width.groups(of: 16) * 16 + reach / step + 1).groups(of: 16) * 16
    rowPitch = phasePitch * step
    let rowStep = forward ? geometry.height.stride : 1
    let rowReach = geometry.height.dilation * (geometry.height.kernel - 1) + 1
    let slice = geometry.depth.kernel * rowPitch
    bandRows = max(1, min(positions.height, (Self.bandCount / slice - rowReach) / rowStep + 1))
    sourceRows = (bandRows - 1) * rowStep + rowReach
    bands = positions.height.groups(of: bandRows)
    unitsPerPlane = phases.depth * phases.height * phases.width * positions.depth * bands
    let channels = forward ? geometry.outputChannels : geometry.inputChannels
    units = geometry.batch * channels * unitsPerPlane
    let taps = geometry.taps
    scratchBytes = 16 * taps + 4 * (taps + 16 * taps + phasePitch + 64 + geometry.depth.kernel * sourceRows * rowPitch)
  }
}

/// Arguments of a depthwise convolution: forward, or transposed with as many channels on both sides.
package struct DepthwiseArguments {
  package var geometry: ConvolutionGeometry
  package var direction: ConvolutionDirection
  package var blocking: DepthwiseBlocking
  package var source: UnsafePointer<Float>
  /// `[outputChannels, 1, kernel...]`, as declared.
  package var weights: UnsafePointer<Float>
  package var bias: UnsafePointer<Float>?
  package var destination: UnsafeMutablePointer<Float>
  package var scratch: UnsafeMutableRawPointer

  package init(
    geometry: ConvolutionGeometry, direction: ConvolutionDirection, blocking: DepthwiseBlocking,
    source: UnsafePointer<Float>, weights: UnsafePointer<Float>, bias: UnsafePointer<Float>? = nil,
    destination: UnsafeMutablePointer<Float>, scratch: UnsafeMutableRawPointer
  ) {
    self.geometry = geometry
    self.direction = direction
    self.blocking = blocking
    self.source = source
    self.weights = weights
    self.bias = bias
    self.destination = destination
    self.scratch = scratch
  }
}
