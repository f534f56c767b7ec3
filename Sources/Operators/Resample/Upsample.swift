package import Graph
import KernelInterface
package import Tensors

/// The input at another spatial size, along 1 to 3 axes. `interpolate` is another name for it.
///
/// One of three gives the new sizes: `size` itself, `like` a layer whose spatial sizes are taken, or `scale_factor` the
/// ratio, `out = floor(in * scale_factor)`. `mode` says how output element `i` is made, with `s` input elements for each:
///
/// * `nearest` copies element `floor(i * s)`; `nearest-exact` copies `floor((i + 0.5) * s)`, the one whose middle is
///   nearest.
/// * `linear` (for `[N, C, L]`), `bilinear` (for `[N, C, H, W]`) and `trilinear` (for `[N, C, D, H, W]`) interpolate
///   between two elements per axis at `(i + 0.5) * s - 0.5`, the first element repeated before it.
/// * `bicubic` (for `[N, C, H, W]`) uses four elements per axis, by cubic convolution with the coefficient -0.75 (Keys
///   1981), the elements at the border repeated.
/// * `area` averages the elements from `floor(i * in / out)` to `ceil((i + 1) * in / out)`, as adaptive pools do.
///
/// With `align_corners` the linear and cubic modes interpolate at `i * (in - 1) / (out - 1)`, so that the corners stay.
/// With `antialias`, `bilinear` and `bicubic` widen their filter when they shrink, so that every element counts; its
/// cubic coefficient is -0.5, as in image libraries.
///
/// Frameworks differ: `nearest` is ONNX's asymmetric with floor, where ONNX's Resize defaults to half_pixel with
/// round_prefer_floor, which is `nearest-exact` but for places halfway between two elements; `bilinear` is half_pixel. A `scale_factor` is used as it is written
/// even where `in * scale_factor` is not whole, unless `recompute_scale_factor` says that `s` is `in / out`, which is
/// what a `size` means and what other frameworks do. The cubic coefficient is -0.75 in PyTorch, ONNX and OpenCV, -0.5 in
/// TensorFlow and Pillow.
///
/// The gradient goes to the elements that were read, by their weights; none goes into `like`.
package struct Upsample: DifferentiableOperator, ShapeReadingOperator {
  package enum Mode: String, AttributeChoice {
    case nearest
    case nearestExact = "nearest-exact"
    case linear, bilinear, trilinear, bicubic, area
  }

  package var size: SpatialList<Int>?
  package var scaleFactor: SpatialList<Double>?
  package var mode = Mode.nearest
  package var alignCorners = false
  package var recomputesScaleFactor = false
  package var antialias = false
  package var like: LayerName?

  package static let name = "upsample"
  package static let summary = "the input at another spatial size"
  package static let arity = 1...2
  package static let primaryAttribute: String? = "scale_factor"
  package static let attributes: [Attribute<Upsample>] = [
    Attribute("size", \.size, .spatialSizes, "the new sizes of the spatial axes"),
    Attribute("scale_factor", \.scaleFactor, factors, "the new sizes over the old ones"),
    Attribute("mode", \.mode, .any, "how elements between elements are computed"),
    Attribute("align_corners", \.alignCorners, .any, "whether the corners of input and output coincide"),
    Attribute(
      "recompute_scale_factor", \.recomputesScaleFactor, .any,
      "whether the ratio of the sizes is used in place of 'scale_factor'"),
    Attribute("antialias", \.antialias, .any, "whether a filter as wide as the output's elements is used to shrink"),
    Attribute("like", \.like, .any, "a layer whose spatial sizes are the new ones"),
  ]
  package static let tolerance = Tolerance.accumulation

  package init() {}

  package func outputTypes(for inputs: [TensorType], reporting violations: inout [Violation]) -> [TensorType] {
    checkFloat([inputs[0]], reporting: &violations)
    checkAttributes(hasLike: inputs.count > 1, reporting: &violations)
    guard var shape = inputs[0].shape else { return [.unknown] }
    guard (3...5).contains(shape.rank) else {
      violations.append(.notSpatial(shape, for: name))
      return [.unknown]
    }
    checkMode(for: shape, reporting: &violations)
    let input = shape
    let sizes = outputSizes(for: input, like: inputs.dropFirst().first, reporting: &violations)
    for axis in 2..<shape.rank { shape[axis] = sizes?[axis - 2] ?? .unknown }
    for axis in 2..<shape.rank {
      violations.demand(.atLeast(shape[axis], 1), .emptyUpsample, at: .attribute("scale_factor"))
    }
    if let axis = (2..<shape.rank).first(where: { shape[$0].value.map { $0 < 1 } ?? false }) {
      violations.append(.emptyUpsample(input, axis: axis))
      for axis in 2..<shape.rank { shape[axis] = .unknown }
    }
    return [TensorType(shape)]
  }

  private static let factors = AttributeConstraint<SpatialList<Double>?>(
    "must be above 0 and at most \(SpatialSize.maximum)"
  ) { $0?.written.allSatisfy { $0 > 0 && $0 <= Double(SpatialSize.maximum) } ?? true }
}
