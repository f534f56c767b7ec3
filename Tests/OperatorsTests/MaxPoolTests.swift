import Graph
import KernelInterface
import Operators
import Tensors
import Testing

@Suite("max_pool") struct MaxPoolTests {
  private func pool(_ attributes: [String: AttributeLiteral], on shape: Shape) throws -> OperatorProbe {
    try OperatorProbe(MaxPool<2>.self, attributes, on: shape)
  }

  @Test("the stride is the kernel size unless it is written")
  func defaultStride() throws {
    #expect(try pool(["kernel_size": 2], on: ["N", 3, 8, 6]).shape == "[N, 3, 4, 3]")
    #expect(try pool(["kernel_size": 2, "stride": 1], on: ["N", 3, 8, 6]).shape == "[N, 3, 7, 5]")
    #expect(try pool(["kernel_size": [2, 3]], on: ["N", 3, 8, 6]).shape == "[N, 3, 4, 2]")
  }

  @Test("an inexact pool is an error that says whether pixels or only padding is left over")
  func exactness() throws {
    #expect(try pool(["kernel_size": 2], on: [1, 1, 4, 5]).codes == ["pixel-loss"])
    let slack: [String: AttributeLiteral] = ["kernel_size": 3, "stride": 2, "padding": 1]
    #expect(try pool(slack, on: [1, 1, 8, 8]).codes == ["padding-slack"])
    #expect(try pool(["kernel_size": 3, "stride": 2], on: [1, 1, 7, 7]).codes.isEmpty)
    let rows: [String: AttributeLiteral] = ["kernel_size": [3, 5], "stride": [3, 4], "padding": [0, 1]]
    #expect(try pool(rows, on: [1, 1, 8, 8]).codes.contains("pixel-loss"))
  }

  @Test("floor and ceil count windows as PyTorch does")
  func rounding() throws {
    let floor: [String: AttributeLiteral] = ["kernel_size": 3, "stride": 2, "padding": 1, "rounding": "floor"]
    #expect(try pool(floor, on: [1, 1, 8, 8]).shape == "[1, 1, 4, 4]")
    #expect(try pool(["kernel_size": 2, "rounding": "floor"], on: [1, 1, 4, 5]).shape == "[1, 1, 2, 2]")
    #expect(try pool(["kernel_size": 2, "ceil_mode": true], on: [1, 1, 4, 5]).shape == "[1, 1, 2, 3]")
    #expect(try pool(["kernel_size": 1, "stride": 3, "ceil_mode": true], on: [1, 1, 5, 5]).shape == "[1, 1, 2, 2]")
  }

  @Test("symbols stay in the sizes")
  func symbols() throws {
    let attributes: [String: AttributeLiteral] = ["kernel_size": 2]
    #expect(try pool(attributes, on: ["N", 3, "H", "W"]).shape == "[N, 3, (H//2), (W//2)]")
    #expect(try pool(attributes, on: ["N", "C", 4, .unknown]).shape == "[N, C, 2, ?]")
  }

  @Test("padding is at most half of the window, and what follows from more is not known")
  func padding() throws {
    let wide = try pool(["kernel_size": 3, "stride": 1, "padding": 2], on: [1, 1, 9, 9])
    #expect(wide.codes == ["pool-padding"])
    #expect(wide.shape == "[1, 1, ?, ?]")
    #expect(try pool(["kernel_size": 3, "stride": 1, "padding": [[1, 0], [0, 1]]], on: [1, 1, 9, 9]).codes.isEmpty)
    let dilated: [String: AttributeLiteral] = ["kernel_size": 3, "stride": 1, "dilation": 2, "padding": 2]
    #expect(try pool(dilated, on: [1, 1, 9, 9]).codes.isEmpty)
  }

  @Test("the number of axes is that of the name")
  func rank() throws {
    #expect(try OperatorProbe(MaxPool<1>.self, ["kernel_size": 2], on: [1, 3, 8]).shape == "[1, 3, 4]")
    #expect(try OperatorProbe(MaxPool<3>.self, ["kernel_size": 2], on: [1, 3, 4, 6, 8]).shape == "[1, 3, 2, 3, 4]")
    #expect(try pool(["kernel_size": 2], on: [1, 3, 8]).codes == ["wrong-rank"])
  }

  @Test("attributes accept what PyTorch accepts")
  func attributes() {
    #expect(rule(MaxPool<2>.self, "kernel_size", 0) == "must be at least 1")
    #expect(rule(MaxPool<2>.self, "kernel_size", [1, 2, 3]) != nil)
    #expect(rule(MaxPool<2>.self, "stride", [2, 1]) == nil)
    #expect(rule(MaxPool<2>.self, "dilation", 0) == "must be at least 1")
    #expect(rule(MaxPool<2>.self, "ceil_mode", "yes") == "must be true or false")
  }

  @Test("0 to 19 as 4 x 5 gives the values at odd places, and with ceil mode the last column too")
  func values() throws {
    let counting = Tensor((0..<20).map(Float.init), sizes: [1, 1, 4, 5])
    var run = try OperatorRun(MaxPool<2>.self, ["kernel_size": 2, "rounding": "floor"], on: [1, 1, 4, 5])
    run.inputs = [counting]
    #expect(try run().output == [6, 8, 16, 18])
    run = try OperatorRun(MaxPool<2>.self, ["kernel_size": 2, "ceil_mode": true], on: [1, 1, 4, 5])
    run.inputs = [counting]
    #expect(try run().output == [6, 8, 9, 16, 18, 19])
  }

  @Test("NaN wins, padding is -inf, and the first of equal values gets the gradient", arguments: OperatorRun.levels)
  func specialValues(level: KernelLevel) throws {
    let attributes: [String: AttributeLiteral] = ["kernel_size": 3, "stride": 2, "padding": 1]
    var run = try OperatorRun(MaxPool<1>.self, attributes, on: [1, 1, 5])
    run.inputs = [Tensor([-3, -3, .nan, -1, -1], sizes: [1, 1, 5])]
    let result = try run(level, upstream: [1, 10, 100])
    #expect(result.output[0] == -3)
    #expect(result.output[1].isNaN)
    #expect(result.output[2] == -1)
    #expect(result.gradients[0] == [1, 0, 10, 100, 0])
  }
}
