import Graph
import KernelInterface

extension Linear: DifferentiableOperator {
  package static var tolerance: Tolerance { .accumulation }

  package func lower(_ site: LoweringSite, in lowering: inout Lowering) {
    let sizes = sizes(site)
    let packed = packWeights(site, sizes, in: &lowering)
    let linear = lowering.kernels.matmul.linear
    let hasBias = bias
    lowering.emit(
      Step(
        kernel: "linear", path: site.path,
        reads: [site.inputs[0].buffer, packed] + (bias ? [site.parameters[1].buffer] : []),
        writes: [site.outputs[0].buffer], units: sizes.units,
        multiplyAccumulates: Double(sizes.rows) * Double(sizes.inputs) * Double(sizes.outputs),
        scratchBytes: LinearSizes.scratchBytes
      ) { run in
        linear(
          LinearArguments(
            sizes: sizes, input: run.floats(0), weights: run.floats(1),
            bias: hasBias ? UnsafePointer(run.floats(2)) : nil, output: run.floats(hasBias ? 3 : 2),
            scratch: run.scratch),
          run.units)
      })
  }

  package func lowerGradient(_ site: GradientSite, in lowering: inout Lowering) {
    guard let upstream = site.upstream[0] else { return }
    let forward = site.forward
    let sizes = sizes(forward)
    if let gradient = site.inputGradients[0] {
      emitProduct(
        "linear input gradient", forward.path,
        MatmulArguments.Sizes(rows: sizes.rows, columns: sizes.inputs, steps: sizes.outputs),
        upstream.buffer, .init(row: sizes.outputs, column: 1), forward.parameters[0].buffer,
        .init(row: sizes.inputs, column: 1), to: gradient.buffer, in: &lowering)
    }
    if let gradient = site.parameterGradients[0] {
      emitProduct(
        "linear weight gradient", forward.path,
        MatmulArguments.Sizes(rows: sizes.outputs, columns: sizes.inputs, steps: sizes.rows),
        upstream.buffer, .init(row: 1, column: sizes.outputs), forward.inputs[0].buffer,
        .init(row: sizes.inputs, column: 1), to: gradient.buffer, in: &lowering)
    }
    if bias, let gradient = site.parameterGradients[1] {
      lowering.emitBiasGradient(
        path: forward.path, batch: sizes.rows, channels: sizes.outputs, pixels: 1, upstream: upstream.buffer,
        gradient: gradient.buffer)
    }
  }

  private func sizes(_ site: LoweringSite) -> LinearSizes {
    let input = site.inputs[0].sizes
    return LinearSizes(
      rows: input.dropLast().reduce(1, *), inputs: input[input.count - 1], outputs: outFeatures)
  }

  /// Brings the weights into the order in which the kernel reads them once for all runs.
  private func packWeights(_ site: LoweringSite, _ sizes: LinearSizes, in lowering: inout Lowering) -> BufferID {
    let packed = lowering.makeBuffer(site.path + " packed", byteCount: sizes.packedCount * 4, storage: .prepared)
    let pack = lowering.kernels.matmul.packLinear
    lowering.emit(
      Step(
        kernel: "pack weights", path: site.path, reads: [site.parameters[0].buffer], writes: [packed],
        units: sizes.packUnits, isPreparation: true
      ) { run in
        pack(LinearWeightArguments(sizes: sizes, weights: run.floats(0), packed: run.floats(1)), run.units)
      })
    return packed
  }

  /// Emits a product of two matrices given by their strides.
  private func emitProduct(
    _ kernel: String, _ path: String, _ sizes: MatmulArguments.Sizes, _ a: BufferID,
    _ aStrides: MatmulArguments.Strides, _ b: BufferID, _ bStrides: MatmulArguments.Strides, to c: BufferID,
    in lowering: inout Lowering
  ) {
    let matmul = lowering.kernels.matmul.matmul
    lowering.emit(
      Step(
        kernel: kernel, path: path, reads: [a, b], writes: [c], units: sizes.units,
        multiplyAccumulates: Double(sizes.rows) * Double(sizes.columns) * Double(sizes.steps),
        scratchBytes: MatmulArguments.Sizes.scratchBytes
      ) { run in
        matmul(
          MatmulArguments(
            sizes: sizes, a: run.floats(0), aStrides: aStrides, b: run.floats(1), bStrides: bStrides,
            c: run.floats(2), scratch: run.scratch),
          run.units)
      })
  }
}
