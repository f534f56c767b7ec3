import KernelInterface

/// Scaled dot-product attention over dense queries `[batch, queries, features]`, keys `[batch, keys, features]` and
/// values `[batch, keys, valueFeatures]`: three products with a softmax in between.
struct AttentionSteps: Sendable {
  /// The inputs, or the gradients by them.
  struct Inputs: Sendable {
    var queries: BufferID
    var keys: BufferID
    var values: BufferID
  }

  var name: String
  var path: String
  var batch: Int
  var queries: Int
  var keys: Int
  var features: Int
  var valueFeatures: Int
  var scale: Double
  var isCausal: Bool

  /// Emits the forward steps; returns the probabilities `[batch, queries, keys]`, which the gradient reads.
  func emit(_ inputs: Inputs, to output: BufferID, in lowering: inout Lowering) -> BufferID {
    let scores = lowering.makeTemporary("scores of \(path)", sizes: [batch, queries, keys]).buffer
    let probabilities = lowering.makeTemporary("probabilities of \(path)", sizes: [batch, queries, keys]).buffer
    lowering.emitProduct(
      name, path: path, .init(batch: batch, rows: queries, columns: keys, steps: features),
      queryFactor(inputs.queries), keyFactor(inputs.keys).transposed, to: scores)
    emitProbabilities(scores, to: probabilities, in: &lowering)
    lowering.emitProduct(
      name, path: path, .init(batch: batch, rows: queries, columns: valueFeatures, steps: keys),
      scoreFactor(probabilities), valueFactor(inputs.values), to: output)
    return probabilities
  }

  /// Emits the gradients by all three inputs.
  func emitGradient(
    from upstream: BufferID, _ inputs: Inputs, _ probabilities: BufferID, to gradients: Inputs,
    in lowering: inout Lowering
  ) {
    let step = name + " gradient"
    let byProbabilities = lowering.makeTemporary("gradient by probabilities of \(path)", sizes: [batch, queries, keys])
    let byScores = lowering.makeTemporary("gradient by scores of \(path)", sizes: [batch, queries, keys]).buffer
    lowering.emitProduct(
      step, path: path, .init(batch: batch, rows: keys, columns: valueFeatures, steps: queries),
      scoreFactor(probabilities).transposed, outputFactor(upstream), to: gradients.values)
    lowering.emitProduct(
      step, path: path, .init(batch: batch, rows: queries, columns: keys, steps: valueFeatures),
      outputFactor(upstream), valueFactor(inputs.values).transposed, to: byProbabilities.buffer)
    emitScoreGradient(byProbabilities.buffer, probabilities, to: byScores, in: &lowering)
    lowering.emitProduct(
      step, path: path, .init(batch: batch, rows: queries, columns: features, steps: keys),
      scoreFactor(byScores), keyFactor(inputs.keys), to: gradients.queries)
    lowering.emitProduct(
      step, path: path, .init(batch: batch, rows: keys, columns: features, steps: queries),
      scoreFactor(byScores).transposed, queryFactor(inputs.queries), to: gradients.keys)
  }

  private func queryFactor(_ buffer: BufferID) -> MatrixFactor {
    MatrixFactor(buffer, rows: queries, columns: features)
  }
  private func keyFactor(_ buffer: BufferID) -> MatrixFactor { MatrixFactor(buffer, rows: keys, columns: features) }
  private func valueFactor(_ buffer: BufferID) -> MatrixFactor {
    MatrixFactor(buffer, rows: keys, columns: valueFeatures)
  }
  private func scoreFactor(_ buffer: BufferID) -> MatrixFactor { MatrixFactor(buffer, rows: queries, columns: keys) }
  private func outputFactor(_ buffer: BufferID) -> MatrixFactor {
    MatrixFactor(buffer, rows: queries, columns: valueFeatures)
  }

  private func emitProbabilities(_ scores: BufferID, to probabilities: BufferID, in lowering: inout Lowering) {
    let kernel = lowering.kernels.attention.probabilities
    let (rows, queries, keys, scale, isCausal) = (batch * queries, queries, keys, Float(scale), isCausal)
    lowering.emit(
      Step(
        kernel: name + " softmax", path: path, reads: [scores], writes: [probabilities],
        reuse: [.init(write: 0, read: 0)], units: rows.groups(of: AttentionArguments.rowsPerUnit)
      ) { run in
        kernel(
          AttentionArguments(
            scores: run.floats(0), probabilities: run.floats(1), rowCount: rows, queries: queries, keys: keys,
            scale: scale, isCausal: isCausal), run.units)
      })
  }

  private func emitScoreGradient(
    _ upstream: BufferID, _ probabilities: BufferID, to gradient: BufferID, in lowering: inout Lowering
  ) {
    let kernel = lowering.kernels.attention.scoreGradient
    let (rows, keys, scale) = (batch * queries, keys, Float(scale))
    lowering.emit(
      Step(
        kernel: name + " softmax gradient", path: path, reads: [upstream, probabilities], writes: [gradient],
        reuse: [.init(write: 0, read: 0)], units: rows.groups(of: AttentionArguments.rowsPerUnit)
      ) { run in
        kernel(
          AttentionGradientArguments(
            upstream: run.floats(0), probabilities: run.floats(1), gradient: run.floats(2), rowCount: rows, keys: keys,
            scale: scale), run.units)
      })
  }
}
