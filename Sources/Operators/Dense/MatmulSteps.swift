import KernelInterface

/// A matrix, or a batch of them, as a factor of a product: where it begins and how it steps through memory.
struct MatrixFactor: Sendable {
  var buffer: BufferID
  /// Elements before the first.
  var offset = 0
  var strides: MatmulArguments.Strides

  /// Dense matrices `[batch, rows, columns]`.
  init(_ buffer: BufferID, rows: Int, columns: Int, offset: Int = 0) {
    self.buffer = buffer
    self.offset = offset
    strides = .init(batch: rows * columns, row: columns, column: 1)
  }

  /// The same matrices with rows as columns.
  var transposed: MatrixFactor {
    var result = self
    result.strides = .init(batch: strides.batch, row: strides.column, column: strides.row)
    return result
  }
}

/// The steps that products of matrices are made of.
extension Lowering {
  /// Emits a batch of products into dense memory, from an offset on.
  mutating func emitProduct(
    _ name: String, path: String, _ sizes: MatmulArguments.Sizes, _ a: MatrixFactor, _ b: MatrixFactor,
    to c: BufferID, at offset: Int = 0
  ) {
    let matmul = kernels.matmul.matmul
    emit(
      Step(
        kernel: name, path: path, reads: [a.buffer, b.buffer], writes: [c], units: sizes.units,
        multiplyAccumulates: Double(sizes.batch) * Double(sizes.rows) * Double(sizes.columns) * Double(sizes.steps),
        scratchBytes: MatmulArguments.Sizes.scratchBytes
      ) { run in
        matmul(
          MatmulArguments(
            sizes: sizes, a: run.floats(0) + a.offset, aStrides: a.strides, b: run.floats(1) + b.offset,
            bStrides: b.strides, c: run.floats(2) + offset, scratch: run.scratch),
          run.units)
      })
  }
}

/// A linear layer `y = x * transpose(weight) + bias` over rows, with rows of a larger weight and bias from `firstOutput`
/// on.
struct LinearSteps: Sendable {
  var path: String
  var sizes: LinearSizes
  var weight: Operand
  var bias: Operand?
  var firstOutput = 0

  /// Emits the product, with the weights brought into the order in which it reads them once for all runs.
  func emit(from input: BufferID, to output: BufferID, in lowering: inout Lowering) {
    let packed = packWeights(in: &lowering)
    let linear = lowering.kernels.matmul.linear
    let (sizes, hasBias, firstOutput) = (sizes, bias != nil, firstOutput)
    lowering.emit(
      Step(
        kernel: "linear", path: path, reads: [input, packed] + (bias.map { [$0.buffer] } ?? []), writes: [output],
        units: sizes.units,
        multiplyAccumulates: Double(sizes.rows) * Double(sizes.inputs) * Double(sizes.outputs),
        scratchBytes: LinearSizes.scratchBytes
      ) { run in
        linear(
          LinearArguments(
            sizes: sizes, input: run.floats(0), weights: run.floats(1),
            bias: hasBias ? UnsafePointer(run.floats(2)) + firstOutput : nil, output: run.floats(hasBias ? 3 : 2),
            scratch: run.scratch),
          run.units)
      })
  }

  /// Emits the gradients that are wanted from that by the output: by the input, and into the rows of those by the weight
  /// and the bias.
  func emitGradient(
    from upstream: BufferID, input: BufferID, to inputGradient: BufferID?, weight weightGradient: Operand?,
    bias biasGradient: Operand?, in lowering: inout Lowering
  ) {
    let gradient = MatrixFactor(upstream, rows: sizes.rows, columns: sizes.outputs)
    let offset = firstOutput * sizes.inputs
    if let inputGradient {
      lowering.emitProduct(
        "linear input gradient", path: path, .init(rows: sizes.rows, columns: sizes.inputs, steps: sizes.outputs),
        gradient, MatrixFactor(weight.buffer, rows: sizes.outputs, columns: sizes.inputs, offset: offset),
        to: inputGradient)
    }
    if let weightGradient {
      lowering.emitProduct(
        "linear weight gradient", path: path, .init(rows: sizes.outputs, columns: sizes.inputs, steps: sizes.rows),
        gradient.transposed, MatrixFactor(input, rows: sizes.rows, columns: sizes.inputs), to: weightGradient.buffer,
        at: offset)
    }
    if let biasGradient { emitBiasGradient(from: upstream, to: biasGradient, in: &lowering) }
  }

  private func emitBiasGradient(from upstream: BufferID, to gradient: Operand, in lowering: inout Lowering) {
    let isWhole = gradient.elementCount == sizes.outputs
    let sums = isWhole ? gradient : lowering.makeTemporary("bias gradient of \(path)", sizes: [sizes.outputs])
    lowering.emitBiasGradient(
      path: path, batch: sizes.rows, channels: sizes.outputs, pixels: 1, upstream: upstream, gradient: sums.buffer)
    if isWhole { return }
    lowering.emitStridedCopy(
      "bias gradient", path: path, from: sums, to: gradient, startingAt: firstOutput,
      [CopyAxis(size: sizes.outputs, source: 1, destination: 1)])
  }

  private func packWeights(in lowering: inout Lowering) -> BufferID {
    let packed = lowering.makeBuffer(path + " packed", byteCount: sizes.packedCount * 4, storage: .prepared)
    let pack = lowering.kernels.matmul.packLinear
    let (sizes, offset) = (sizes, firstOutput * sizes.inputs)
    lowering.emit(
      Step(
        kernel: "pack weights", path: path, reads: [weight.buffer], writes: [packed], units: sizes.packUnits,
        isPreparation: true
      ) { run in
        pack(LinearWeightArguments(sizes: sizes, weights: run.floats(0) + offset, packed: run.floats(1)), run.units)
      })
    return packed
  }
}
