import KernelInterface

// One axis of a convolution, read in one direction. Position `j` of phase `p` of the result is `p + j * phases`; it
// reads the source at `j * step + offset` for every tap of the phase.

/// The cells of the result along an axis.
@inline(__always)
func resultSize(_ axis: ConvolutionGeometry.Axis, _ forward: Bool) -> Int { forward ? axis.output : axis.input }

/// The cells of the source along an axis.
@inline(__always)
func sourceSize(_ axis: ConvolutionGeometry.Axis, _ forward: Bool) -> Int { forward ? axis.input : axis.output }

/// The distance in the source between neighbouring positions.
@inline(__always)
func sourceStep(_ axis: ConvolutionGeometry.Axis, _ forward: Bool) -> Int { forward ? axis.stride : 1 }

/// The positions of a phase.
@inline(__always)
func positionCount(_ axis: ConvolutionGeometry.Axis, phase: Int, _ forward: Bool) -> Int {
  forward ? axis.output : (axis.input - phase + axis.stride - 1) / axis.stride
}

/// The phase of which a tap is: 0 forward; transposed, that of the cells which it reaches.
@inline(__always)
func phaseOfTap(_ tap: Int, _ axis: ConvolutionGeometry.Axis, _ forward: Bool) -> Int {
  if forward { return 0 }
  let rest = (tap * axis.dilation - axis.padBegin) % axis.stride
  return rest < 0 ? rest + axis.stride : rest
}

/// Where position 0 of its phase reads the source through a tap.
@inline(__always)
func offsetOfTap(_ tap: Int, _ axis: ConvolutionGeometry.Axis, phase: Int, _ forward: Bool) -> Int {
  let reach = tap * axis.dilation - axis.padBegin
  return forward ? reach : (phase - reach) / axis.stride
}

/// The number of taps of a phase.
@inline(__always)
func tapCount(_ axis: ConvolutionGeometry.Axis, phase: Int, _ forward: Bool) -> Int {
  var count = 0
  for tap in 0..<axis.kernel where phaseOfTap(tap, axis, forward) == phase { count += 1 }
  return count
}

/// The number of taps of all phases before one.
@inline(__always)
func tapCount(_ axis: ConvolutionGeometry.Axis, before phase: Int, _ forward: Bool) -> Int {
  var count = 0
  for tap in 0..<axis.kernel where phaseOfTap(tap, axis, forward) < phase { count += 1 }
  return count
}

/// A phase of all three axes.
typealias Phase = (depth: Int, height: Int, width: Int)

/// The phase of a number, those of the width innermost.
@inline(__always)
func numberedPhase(_ number: Int, of phases: Phase) -> Phase {
  (number / (phases.height * phases.width), number / phases.width % phases.height, number % phases.width)
}

/// The number of taps that stand before those of a phase in packed weights.
@inline(__always)
func tapCount(_ geometry: ConvolutionGeometry, before phase: Phase, of phases: Phase, _ forward: Bool) -> Int {
  let (depth, height, width) = (geometry.depth, geometry.height, geometry.width)
  let row = tapCount(width, before: phases.width, forward)
  let plane = tapCount(height, before: phases.height, forward) * row
  let ownDepth = tapCount(depth, phase: phase.depth, forward)
  let ownHeight = tapCount(height, phase: phase.height, forward)
  return tapCount(depth, before: phase.depth, forward) * plane
    + ownDepth
    * (tapCount(height, before: phase.height, forward) * row
      + ownHeight * tapCount(width, before: phase.width, forward))
}

/// Writes the offsets (depth, height, width) of all taps, read forward.
@inline(__always)
func writeTaps(_ geometry: ConvolutionGeometry, to offsets: UnsafeMutablePointer<Int>) {
  let (depth, height, width) = (geometry.depth, geometry.height, geometry.width)
  var tap = offsets
  for d in 0..<depth.kernel {
    for h in 0..<height.kernel {
      for w in 0..<width.kernel {
        tap[0] = d * depth.dilation - depth.padBegin
        tap[1] = h * height.dilation - height.padBegin
        tap[2] = w * width.dilation - width.padBegin
        tap += 3
      }
    }
  }
}
