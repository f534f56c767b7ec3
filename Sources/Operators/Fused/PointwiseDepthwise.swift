package import Graph
package import KernelInterface
package import Tensors

/// A pointwise convolution and the depthwise one that alone reads its result, which stays in the cache.
///
/// Parameters are those of the pointwise one and then those of the depthwise one.
package struct PointwiseDepthwise: BlockedOperator {
  private var pointwise = FusedConvolution()
  private var depthwise = FusedConvolution()
  /// Parameters of the pointwise one.
  private var parameterCount = 0
  /// The path of the depthwise one.
  private var path = ""

  package static let name = "fused_pointwise_depthwise"
  package static let summary = "a pointwise convolution and the depthwise one behind it, with what follows each"
  package static let arity = 1...1
  package static let primaryAttribute: String? = nil
  package static let attributes: [Attribute<PointwiseDepthwise>] = []
  package static let tolerance = Tolerance.accumulation

  package init() {}

  /// nil for nodes of other operations, and where two convolutions are faster.
  package init?(_ first: Node, _ second: Node, vectors: VectorShape) {
    guard let pointwise = first.operation as? FusedConvolution, let depthwise = second.operation as? FusedConvolution,
      pointwise.direction == .forward, depthwise.direction == .forward, !pointwise.adds, !depthwise.adds,
      !pointwise.readsPlain(vectors)
    else { return nil }
    self.pointwise = pointwise
    self.depthwise = depthwise
    parameterCount = first.parameters.count
    path = second.path
    guard let blocking = blocking(vectors: vectors, threads: 1),
      blocking.scratchBytes <= FusedConvolution.largestScratch
    else { return nil }
  }

  package func outputTypes(for inputs: [TensorType], reporting violations: inout [Violation]) -> [TensorType] {
    depthwise.outputTypes(for: inputs, reporting: &violations)
  }

  package func blockedLayouts(inputs: [[Int]], outputs: [[Int]], vectors: VectorShape) -> BlockedLayouts? {
    .all(1, follows: false, vectors)
  }

  private func blocking(vectors: VectorShape, threads: Int) -> PointwiseDepthwiseBlocking? {
    PointwiseDepthwiseBlocking(
      pointwise: pointwise.geometry, depthwise: depthwise.geometry, vectors: vectors, threads: threads)
  }

  package func lower(_ site: LoweringSite, in lowering: inout Lowering) { lowerBlocked(site, in: &lowering) }

  package func lowerBlocked(_ site: LoweringSite, in lowering: inout Lowering) {
    guard let blocking = blocking(vectors: lowering.kernels.vectors, threads: lowering.threads) else {
      preconditionFailure("only convolutions that can be computed as one are made one")
    }
    let kernel = lowering.kernels.blocked.convolvePointwiseDepthwise
    let (input, output) = (site.inputs[0], site.outputs[0])
    let (first, second) = (site.parameters[..<parameterCount], site.parameters[parameterCount...])
    let pointwiseWeights = pointwise.packWindows(blocking.pointwise, first, site.path, in: &lowering)
    let depthwiseWeights = depthwise.packWindows(blocking.depthwise, second, path, in: &lowering)
    let activations = (pointwise.activation, depthwise.activation)
    lowering.emit(
      Step(
        kernel: "pointwise and depthwise convolution", path: site.path,
        reads: [input.buffer, pointwiseWeights, depthwiseWeights], writes: [output.buffer], units: blocking.units,
        multiplyAccumulates: pointwise.geometry.multiplyAccumulates + depthwise.geometry.multiplyAccumulates,
        scratchBytes: blocking.scratchBytes
      ) { run in
        let operands = BlockedOperands(
          source: UnsafePointer(run.floats(0) + input.offset), sourceStride: input.imageStride,
          weights: UnsafePointer(run.floats(2)), result: run.floats(3) + output.offset,
          resultStride: output.imageStride, finish: Finish(activation: activations.1))
        kernel(
          PointwiseDepthwiseArguments(
            blocking: blocking, operands: operands, pointwiseWeights: UnsafePointer(run.floats(1)),
            pointwiseActivation: activations.0, scratch: run.scratch), run.units)
      })
  }
}

extension PointwiseDepthwise: CustomStringConvertible {
  package var description: String {
    (["fused_pointwise_depthwise"] + (pointwise.absorbed + [path] + depthwise.absorbed).map { "+ \($0)" })
      .joined(separator: " ")
  }
}
