import Graph
import Operators
import Tensors
import Testing

@Suite("batch_norm") struct BatchNormTests {
  @Test("the parameters are PyTorch's, in its order")
  func parameters() throws {
    let input = TensorType(["N", 16, "H", "W"])
    let all = BatchNorm().parameters(for: [input])
    #expect(all.map(\.name) == ["weight", "bias", "running_mean", "running_var", "num_batches_tracked"])
    #expect(all.map(\.sizes) == [[16], [16], [16], [16], []])
    #expect(all.map(\.role) == [.weight, .weight, .buffer, .buffer, .buffer])
    #expect(all[4].dtype == .int64)
    var operation = BatchNorm()
    operation.affine = false
    operation.trackRunningStats = false
    #expect(operation.parameters(for: [input]).isEmpty)
  }

  @Test("it works on two to five axes and keeps the shape")
  func shapes() throws {
    #expect(try OperatorProbe(BatchNorm.self, on: ["N", 8]).shape == "[N, 8]")
    #expect(try OperatorProbe(BatchNorm.self, on: ["N", 8, "D", "H", "W"]).shape == "[N, 8, D, H, W]")
    #expect(try OperatorProbe(BatchNorm.self, on: [8]).codes == ["wrong-rank"])
    #expect(try OperatorProbe(BatchNorm.self, on: [1, 2, 3, 4, 5, 6]).codes == ["wrong-rank"])
    #expect(try OperatorProbe(BatchNorm.self, on: ["N", .unknown, 4, 4]).codes.isEmpty)
  }

  @Test("a written number of channels is checked, and channels must be a number")
  func channels() throws {
    #expect(try OperatorProbe(BatchNorm.self, ["num_features": 8], on: ["N", 8, 4, 4]).codes.isEmpty)
    #expect(try OperatorProbe(BatchNorm.self, ["num_features": 9], on: ["N", 8, 4, 4]).codes == ["channel-mismatch"])
    #expect(try OperatorProbe(BatchNorm.self, on: ["N", "C", 4, 4]).codes == ["symbolic-channels"])
    #expect(rule(BatchNorm.self, "momentum", nil) == nil)
    #expect(rule(BatchNorm.self, "momentum", 1.5) == "must be from 0 to 1, or null")
    #expect(rule(BatchNorm.self, "eps", 0.0) == "must be above 0")
  }

  private func run(_ attributes: [String: AttributeLiteral] = [:], runs: Int) throws -> OperatorRun.Result {
    var run = try OperatorRun(BatchNorm.self, attributes, on: [2, 1, 2])
    run.inputs = [Tensor([1, 2, 3, 6], sizes: [2, 1, 2])]
    run.parameters = [
      Tensor([2], sizes: [1]), Tensor([10], sizes: [1]), Tensor([0], sizes: [1]), Tensor([1], sizes: [1]),
      Tensor(zeros: [], dtype: .int64),
    ]
    return try run(runs: runs)
  }

  @Test("training normalises with the biased variance and tracks the unbiased one")
  func training() throws {
    let result = try run(runs: 1)
    let deviation = Float(3.5 + 1e-5).squareRoot()
    for (found, x) in zip(result.output, [Float(1), 2, 3, 6]) {
      #expect(abs(found - ((x - 3) / deviation * 2 + 10)) < 1e-5)
    }
    #expect(abs((result.parameters[2]?.floats[0] ?? 0) - 0.3) < 1e-6)
    #expect(abs((result.parameters[3]?.floats[0] ?? 0) - (0.9 + 0.1 * 14 / 3)) < 1e-6)
    #expect(result.parameters[4]?.pointer.load(as: Int64.self) == 1)
  }

  @Test("without momentum all batches count equally")
  func cumulative() throws {
    let result = try run(["momentum": nil], runs: 3)
    #expect(abs((result.parameters[2]?.floats[0] ?? 0) - 3) < 1e-6)
    #expect(abs((result.parameters[3]?.floats[0] ?? 0) - 14 / 3) < 1e-5)
    #expect(result.parameters[4]?.pointer.load(as: Int64.self) == 3)
  }

  @Test("inference leaves the running statistics alone")
  func inference() throws {
    let run = try OperatorRun(BatchNorm.self, on: [2, 3, 4], mode: .inference)
    let before = run.parameters[2].floats
    #expect(try run().parameters[2]?.floats == before)
  }
}
