package import Diagnostics
package import Graph
import KernelInterface
package import Tensors

/// Puts the values of a maximum pool back to the places that they came from, and 0 elsewhere.
///
/// It reads the values and their places, the second output of `max_pool2d` with `return_indices: true`, as in
/// `from: [x, pool.1]` (Zeiler and others, "Visualizing and Understanding Convolutional Networks", 2014). Its size is
/// `(in - 1) * stride - 2 * padding + kernel_size`, with the attributes of the pool, of which `stride` is `kernel_size`
/// unless written. Several sizes are pooled to the same one: `output_size` gives another, less than a stride away. It must
/// be the size that the pool read, since places are counted in that plane. Of two values with one place the later stays,
/// and a place outside of the plane is ignored, where PyTorch stops. The gradient of a value is the one at its place.
package struct MaxUnpool2d: DifferentiableOperator {
  package var kernelSize = PerAxis<2>(1)
  package var stride: PerAxis<2>?
  package var padding = PerAxis<2>(0)
  package var outputSize: PerAxis<2>?

  package static let name = "max_unpool2d"
  package static let summary = "puts pooled values back to their places"
  package static let arity = 2...2
  package static let primaryAttribute: String? = nil
  package static let attributes: [Attribute<MaxUnpool2d>] = [
    Attribute("kernel_size", \.kernelSize, required: true, .atLeast(1), "the cells that a window of the pool read"),
    Attribute("stride", \.stride, .atLeast(1), "the cells from one window to the next; kernel_size when not given"),
    Attribute("padding", \.padding, .atLeast(0), "the cells of padding around the pool's input"),
    Attribute("output_size", \.outputSize, .atLeast(1), "the size of the result, where it is not the usual one"),
  ]
  package static let tolerance = Tolerance.exact

  package init() {}

  package func outputTypes(for inputs: [TensorType], reporting violations: inout [Violation]) -> [TensorType] {
    checkFloat([inputs[0]], reporting: &violations)
    if inputs[1].shape != nil, inputs[1].dtype != .int64 {
      violations.append(.wrongType(inputs[1].dtype, of: name, expected: .int64, input: 1))
    }
    let joined = JoinedShape(broadcasts: false, name: name)(inputs, reporting: &violations)
    guard let shape = joined else { return [.unknown] }
    guard shape.rank == 4 else {
      violations.append(.wrongRank(shape, expected: AxisName.layout(2)))
      return [.unknown]
    }
    let usual = (0..<2).map { axis in
      (shape[axis + 2] - 1) * step(axis) + (kernelSize[axis] - 2 * padding[axis])
    }
    return [TensorType(Shape([shape[0], shape[1]] + sizes(usual, shape, reporting: &violations)))]
  }

  /// The spatial sizes of the output; reports an empty one, and one that no pool of these windows has read.
  private func sizes(_ usual: [Dimension], _ shape: Shape, reporting violations: inout [Violation]) -> [Dimension] {
    if let outputSize {
      for axis in 0..<2 {
        for distance in [usual[axis] - outputSize[axis], .known(outputSize[axis]) - usual[axis]] {
          violations.demand(.atLeast(distance, 1 - step(axis)), .unpooledSize, at: .attribute("output_size"))
        }
      }
      if let axis = (0..<2).first(where: { abs(outputSize[$0] - (usual[$0].value ?? outputSize[$0])) >= step($0) }) {
        violations.append(
          .unpooledSize(
            outputSize[axis], usual: usual[axis].value ?? 0, step: step(axis), axis: AxisName(axis, of: 2)))
      }
      return outputSize.values.map { .known($0) }
    }
    for size in usual { violations.demand(.atLeast(size, 1), .emptyTransposedOutput, at: .attribute("padding")) }
    if let axis = usual.firstIndex(where: { ($0.value ?? 1) < 1 }) {
      violations.append(.emptyTransposedOutput(usual[axis], axis: AxisName(axis, of: 2), input: shape))
    }
    return usual.map { ($0.value ?? 1) < 1 ? .unknown : $0 }
  }

  func step(_ axis: Int) -> Int { (stride ?? kernelSize)[axis] }

  package func lower(_ site: LoweringSite, in lowering: inout Lowering) {
    emit(name, site, lowering.kernels.pooling.unpool, from: site.inputs[0], to: site.outputs[0], in: &lowering)
  }

  package func lowerGradient(_ site: GradientSite, in lowering: inout Lowering) {
    guard let upstream = site.upstream[0], let gradient = site.inputGradients[0] else { return }
    emit(
      name + " gradient", site.forward, lowering.kernels.pooling.unpoolGradient, from: upstream, to: gradient,
      in: &lowering)
  }

  private func emit(
    _ step: String, _ site: LoweringSite, _ kernel: @escaping Kernel<UnpoolArguments>, from input: Operand,
    to output: Operand, in lowering: inout Lowering
  ) {
    let small = site.inputs[0].sizes[2...].reduce(1, *)
    let large = site.outputs[0].sizes[2...].reduce(1, *)
    lowering.emit(
      Step(
        kernel: step, path: site.path, reads: [input.buffer, site.inputs[1].buffer], writes: [output.buffer],
        units: input.sizes[0] * input.sizes[1]
      ) { run in
        kernel(
          UnpoolArguments(
            input: run.floats(0), indices: run.integers(1), output: run.floats(2), smallCount: small,
            largeCount: large), run.units)
      })
  }
}

extension Violation {
  fileprivate static func unpooledSize(_ stated: Int, usual: Int, step: Int, axis: AxisName) -> Violation {
    Violation(
      .unpooledSize,
      "'output_size' must be less than a stride from the usual size: \(axis.letter) of \(stated) is \(abs(stated - usual))"
        + " from \(usual), the stride is \(step)",
      at: .attribute("output_size"), label: "from \(max(usual - step + 1, 1)) to \(usual + step - 1)")
  }
}

extension DiagnosticCode {
  package static let unpooledSize = DiagnosticCode(
    "E0450", "unpooled-size",
    explanation: """
      A pool makes the same size of several sizes, so an unpooling may be told with `output_size` which of them to make:
      any that is less than a stride from `(in - 1) * stride - 2 * padding + kernel_size`. From a size further away the
      pool would have made another.
      """,
    bad: """
      cnnc: 1
      model: unpooled_too_far
      input: [N, 3, 8, 8]
      layers:
        - max_pool2d: {name: pool, kernel_size: 2, return_indices: true}
        - max_unpool2d: {from: [pool, pool.1], kernel_size: 2, output_size: 10}
      """,
    good: """
      cnnc: 1
      model: unpooled_to_even_size
      input: [N, 3, 8, 8]
      layers:
        - max_pool2d: {name: pool, kernel_size: 3, stride: 2, padding: 1, rounding: floor, return_indices: true}
        - max_unpool2d: {from: [pool, pool.1], kernel_size: 3, stride: 2, padding: 1, output_size: 8}
      """)
}
