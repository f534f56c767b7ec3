package import Graph
import KernelInterface
package import Tensors

/// Divides each element by a power of the squares of the channels around it:
/// `y[c] = x[c] / (k + alpha / size * sum of x[i]^2)^beta` (Krizhevsky and others, "ImageNet Classification", 2012).
///
/// The sum is over `size` channels, from `c - size / 2` to `c + (size - 1) / 2`, as far as there are any. `alpha` is
/// divided by `size`, as in PyTorch, ONNX and Caffe; TensorFlow's `alpha` and the paper's are not, and its
/// `depth_radius` is the number of channels on one side. The input is `[N, C]` with 1 to 3 spatial axes.
package struct LocalResponseNorm: DifferentiableOperator {
  package var size = 1
  package var alpha = 1e-4
  package var beta = 0.75
  package var k = 1.0

  package static let name = "local_response_norm"
  package static let summary = "divides by a power of the squares of the channels around"
  package static let arity = 1...1
  package static let primaryAttribute: String? = "size"
  package static let attributes: [Attribute<LocalResponseNorm>] = [
    Attribute("size", \.size, required: true, .atLeast(1), "the number of channels that are summed"),
    Attribute("alpha", \.alpha, .any, "the factor of the sum, divided by size"),
    Attribute("beta", \.beta, .any, "the power"),
    Attribute("k", \.k, .any, "added to the sum"),
  ]
  package static let tolerance = Tolerance.accumulation

  package init() {}

  package func outputTypes(for inputs: [TensorType], reporting violations: inout [Violation]) -> [TensorType] {
    checkFloat(inputs, reporting: &violations)
    guard let shape = inputs[0].shape else { return [.unknown] }
    if !(3...5).contains(shape.rank) { violations.append(.notSpatial(shape, for: name)) }
    return [TensorType(shape)]
  }

  package func lower(_ site: LoweringSite, in lowering: inout Lowering) {
    emit(
      name, site, lowering.kernels.normalization.localResponse, upstream: nil, into: site.outputs[0], in: &lowering)
  }

  package func lowerGradient(_ site: GradientSite, in lowering: inout Lowering) {
    guard let upstream = site.upstream[0], let gradient = site.inputGradients[0] else { return }
    emit(
      name + " gradient", site.forward, lowering.kernels.normalization.localResponseGradient, upstream: upstream,
      into: gradient, in: &lowering)
  }

  private func emit(
    _ step: String, _ site: LoweringSite, _ kernel: @escaping Kernel<LocalResponseArguments>, upstream: Operand?,
    into output: Operand, in lowering: inout Lowering
  ) {
    let sizes = site.inputs[0].sizes
    let layout = ChannelLayout(samples: sizes[0], channels: sizes[1], spatial: sizes[2...].reduce(1, *))
    let window = LocalResponseWindow(
      size: min(size, 2 * layout.channels), factor: Float(alpha / Double(size)), beta: Float(beta), k: Float(k))
    let hasUpstream = upstream != nil
    lowering.emit(
      Step(
        kernel: step, path: site.path, reads: [site.inputs[0].buffer] + (upstream.map { [$0.buffer] } ?? []),
        writes: [output.buffer],
        units: layout.samples * layout.spatial.groups(of: LocalResponseArguments.columnsPerUnit),
        scratchBytes: hasUpstream ? LocalResponseArguments.scratchBytes(channels: layout.channels) : 0
      ) { run in
        kernel(
          LocalResponseArguments(
            input: run.floats(0), upstream: hasUpstream ? UnsafePointer(run.floats(1)) : nil,
            output: run.floats(hasUpstream ? 2 : 1), layout: layout, window: window, scratch: run.scratch), run.units)
      })
  }
}
