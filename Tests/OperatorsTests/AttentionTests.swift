import Graph
import Operators
import Tensors
import Testing

@Suite("matmul and attention") struct AttentionTests {
  @Test("matmul multiplies the last two axes of equal batches, or all by one matrix")
  func matmul() throws {
    #expect(try OperatorProbe(Matmul.self, on: ["N", "L", 5], ["N", 5, "S"]).shape == "[N, L, S]")
    #expect(try OperatorProbe(Matmul.self, on: ["N", 3, 4, 5], [5, 2]).shape == "[N, 3, 4, 2]")
    for (left, right) in [(["N", 4, 5], ["N", 4, 5]), (["N", 2, 4, 5], ["N", 3, 5, 4]), ([5], [5, 4])]
      as [(Shape, Shape)]
    {
      #expect(try OperatorProbe(Matmul.self, on: left, right).codes == ["matmul-sizes"])
    }
    let shapes: [Shape] = [["N", 3, 5], ["N", 5, 7]]
    #expect(Matmul().multiplyAccumulates(inputs: shapes, outputs: [["N", 3, 7]]).binding(["N": 2]) == 210)
  }

  @Test("attention has an output for each query, as wide as the values")
  func attention() throws {
    let kind = ScaledDotProductAttention.self
    let probe = try OperatorProbe(kind, on: ["N", 2, "L", 5], ["N", 2, "S", 5], ["N", 2, "S", 6])
    #expect(probe.shape == "[N, 2, L, 6]")
    #expect(try OperatorProbe(kind, on: ["N", 4, 5], ["N", 4, 6], ["N", 4, 6]).codes == ["attention-inputs"])
    #expect(try OperatorProbe(kind, on: ["N", 4, 5], ["N", 4, 5], ["N", 3, 5]).codes == ["attention-inputs"])
    let shapes: [Shape] = [[2, 3, 5], [2, 7, 5], [2, 7, 4]]
    #expect(kind.init().multiplyAccumulates(inputs: shapes, outputs: [[2, 3, 4]]) == 378)
  }

  @Test("multihead_attention divides its features into heads")
  func heads() throws {
    let kind = MultiheadAttention.self
    #expect(try OperatorProbe(kind, ["num_heads": 2], on: ["N", "L", 8]).shape == "[N, L, 8]")
    #expect(try OperatorProbe(kind, ["num_heads": 3], on: ["N", "L", 8]).codes == ["head-count"])
    #expect(try OperatorProbe(kind, ["num_heads": 2], on: ["N", 8]).codes == ["wrong-rank"])
    #expect(try OperatorProbe(kind, ["num_heads": 2], on: ["N", "L", 8], ["N", 3, 8]).codes == ["attention-inputs"])
    let stated: [String: AttributeLiteral] = ["num_heads": 2, "embed_dim": 6]
    #expect(try OperatorProbe(kind, stated, on: ["N", "L", 8]).codes == ["channel-mismatch"])
    let names = MultiheadAttention().parameters(for: [TensorType(["N", "L", 8])]).map(\.name)
    #expect(names == ["in_proj_weight", "in_proj_bias", "out_proj.weight", "out_proj.bias"])
    // Projections of 3 * 5 rows of 8, and 2 products of 5 x 5 x 8 for each sample.
    let counts = MultiheadAttention().multiplyAccumulates(inputs: [[3, 5, 8]], outputs: [[3, 5, 8]])
    #expect(counts == .known(3 * 5 * 8 * 8 * 4 + 3 * 2 * 5 * 5 * 8))
  }

  @Test("the first query of causal attention sees the first value alone")
  func causal() throws {
    var run = try OperatorRun(ScaledDotProductAttention.self, ["is_causal": true], on: [3, 2], [3, 2], [3, 1])
    run.inputs[2] = Tensor([4, 5, 6], sizes: [3, 1])
    #expect(try run().output[0] == 4)
  }

  @Test("long rows are the same at every level")
  func levels() throws {
    try OperatorRun(ScaledDotProductAttention.self, ["is_causal": true], on: [2, 37, 9], [2, 41, 9], [2, 41, 5])
      .expectEqualLevels()
    try OperatorRun(MultiheadAttention.self, ["num_heads": 3], on: [2, 19, 12]).expectEqualLevels()
  }
}
