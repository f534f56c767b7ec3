package import Graph
import KernelInterface
package import Tensors

/// Attention of queries to keys: `y = softmax(q * transpose(k) * scale) * v` over the last two axes (Vaswani and others
/// 2017).
///
/// The inputs are the queries `[..., L, E]`, the keys `[..., S, E]` and the values `[..., S, Ev]`, with equal axes before;
/// the output is `[..., L, Ev]`. Heads are an axis of their own before the last two. `scale` is `1 / sqrt(E)` unless
/// written. With `is_causal` query i sees the keys 0 to i alone, counted from the first one even where there are more
/// keys than queries, as in PyTorch; a cache of earlier keys would need them counted from the last. Dropout is a layer
/// of its own.
package struct ScaledDotProductAttention: DifferentiableOperator, CostedOperator {
  package var isCausal = false
  package var scale: Double?

  package static let name = "scaled_dot_product_attention"
  package static let summary = "values weighted by how well queries match keys"
  package static let arity = 3...3
  package static let primaryAttribute: String? = nil
  package static let attributes: [Attribute<ScaledDotProductAttention>] = [
    Attribute("is_causal", \.isCausal, .any, "whether a query sees no later key than its own place"),
    Attribute("scale", \.scale, .any, "what the products of queries and keys are multiplied by"),
  ]
  package static let tolerance = Tolerance.accumulation

  package init() {}

  package func outputTypes(for inputs: [TensorType], reporting violations: inout [Violation]) -> [TensorType] {
    checkFloat(inputs, reporting: &violations)
    let shapes = inputs.compactMap(\.shape)
    guard shapes.count == 3 else { return [.unknown] }
    let rank = shapes[0].rank
    guard rank >= 2, shapes.allSatisfy({ $0.rank == rank }) else {
      violations.append(.attentionInputs("must have the same number of axes, at least 2", of: name, shapes))
      return [.unknown]
    }
    violations.demand(.equal(shapes[0][rank - 1], shapes[1][rank - 1]), .attentionInputs)
    violations.demand(.equal(shapes[1][rank - 2], shapes[2][rank - 2]), .attentionInputs)
    for axis in 0..<rank - 2 {
      for other in shapes.dropFirst() { violations.demand(.equal(shapes[0][axis], other[axis]), .attentionInputs) }
    }
    if shapes[0][rank - 1].differs(from: shapes[1][rank - 1]) {
      violations.append(.attentionInputs("must have equal last axes in queries and keys", of: name, shapes))
    }
    if shapes[1][rank - 2].differs(from: shapes[2][rank - 2]) {
      violations.append(.attentionInputs("must have as many values as keys", of: name, shapes))
    }
    for axis in 0..<rank - 2 {
      guard shapes.dropFirst().contains(where: { shapes[0][axis].differs(from: $0[axis]) }) else { continue }
      violations.append(.attentionInputs("must have equal axes before the last two", of: name, shapes))
      break
    }
    return [shapes[0].replacing(rank - 1, with: shapes[2][rank - 1])]
  }

  package func multiplyAccumulates(inputs: [Shape], outputs: [Shape]) -> Dimension {
    (inputs[0].elementCount + outputs[0].elementCount) * inputs[1][inputs[1].rank - 2]
  }

  package func lower(_ site: LoweringSite, in lowering: inout Lowering) {
    let probabilities = steps(site).emit(inputs(site.inputs), to: site.outputs[0].buffer, in: &lowering)
    lowering.save([probabilities], for: site)
  }

  package func lowerGradient(_ site: GradientSite, in lowering: inout Lowering) {
    guard let upstream = site.upstream[0], let probabilities = lowering.saved(for: site.forward).first else { return }
    let gradients = zip(site.inputGradients, site.forward.inputs).map { gradient, input in
      gradient ?? lowering.makeTemporary("unused gradient of \(site.forward.path)", sizes: input.sizes)
    }
    steps(site.forward).emitGradient(
      from: upstream.buffer, inputs(site.forward.inputs), probabilities, to: inputs(gradients), in: &lowering)
  }

  private func inputs(_ operands: [Operand]) -> AttentionSteps.Inputs {
    .init(queries: operands[0].buffer, keys: operands[1].buffer, values: operands[2].buffer)
  }

  private func steps(_ site: LoweringSite) -> AttentionSteps {
    let (queries, keys, values) = (site.inputs[0].sizes, site.inputs[1].sizes, site.inputs[2].sizes)
    let rank = queries.count
    return AttentionSteps(
      name: "attention", path: site.path, batch: queries.dropLast(2).reduce(1, *), queries: queries[rank - 2],
      keys: keys[rank - 2], features: queries[rank - 1], valueFeatures: values[rank - 1],
      scale: scale ?? 1 / Double(queries[rank - 1]).squareRoot(), isCausal: isCausal)
  }
}
