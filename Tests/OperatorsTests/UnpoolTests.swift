import Graph
import Operators
import Tensors
import Testing

@Suite("max_unpool2d, lp_pool and the maxima of whole planes") struct UnpoolTests {
  private func types(_ values: Shape, _ places: Shape) -> [TensorType] {
    [TensorType(values), TensorType(places, .int64)]
  }

  private func probe(_ attributes: [String: AttributeLiteral], _ shape: Shape) throws -> OperatorProbe {
    try OperatorProbe(MaxUnpool2d.self, attributes, on: types(shape, shape))
  }

  @Test("the size is the usual one, or one less than a stride away")
  func sizes() throws {
    #expect(try probe(["kernel_size": 2], ["N", 3, "H", 4]).shape == "[N, 3, 2*H, 8]")
    #expect(try probe(["kernel_size": 3, "stride": 2, "padding": 1], ["N", 3, 5, 4]).shape == "[N, 3, 9, 7]")
    #expect(try probe(["kernel_size": 2, "output_size": [9, 7]], ["N", 3, 4, 4]).shape == "[N, 3, 9, 7]")
    #expect(try probe(["kernel_size": 2, "output_size": [10, 8]], ["N", 3, 4, 4]).codes == ["unpooled-size"])
    #expect(try probe(["kernel_size": 1, "padding": 1], ["N", 3, 2, 9]).codes == ["empty-transposed-output"])
  }

  @Test("places are int64 in the shape of the values")
  func inputs() throws {
    let shape: Shape = ["N", 3, 4, 4]
    let kernel: [String: AttributeLiteral] = ["kernel_size": 2]
    #expect(try OperatorProbe(MaxUnpool2d.self, kernel, on: shape, shape).codes == ["wrong-type"])
    #expect(try OperatorProbe(MaxUnpool2d.self, kernel, on: types(shape, ["N", 3, 4, 5])).codes == ["unequal-shapes"])
    #expect(try OperatorProbe(MaxUnpool2d.self, kernel, on: types(["N", 3, 4], ["N", 3, 4])).codes == ["wrong-rank"])
  }

  @Test("places outside of the plane are ignored")
  func outside() throws {
    var run = try OperatorRun(MaxUnpool2d.self, ["kernel_size": 2], on: [1, 1, 1, 2], [1, 1, 1, 2])
    run.inputs = [Tensor([5, 7], sizes: [1, 1, 1, 2]), Tensor(indices: [-1, 6], sizes: [1, 1, 1, 2])]
    #expect(try run().output == [0, 0, 0, 0, 0, 0, 7, 0])
    run.inputs[1] = Tensor(indices: [8, .max], sizes: [1, 1, 1, 2])
    let result = try run()
    #expect(result.output.allSatisfy { $0 == 0 })
    #expect(result.gradients == [[0, 0]])
  }

  @Test("the second output of a pool has its shape, as int64")
  func indices() throws {
    let probe = try OperatorProbe(
      MaxPool<2>.self, ["kernel_size": 2, "return_indices": true], on: [TensorType(["N", 3, 8, 8])])
    #expect(probe.shapes.map { $0?.description } == ["[N, 3, 4, 4]", "[N, 3, 4, 4]"])
    #expect(probe.dtypes == [.float32, .int64])
  }

  @Test("every level computes what the plain loops do")
  func levels() throws {
    for size in [1, 4, 33] {
      try OperatorRun(GlobalMaxPool.self, on: [2, 3, 5, size]).expectEqualLevels()
      try OperatorRun(AdaptiveMaxPool<2>.self, ["output_size": [3, 2]], on: [2, 3, 5, size]).expectEqualLevels()
      for norm in [1.0, 2, 4] {
        let attributes: [String: AttributeLiteral] = ["norm_type": .float(norm), "kernel_size": 2, "ceil_mode": true]
        try OperatorRun(LpPool<2>.self, attributes, on: [2, 3, 5, size]).expectEqualLevels()
      }
    }
    #expect(rule(LpPool<1>.self, "norm_type", 0) == "must be above 0")
  }
}
