import Graph
import Operators
import Tensors
import Testing

@Suite("Losses") struct LossTests {
  private func entropy(
    _ scores: Shape, _ target: Shape, _ dtype: DType = .int64, _ attributes: [String: AttributeLiteral] = [:]
  ) throws -> OperatorProbe {
    try OperatorProbe(CrossEntropy.self, attributes, on: [TensorType(scores), TensorType(target, dtype)])
  }

  @Test("a loss is one number unless nothing is reduced")
  func shapes() throws {
    #expect(try entropy(["N", 10], ["N"]).shape == "[]")
    #expect(try entropy(["N", 10, 4, 4], ["N", 4, 4], .int64, ["reduction": "none"]).shape == "[N, 4, 4]")
    #expect(try entropy(["N", 10, 4], ["N", 10, 4], .float32).codes.isEmpty)
    #expect(try OperatorProbe(MSE.self, on: ["N", 3], ["N", 3]).shape == "[]")
    #expect(try OperatorProbe(MSE.self, ["reduction": "none"], on: ["N", 3], ["N", 3]).shape == "[N, 3]")
  }

  @Test("targets must fit the scores")
  func targets() throws {
    #expect(try entropy(["N", 10], ["N", 1]).codes == ["target-shape"])
    #expect(try entropy(["N", 10], ["N", 9], .float32).codes == ["target-shape"])
    #expect(try entropy(["N", 10], ["N"], .uint8).codes == ["wrong-type"])
    #expect(try entropy(["N"], ["N"]).codes == ["wrong-rank"])
    #expect(try OperatorProbe(MSE.self, on: ["N", 3], ["N", 1]).codes == ["unequal-shapes"])
    #expect(CrossEntropy().targetType(for: TensorType(["N", 10, 4])) == TensorType(["N", 4], .int64))
    #expect(MSE().targetType(for: TensorType(["N", 10])) == TensorType(["N", 10]))
  }

  private func run(_ attributes: [String: AttributeLiteral] = [:], classes: [Int64]) throws -> OperatorRun.Result {
    var run = try OperatorRun(CrossEntropy.self, attributes, on: [2, 2])
    run.inputs = [Tensor([0, 0, 1, 1], sizes: [2, 2]), Tensor(indices: classes, sizes: [2])]
    return try run(upstream: [1])
  }

  @Test("equal scores cost the logarithm of the number of classes")
  func value() throws {
    let result = try run(classes: [0, 1])
    #expect(abs(result.output[0] - 0.693_147_2) < 1e-6)
    #expect(zip(result.gradients[0], [-0.25, 0.25, 0.25, -0.25]).allSatisfy { abs($0 - $1) < 1e-6 })
  }

  @Test("ignored positions do not count; when all are ignored the mean is of nothing")
  func ignored() throws {
    #expect(abs(try run(classes: [0, -100]).output[0] - 0.693_147_2) < 1e-6)
    #expect(try run(classes: [-100, -100]).output[0].isNaN)
    #expect(try run(["reduction": "sum"], classes: [-100, -100]).output[0] == 0)
  }

  @Test("a class that does not exist makes the loss NaN and reads nothing")
  func invalid() throws {
    for index: Int64 in [2, -1, .max, .min] {
      let result = try run(classes: [0, index])
      #expect(result.output[0].isNaN)
      #expect(result.gradients[0][2...] == [0, 0])
    }
  }
}
