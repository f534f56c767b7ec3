import Graph
import KernelInterface
import Operators
import Tensors
import Testing

@Suite("Activations") struct ActivationTests {
  private static let types: [any Operator.Type] = [
    Relu.self, Relu6.self, LeakyRelu.self, Silu.self, Gelu.self, Hardswish.self, Hardsigmoid.self, Sigmoid.self,
    Tanh.self, Softmax.self, LogSoftmax.self,
  ]

  @Test("the shape stays, and elements must be float32")
  func shapes() throws {
    for type in Self.types {
      #expect(try OperatorProbe(type, on: ["N", 3, "H"]).shape == "[N, 3, H]")
      #expect(try OperatorProbe(type, on: [TensorType([2, 3], .int64)]).codes == ["wrong-type"])
      #expect(try OperatorProbe(type, on: [.unknown]).codes.isEmpty)
    }
    #expect(try OperatorProbe(Softmax.self, ["dim": 2], on: ["N", 3]).codes == ["no-such-axis"])
    #expect(try OperatorProbe(Softmax.self, ["dim": -3], on: ["N", 3]).codes == ["no-such-axis"])
    #expect(rule(Gelu.self, "approximate", "Tanh") == "must be one of none, tanh")
  }

  private func values(
    _ type: any Operator.Type, _ attributes: [String: AttributeLiteral] = [:], of inputs: [Float],
    _ level: KernelLevel
  ) throws -> OperatorRun.Result {
    var run = try OperatorRun(type, attributes, on: [1, inputs.count])
    run.inputs = [Tensor(inputs, sizes: [1, inputs.count])]
    return try run(level, upstream: Array(repeating: 1, count: inputs.count))
  }

  @Test("NaN passes through", arguments: [.reference] + OperatorRun.levels)
  func notANumber(level: KernelLevel) throws {
    for type in Self.types {
      #expect(try values(type, of: [.nan, 1], level).output[0].isNaN, "\(type.name)")
    }
  }

  @Test("gradients at corners are PyTorch's", arguments: [.reference] + OperatorRun.levels)
  func corners(level: KernelLevel) throws {
    #expect(try values(Relu.self, of: [-1, 0, 1], level).gradients[0] == [0, 0, 1])
    #expect(try values(Relu6.self, of: [0, 3, 6], level).gradients[0] == [0, 1, 0])
    #expect(try values(LeakyRelu.self, ["negative_slope": 0.5], of: [-1, 0, 1], level).gradients[0] == [0.5, 0.5, 1])
    #expect(try values(Hardswish.self, of: [-3, 0, 3], level).gradients[0] == [0, 0.5, 1])
    #expect(try values(Hardsigmoid.self, of: [-3, 0, 3], level).gradients[0] == [0, 1 / 6, 0])
  }

  @Test("functions end where numbers do", arguments: [.reference] + OperatorRun.levels)
  func ends(level: KernelLevel) throws {
    for type in [Silu.self, Gelu.self] as [any Operator.Type] {
      let found = try values(type, of: [-1e38, -.infinity, 1e38, .infinity], level).output
      #expect(found[0] == 0 && found[1].isNaN && found[2] == 1e38 && found[3] == .infinity, "\(type.name): \(found)")
    }
  }

  @Test("functions stay accurate over the whole range", arguments: OperatorRun.levels)
  func accuracy(level: KernelLevel) throws {
    let inputs = stride(from: Float(-110), through: 110, by: 0.0173).map { $0 } + [-1e-30, 1e-30, 0, -1e-3, 1e-3]
    for (type, attributes) in [
      (Sigmoid.self, [:]), (Tanh.self, [:]), (Silu.self, [:]), (Gelu.self, [:]), (Gelu.self, ["approximate": "tanh"]),
    ] as [(any Operator.Type, [String: AttributeLiteral])] {
      let expected = try values(type, attributes, of: inputs, .reference).output
      let found = try values(type, attributes, of: inputs, level).output
      for (x, pair) in zip(inputs, zip(found, expected)) {
        let error = (pair.0 - pair.1).magnitude
        #expect(error <= 6e-7 * pair.1.magnitude + 1e-8 * abs(x), "\(type.name)(\(x)) = \(pair.0), not \(pair.1)")
      }
    }
  }

  @Test("softmax neither overflows nor divides by zero", arguments: [.reference] + OperatorRun.levels)
  func extremes(level: KernelLevel) throws {
    #expect(try values(Softmax.self, of: [1e4, 0, -1e4], level).output == [1, 0, 0])
    #expect(try values(LogSoftmax.self, of: [1e4, 0, -1e4], level).output == [0, -1e4, -2e4])
    #expect(try values(Softmax.self, of: [-.infinity, 0], level).output == [0, 1])
    #expect(try values(Softmax.self, of: [-.infinity, -.infinity], level).output.allSatisfy(\.isNaN))
  }
}
