/// How one axis is resampled.
package struct ResampleAxis: Hashable, Sendable {
  package var input: Int
  package var output: Int
  /// Input elements per output element.
  package var scale: Double

  package init(input: Int, output: Int, scale: Double) {
    self.input = input
    self.output = output
    self.scale = scale
  }

  /// An axis that does not exist or does not change.
  package static func kept(_ size: Int) -> ResampleAxis { ResampleAxis(input: size, output: size, scale: 1) }
}

/// Where an output element lies between input elements.
package enum ResampleRule: Hashable, Sendable {
  /// The element at `floor(i * scale)`.
  case nearest
  /// Between two elements around `(i + 0.5) * scale - 0.5`, not before the first.
  case linear
  /// Between two elements around `i * scale`, so that the corners coincide.
  case linearAlignedCorners
}

/// Arguments of resampling the last three axes; a unit is one plane, all indices of these axes.
package struct ResampleArguments {
  package var input: UnsafePointer<Float>
  package var output: UnsafeMutablePointer<Float>
  package var depth: ResampleAxis
  package var height: ResampleAxis
  package var width: ResampleAxis
  package var rule: ResampleRule

  package init(
    input: UnsafePointer<Float>, output: UnsafeMutablePointer<Float>, depth: ResampleAxis, height: ResampleAxis,
    width: ResampleAxis, rule: ResampleRule
  ) {
    self.input = input
    self.output = output
    self.depth = depth
    self.height = height
    self.width = width
    self.rule = rule
  }
}

/// Resampling to another size.
package struct ResampleKernels: Sendable {
  package var resample: Kernel<ResampleArguments>
  /// Reads the gradient by the larger or smaller tensor as `input`, and writes the gradient by the original as
  /// `output`.
  package var resampleGradient: Kernel<ResampleArguments>

  package init(
    resample: @escaping Kernel<ResampleArguments>, resampleGradient: @escaping Kernel<ResampleArguments>
  ) {
    self.resample = resample
    self.resampleGradient = resampleGradient
  }
}
