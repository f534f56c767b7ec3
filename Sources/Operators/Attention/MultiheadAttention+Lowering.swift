import Graph
import KernelInterface

extension MultiheadAttention: DifferentiableOperator {
  package static var tolerance: Tolerance { .accumulation }

  package func lower(_ site: LoweringSite, in lowering: inout Lowering) {
    let projections = projections(site)
    let heads = projections.map { projection in
      let sizes = projection.sizes(of: site)
      let features = lowering.makeTemporary("projection of \(site.path)", sizes: [sizes.rows, sizes.outputs])
      projection.linear(site, bias: bias).emit(
        from: site.inputs[projection.input].buffer, to: features.buffer, in: &lowering)
      return projection.parts.map { part in
        let head = lowering.makeTemporary("heads of \(site.path)", sizes: headSizes(site, part))
        lowering.emitStridedCopy(
          "heads", path: site.path, from: features, at: projection.offset(of: part, site), to: head,
          headAxes(site, part, rowWidth: sizes.outputs))
        return head
      }
    }.flatMap { $0 }
    let attended = lowering.makeTemporary("attention of \(site.path)", sizes: heads[0].sizes)
    let probabilities = steps(site).emit(inputs(heads), to: attended.buffer, in: &lowering)
    let merged = lowering.makeTemporary("merged heads of \(site.path)", sizes: site.outputs[0].sizes)
    lowering.emitStridedCopy(
      "heads", path: site.path, from: attended, to: merged,
      headAxes(site, 0, rowWidth: features(site)).map(\.reversed))
    outputLinear(site).emit(from: merged.buffer, to: site.outputs[0].buffer, in: &lowering)
    lowering.save(heads.map(\.buffer) + [probabilities, merged.buffer], for: site)
  }

  package func lowerGradient(_ site: GradientSite, in lowering: inout Lowering) {
    guard let upstream = site.upstream[0] else { return }
    let forward = site.forward
    let saved = lowering.saved(for: forward)
    let heads = (0..<3).map { Operand(buffer: saved[$0], sizes: headSizes(forward, $0)) }
    let byMerged = lowering.makeTemporary("gradient by merged heads of \(forward.path)", sizes: upstream.sizes)
    outputLinear(forward).emitGradient(
      from: upstream.buffer, input: saved[4], to: byMerged.buffer, weight: site.parameterGradients[outputWeight],
      bias: bias ? site.parameterGradients[3] : nil, in: &lowering)
    let byAttended = lowering.makeTemporary("gradient by attention of \(forward.path)", sizes: heads[0].sizes)
    lowering.emitStridedCopy(
      "heads gradient", path: forward.path, from: byMerged, to: byAttended,
      headAxes(forward, 0, rowWidth: features(forward)))
    let byHeads = heads.map { lowering.makeTemporary("gradient by heads of \(forward.path)", sizes: $0.sizes) }
    steps(forward).emitGradient(
      from: byAttended.buffer, inputs(heads), saved[3], to: inputs(byHeads), in: &lowering)
    for projection in projections(forward) { emitGradient(of: projection, site, byHeads, in: &lowering) }
  }

  /// Brings the gradients by heads side by side, and gives them to the input, the weights and the biases.
  private func emitGradient(
    of projection: HeadProjection, _ site: GradientSite, _ byHeads: [Operand], in lowering: inout Lowering
  ) {
    let forward = site.forward
    let sizes = projection.sizes(of: forward)
    let features = lowering.makeTemporary(
      "gradient by projection of \(forward.path)", sizes: [sizes.rows, sizes.outputs])
    for part in projection.parts {
      lowering.emitStridedCopy(
        "heads gradient", path: forward.path, from: byHeads[part], to: features,
        startingAt: projection.offset(of: part, forward),
        headAxes(forward, part, rowWidth: sizes.outputs).map(\.reversed))
    }
    projection.linear(forward, bias: bias).emitGradient(
      from: features.buffer, input: forward.inputs[projection.input].buffer,
      to: site.inputGradients[projection.input]?.buffer, weight: site.parameterGradients[0],
      bias: bias ? site.parameterGradients[1] : nil, in: &lowering)
  }

  /// The index of `out_proj.weight` among the parameters.
  private var outputWeight: Int { bias ? 2 : 1 }

  private func features(_ site: LoweringSite) -> Int { site.inputs[0].sizes[2] }

  private func projections(_ site: LoweringSite) -> [HeadProjection] {
    site.inputs.count == 1
      ? [HeadProjection(input: 0, parts: 0..<3)]
      : (0..<3).map { HeadProjection(input: $0, parts: $0..<$0 + 1) }
  }

  private func outputLinear(_ site: LoweringSite) -> LinearSteps {
    let features = features(site)
    let rows = site.outputs[0].sizes[0] * site.outputs[0].sizes[1]
    return LinearSteps(
      path: site.path, sizes: LinearSizes(rows: rows, inputs: features, outputs: features),
      weight: site.parameters[outputWeight], bias: bias ? site.parameters[3] : nil)
  }

  /// The sizes `[batch, heads, length, features of a head]` of the queries, keys or values.
  private func headSizes(_ site: LoweringSite, _ part: Int) -> [Int] {
    let sizes = site.inputs[site.inputs.count == 1 ? 0 : part].sizes
    let (batch, length) = batchFirst ? (sizes[0], sizes[1]) : (sizes[1], sizes[0])
    return [batch, numHeads, length, sizes[2] / numHeads]
  }

  /// The loop from rows of features, `rowWidth` apart, to heads.
  private func headAxes(_ site: LoweringSite, _ part: Int, rowWidth: Int) -> [CopyAxis] {
    let sizes = headSizes(site, part)
    let (batchStep, lengthStep) = batchFirst ? (sizes[2] * rowWidth, rowWidth) : (rowWidth, sizes[0] * rowWidth)
    let source = [batchStep, sizes[3], lengthStep, 1]
    return zip(zip(sizes, source), RowMajor.steps(sizes)).map {
      CopyAxis(size: $0.0, source: $0.1, destination: $1)
    }
  }

  private func inputs(_ operands: [Operand]) -> AttentionSteps.Inputs {
    .init(queries: operands[0].buffer, keys: operands[1].buffer, values: operands[2].buffer)
  }

  private func steps(_ site: LoweringSite) -> AttentionSteps {
    let (queries, keys) = (headSizes(site, 0), headSizes(site, 1))
    return AttentionSteps(
      name: "attention", path: site.path, batch: queries[0] * numHeads, queries: queries[2], keys: keys[2],
      features: queries[3], valueFeatures: queries[3], scale: 1 / Double(queries[3]).squareRoot(),
      isCausal: isCausal)
  }
}

/// The part of the input projection that one input goes through: queries, keys and values are parts 0 to 2.
private struct HeadProjection {
  var input: Int
  var parts: Range<Int>

  func sizes(of site: LoweringSite) -> LinearSizes {
    let sizes = site.inputs[input].sizes
    return LinearSizes(rows: sizes[0] * sizes[1], inputs: sizes[2], outputs: parts.count * sizes[2])
  }

  /// Elements of a row of the projection before a part.
  func offset(of part: Int, _ site: LoweringSite) -> Int { (part - parts.lowerBound) * site.inputs[input].sizes[2] }

  func linear(_ site: LoweringSite, bias: Bool) -> LinearSteps {
    let sizes = sizes(of: site)
    return LinearSteps(
      path: site.path, sizes: sizes, weight: site.parameters[0], bias: bias ? site.parameters[1] : nil,
      firstOutput: parts.lowerBound * sizes.inputs)
  }
}
