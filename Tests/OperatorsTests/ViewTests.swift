import Graph
import Operators
import Tensors
import Testing

@Suite("flatten, reshape and identity") struct ViewTests {
  @Test("flatten joins axes, symbols included")
  func flatten() throws {
    #expect(try OperatorProbe(Flatten.self, on: ["N", 16, 5, 5]).shape == "[N, 400]")
    #expect(try OperatorProbe(Flatten.self, on: ["N", 16, "H", 5]).shape == "[N, 80*H]")
    #expect(try OperatorProbe(Flatten.self, ["start_dim": 2], on: [2, 3, 4, 5]).shape == "[2, 3, 20]")
    #expect(try OperatorProbe(Flatten.self, ["start_dim": 0, "end_dim": -2], on: [2, 3, 4]).shape == "[6, 4]")
    #expect(try OperatorProbe(Flatten.self, on: ["N", .unknown, 5, 5]).shape == "[N, ?]")
  }

  @Test("axes of flatten must be there, and in order")
  func flattenAxes() throws {
    #expect(try OperatorProbe(Flatten.self, on: ["N"]).codes == ["no-such-axis"])
    let backwards: [String: AttributeLiteral] = ["start_dim": 3, "end_dim": 1]
    #expect(try OperatorProbe(Flatten.self, backwards, on: [2, 3, 4, 5]).codes == ["axes-out-of-order"])
  }

  @Test("reshape infers one size, for every batch")
  func reshape() throws {
    let map: [String: AttributeLiteral] = ["shape": [-1, 16, 7, 7]]
    #expect(try OperatorProbe(Reshape.self, map, on: ["N", 784]).shape == "[N, 16, 7, 7]")
    #expect(try OperatorProbe(Reshape.self, ["shape": [2, -1]], on: [2, 3, 4]).shape == "[2, 12]")
    #expect(try OperatorProbe(Reshape.self, ["shape": [-1, 16, 49]], on: ["N", 16, "H", "W"]).codes.isEmpty)
    #expect(try OperatorProbe(Reshape.self, map, on: [.unknown]).shape == "[?, 16, 7, 7]")
  }

  @Test("reshape keeps every element")
  func reshapeCount() throws {
    for (shape, input) in [
      ([-1, 16, 7, 7], ["N", 783]), ([-1, 5], [2, 3, 4]), ([2, 13], [2, 3, 4]), ([8, 784], ["N", 784]),
    ] as [([AttributeLiteral], Shape)] {
      #expect(try OperatorProbe(Reshape.self, ["shape": .list(shape)], on: input).codes == ["element-count"])
    }
    #expect(rule(Reshape.self, "shape", [-1, -1]) != nil)
    #expect(rule(Reshape.self, "shape", [0, 4]) != nil)
  }

  @Test("views compute nothing, and dropout is one in inference")
  func views() {
    for mode in ExecutionMode.allCases {
      #expect(Flatten().isView(in: mode) && Reshape().isView(in: mode) && Identity().isView(in: mode))
    }
    #expect(Dropout().isView(in: .inference))
    #expect(!Dropout().isView(in: .training))
  }
}
