package import Graph
package import Tensors

/// Pixels become channels: `[N, C, H*r, W*r]` becomes `[N, C*r*r, H, W]` for a `downscale_factor` r.
///
/// The opposite of `pixel_shuffle`, in the same order: input pixel `(h, w)` of channel `c` goes to channel
/// `(c*r + h % r)*r + w % r`. ONNX's SpaceToDepth and TensorFlow's put the input's channel into the fastest part instead.
/// r divides the height and the width. The gradient is `pixel_shuffle`.
package struct PixelUnshuffle: RearrangingOperator {
  package var downscaleFactor = 1

  package static let name = "pixel_unshuffle"
  package static let summary = "pixels become channels"
  package static let primaryAttribute: String? = "downscale_factor"
  package static let attributes: [Attribute<PixelUnshuffle>] = [
    Attribute(
      "downscale_factor", \.downscaleFactor, required: true, .factor, "the old height and width over the new ones")
  ]

  package init() {}

  package func outputTypes(for inputs: [TensorType], reporting violations: inout [Violation]) -> [TensorType] {
    checkFloat(inputs, reporting: &violations)
    guard var shape = checkMap(inputs[0], reporting: &violations) else { return [.unknown] }
    let input = shape
    shape[1] = shape[1] * (downscaleFactor * downscaleFactor)
    for axis in 2...3 {
      checkMultiple(of: downscaleFactor, "downscale_factor", input, axis: axis, reporting: &violations)
      let isWhole = input[axis].value.map { $0 % downscaleFactor == 0 } ?? true
      shape[axis] = isWhole ? input[axis].floorDivided(by: downscaleFactor) : .unknown
    }
    return [TensorType(shape)]
  }

  package func arrangement(of sizes: [Int]) -> Arrangement {
    let factor = downscaleFactor
    return Arrangement(
      sizes: [sizes[0], sizes[1], sizes[2] / factor, factor, sizes[3] / factor, factor], order: [0, 1, 3, 5, 2, 4])
  }
}
