package import Graph
import KernelInterface
package import Tensors

/// Attention of several heads with learned projections (Vaswani and others 2017).
///
/// One input `[N, L, E]` attends to itself; of three, the queries `[N, L, E]` attend to keys and values `[N, S, E]`. Each
/// is multiplied with its part of `in_proj_weight`, the `E` results are divided into `num_heads` heads, each head is
/// `scaled_dot_product_attention`, and `out_proj` maps the heads side by side to the output `[N, L, E]`. `num_heads`
/// divides `E`, which is the size of the inputs' last axis; `embed_dim` may state it.
///
/// The batch is the first axis, unlike in PyTorch's module, whose `batch_first` is false unless written: with
/// `batch_first: false` inputs are `[L, N, E]`. With `is_causal` a query sees no later key than its own place. The
/// weights of attention are no output (PyTorch's `need_weights: false`), and there is no dropout inside.
///
/// Parameters as PyTorch's: `in_proj_weight` `[3*E, E]` (queries, keys, values; Xavier uniform), `in_proj_bias` `[3*E]`
/// (zeros), `out_proj.weight` `[E, E]` (uniform in `±1 / sqrt(E)`) and `out_proj.bias` `[E]` (zeros).
package struct MultiheadAttention: ParameterizedOperator, CostedOperator {
  package var numHeads = 1
  package var embedDim: Int?
  package var bias = true
  package var batchFirst = true
  package var isCausal = false

  package static let name = "multihead_attention"
  package static let summary = "attention of several heads with learned projections"
  package static let arity = 1...3
  package static let primaryAttribute: String? = "num_heads"
  package static let attributes: [Attribute<MultiheadAttention>] = [
    Attribute("num_heads", \.numHeads, required: true, .channels, "the number of heads"),
    Attribute("embed_dim", \.embedDim, .atLeast(1), "size of the inputs' last axis, when the file states it"),
    Attribute("bias", \.bias, .any, "whether the projections have biases"),
    Attribute("batch_first", \.batchFirst, .any, "whether the batch is the first axis, not the second"),
    Attribute("is_causal", \.isCausal, .any, "whether a query sees no later key than its own place"),
  ]

  package init() {}

  package func outputTypes(for inputs: [TensorType], reporting violations: inout [Violation]) -> [TensorType] {
    checkFloat(inputs, reporting: &violations)
    guard let queries = inputs[0].shape else { return [.unknown] }
    guard queries.rank == 3 else {
      violations.append(.wrongRank(queries, expected: batchFirst ? ["N", "L", "E"] : ["L", "N", "E"]))
      return [.unknown]
    }
    checkFeatures(queries, reporting: &violations)
    let shapes = inputs.compactMap(\.shape)
    guard inputs.count != 2, shapes.allSatisfy({ $0.rank == 3 }) else {
      violations.append(.attentionInputs("must be one, or queries, keys and values of 3 axes", of: name, shapes))
      return [.unknown]
    }
    if shapes.count == 3 { checkKeys(shapes, reporting: &violations) }
    return [TensorType(queries)]
  }

  package func parameters(for inputs: [TensorType]) -> [ParameterDeclaration] {
    guard let features = inputs[0].shape?.dimensions.last?.value ?? embedDim else { return [] }
    let (all, overflow) = features.multipliedReportingOverflow(by: 3)
    guard !overflow, features > 0 else { return [] }
    let bound = (6 / (4 * Double(features))).squareRoot()
    let weights = [ParameterDeclaration("in_proj_weight", [all, features], .uniform(bound: bound))]
    let outputs = [
      ParameterDeclaration(
        "out_proj.weight", [features, features], .uniform(bound: 1 / Double(features).squareRoot()))
    ]
    if !bias { return weights + outputs }
    return weights + [ParameterDeclaration("in_proj_bias", [all], .constant(0))] + outputs
      + [ParameterDeclaration("out_proj.bias", [features], .constant(0))]
  }

  package func multiplyAccumulates(inputs: [Shape], outputs: [Shape]) -> Dimension {
    let features = inputs[0][2]
    let (queries, keys) = (inputs[0], inputs.count == 3 ? inputs[1] : inputs[0])
    let projections = (queries.elementCount + keys.elementCount) * features * 2
    return projections + queries.elementCount * keys[batchFirst ? 1 : 0] * 2
  }

  private func checkFeatures(_ shape: Shape, reporting violations: inout [Violation]) {
    guard let features = shape[2].value else {
      if !shape[2].isUnknown { violations.append(.symbolicFeatures(shape, for: name)) }
      return
    }
    if let embedDim, embedDim != features {
      violations.append(.channelMismatch(attribute: "embed_dim", declared: embedDim, found: features, input: shape))
    }
    if features % numHeads != 0 { violations.append(.headCount(numHeads, features, shape)) }
  }

  private func checkKeys(_ shapes: [Shape], reporting violations: inout [Violation]) {
    let (batch, length) = batchFirst ? (0, 1) : (1, 0)
    for other in shapes.dropFirst() { violations.demand(.equal(shapes[0][batch], other[batch]), .attentionInputs) }
    violations.demand(.equal(shapes[1][length], shapes[2][length]), .attentionInputs)
    if shapes[1][2].differs(from: shapes[0][2]) || shapes[2][2].differs(from: shapes[0][2]) {
      violations.append(.attentionInputs("must have equal last axes", of: name, shapes))
    } else if shapes[1][batch].differs(from: shapes[0][batch]) || shapes[2][batch].differs(from: shapes[0][batch]) {
      violations.append(.attentionInputs("must have equal batches", of: name, shapes))
    } else if shapes[1][length].differs(from: shapes[2][length]) {
      violations.append(.attentionInputs("must have as many values as keys", of: name, shapes))
    }
  }
}
