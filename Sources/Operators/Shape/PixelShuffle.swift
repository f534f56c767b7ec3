package import Graph
package import Tensors

/// Channels become pixels: `[N, C*r*r, H, W]` becomes `[N, C, H*r, W*r]` for an `upscale_factor` r.
///
/// Output pixel `(h, w)` of channel `c` is input pixel `(h // r, w // r)` of channel `(c*r + h % r)*r + w % r` (Shi and
/// others 2016, sub-pixel convolution): the output's channel is the slowest part of the input's, the order that ONNX
/// calls CRD. ONNX's DepthToSpace has DCR by default and TensorFlow has that alone, where the output's channel is the
/// fastest part. The gradient is the opposite `pixel_unshuffle`.
package struct PixelShuffle: RearrangingOperator {
  package var upscaleFactor = 1

  package static let name = "pixel_shuffle"
  package static let summary = "channels become pixels, sub-pixel upsampling"
  package static let primaryAttribute: String? = "upscale_factor"
  package static let attributes: [Attribute<PixelShuffle>] = [
    Attribute("upscale_factor", \.upscaleFactor, required: true, .factor, "the new height and width over the old ones")
  ]

  package init() {}

  package func outputTypes(for inputs: [TensorType], reporting violations: inout [Violation]) -> [TensorType] {
    checkFloat(inputs, reporting: &violations)
    guard var shape = checkMap(inputs[0], reporting: &violations) else { return [.unknown] }
    let cells = upscaleFactor * upscaleFactor
    checkMultiple(of: cells, "upscale_factor", shape, axis: 1, reporting: &violations)
    shape[1] = shape[1].value.map { $0 % cells == 0 } ?? true ? shape[1].floorDivided(by: cells) : .unknown
    shape[2] = shape[2] * upscaleFactor
    shape[3] = shape[3] * upscaleFactor
    return [TensorType(shape)]
  }

  package func arrangement(of sizes: [Int]) -> Arrangement {
    let factor = upscaleFactor
    return Arrangement(
      sizes: [sizes[0], sizes[1] / (factor * factor), factor, factor, sizes[2], sizes[3]], order: [0, 1, 4, 2, 5, 3])
  }
}

extension AttributeConstraint<Int> {
  /// A factor between sizes, whose square is still a number of channels.
  static var factor: Self { Self("must be from 1 to 1024") { (1...1024).contains($0) } }
}
