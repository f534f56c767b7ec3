package import Graph
import KernelInterface
package import Tensors

/// The input at another spatial size, along 1 to 3 axes: `nearest` copies, the linear modes interpolate.
///
/// Either `size` gives the new sizes or `scale_factor` the ratio, `out = floor(in * scale_factor)`. `nearest` copies
/// element `floor(i / scale)`, which is ONNX's asymmetric floor, not its default. `linear` (for `[N, C, L]`),
/// `bilinear` (for `[N, C, H, W]`) and `trilinear` (for `[N, C, D, H, W]`) interpolate at `(i + 0.5) / scale - 0.5`,
/// the first element repeated before it; with `align_corners` at `i * (in - 1) / (out - 1)`, so that the corners
/// stay. A `scale_factor` is used as it is written, even where `in * scale_factor` is not whole, as in PyTorch; other
/// frameworks use the ratio of the sizes. No anti-aliasing is done when it shrinks. The gradient goes to the elements
/// that were read, by their shares.
package struct Upsample: DifferentiableOperator {
  package enum Mode: String, AttributeChoice { case nearest, linear, bilinear, trilinear }

  package var size: SpatialList<Int>?
  package var scaleFactor: SpatialList<Double>?
  package var mode = Mode.nearest
  package var alignCorners = false

  package static let name = "upsample"
  package static let summary = "the input at another spatial size"
  package static let arity = 1...1
  package static let primaryAttribute: String? = "scale_factor"
  package static let attributes: [Attribute<Upsample>] = [
    Attribute("size", \.size, sizes, "the new sizes of the spatial axes"),
    Attribute("scale_factor", \.scaleFactor, factors, "the new sizes over the old ones"),
    Attribute("mode", \.mode, .any, "how elements between elements are computed"),
    Attribute("align_corners", \.alignCorners, .any, "whether the corners of input and output coincide"),
  ]
  package static let tolerance = Tolerance.accumulation

  package init() {}

  package func outputTypes(for inputs: [TensorType], reporting violations: inout [Violation]) -> [TensorType] {
    checkFloat(inputs, reporting: &violations)
    checkAttributes(reporting: &violations)
    guard var shape = inputs[0].shape else { return [.unknown] }
    guard (3...5).contains(shape.rank) else {
      violations.append(.notSpatial(shape, for: name))
      return [.unknown]
    }
    checkMode(for: shape, reporting: &violations)
    let input = shape
    let sizes = outputSizes(for: input, reporting: &violations)
    for axis in 2..<shape.rank { shape[axis] = sizes?[axis - 2] ?? .unknown }
    if let axis = (2..<shape.rank).first(where: { shape[$0].value.map { $0 < 1 } ?? false }) {
      violations.append(.emptyUpsample(input, axis: axis))
      for axis in 2..<shape.rank { shape[axis] = .unknown }
    }
    return [TensorType(shape)]
  }

  package func lower(_ site: LoweringSite, in lowering: inout Lowering) {
    emit(name, site, from: site.inputs[0], to: site.outputs[0], lowering.kernels.resample.resample, in: &lowering)
  }

  package func lowerGradient(_ site: GradientSite, in lowering: inout Lowering) {
    guard let upstream = site.upstream[0], let gradient = site.inputGradients[0] else { return }
    let kernel = lowering.kernels.resample.resampleGradient
    emit("upsample gradient", site.forward, from: upstream, to: gradient, kernel, in: &lowering)
  }

  private func emit(
    _ step: String, _ site: LoweringSite, from source: Operand, to target: Operand,
    _ kernel: @escaping Kernel<ResampleArguments>, in lowering: inout Lowering
  ) {
    let axes = axes(site)
    let rule: ResampleRule = mode == .nearest ? .nearest : alignCorners ? .linearAlignedCorners : .linear
    lowering.emit(
      Step(
        kernel: step, path: site.path, reads: [source.buffer], writes: [target.buffer],
        units: site.inputs[0].sizes[0] * site.inputs[0].sizes[1]
      ) { run in
        kernel(
          ResampleArguments(
            input: run.floats(0), output: run.floats(1), depth: axes[0], height: axes[1], width: axes[2], rule: rule),
          run.units)
      })
  }

  /// The last three axes with their scales; those that are absent have size 1.
  private func axes(_ site: LoweringSite) -> [ResampleAxis] {
    let rank = site.inputs[0].sizes.count - 2
    let factors = scaleFactor?.values(count: rank)
    return Array(repeating: .kept(1), count: 3 - rank)
      + (0..<rank).map { axis in
        let (input, output) = (site.inputs[0].sizes[axis + 2], site.outputs[0].sizes[axis + 2])
        return ResampleAxis(input: input, output: output, scale: scale(input, output, factors?[axis]))
      }
  }

  private func scale(_ input: Int, _ output: Int, _ factor: Double?) -> Double {
    if mode != .nearest, alignCorners { return output > 1 ? Double(input - 1) / Double(output - 1) : 0 }
    return factor.map { 1 / $0 } ?? Double(input) / Double(output)
  }

  private static let sizes = AttributeConstraint<SpatialList<Int>?>(
    "must be sizes from 1 to \(SpatialSize.maximum)"
  ) { $0?.written.allSatisfy { (1...SpatialSize.maximum).contains($0) } ?? true }

  private static let factors = AttributeConstraint<SpatialList<Double>?>(
    "must be above 0 and at most \(SpatialSize.maximum)"
  ) { $0?.written.allSatisfy { $0 > 0 && $0 <= Double(SpatialSize.maximum) } ?? true }
}
