import Graph
import Operators
import Tensors
import Testing

@Suite("avg_pool and its relatives") struct AvgPoolTests {
  private func ones(_ sizes: [Int]) -> Tensor {
    Tensor(Array(repeating: 1, count: sizes.reduce(1, *)), sizes: sizes)
  }

  @Test("padding counts unless it is told not to, and cells behind it never do")
  func divisor() throws {
    let padded: [String: AttributeLiteral] = ["kernel_size": 3, "stride": 2, "padding": 1, "ceil_mode": true]
    var run = try OperatorRun(AvgPool<1>.self, padded, on: [1, 1, 4])
    run.inputs = [ones([1, 1, 4])]
    #expect(try run().output == [2 / 3, 1, 0.5])
    run = try OperatorRun(AvgPool<1>.self, padded.merging(["count_include_pad": false]) { $1 }, on: [1, 1, 4])
    run.inputs = [ones([1, 1, 4])]
    #expect(try run().output == [1, 1, 1])
    run = try OperatorRun(AvgPool<1>.self, padded.merging(["divisor_override": 2]) { $1 }, on: [1, 1, 4])
    run.inputs = [ones([1, 1, 4])]
    #expect(try run().output == [1, 1.5, 0.5])
  }

  @Test("avg_pool has the sizes of max_pool and no dilation")
  func shapes() throws {
    #expect(try OperatorProbe(AvgPool<2>.self, ["kernel_size": 2], on: ["N", 3, 8, "W"]).shape == "[N, 3, 4, (W//2)]")
    #expect(try OperatorProbe(AvgPool<2>.self, ["kernel_size": 2], on: [1, 1, 4, 5]).codes == ["pixel-loss"])
    #expect(AvgPool<2>.attributes.allSatisfy { $0.description.name != "dilation" })
    #expect(rule(AvgPool<2>.self, "divisor_override", 0) == "must be at least 1")
    #expect(rule(AvgPool<2>.self, "divisor_override", nil) == nil)
  }

  @Test("an adaptive pool's size is known even when its input's is not, and null keeps an axis")
  func adaptiveShapes() throws {
    let type = AdaptiveAvgPool<2>.self
    #expect(try OperatorProbe(type, ["output_size": 7], on: ["N", 3, "H", "W"]).shape == "[N, 3, 7, 7]")
    #expect(try OperatorProbe(type, ["output_size": [nil, 3]], on: ["N", 3, "H", "W"]).shape == "[N, 3, H, 3]")
    #expect(try OperatorProbe(type, ["output_size": nil], on: ["N", 3, 5, 6]).shape == "[N, 3, 5, 6]")
    #expect(try OperatorProbe(type, ["output_size": 1], on: ["N", 3, 5]).codes == ["wrong-rank"])
    #expect(rule(type, "output_size", [1, 2, 3]) != nil)
    #expect(rule(type, "output_size", 0) != nil)
  }

  @Test("adaptive windows reach from the floor to the ceiling of even parts")
  func adaptiveValues() throws {
    var run = try OperatorRun(AdaptiveAvgPool<1>.self, ["output_size": 3], on: [1, 1, 5])
    run.inputs = [Tensor([0, 1, 2, 3, 4], sizes: [1, 1, 5])]
    #expect(try run().output == [0.5, 2, 3.5])
  }

  @Test("a global pool keeps its axes with size 1")
  func globalShapes() throws {
    #expect(try OperatorProbe(GlobalAvgPool.self, on: ["N", 16, "H", "W"]).shape == "[N, 16, 1, 1]")
    #expect(try OperatorProbe(GlobalAvgPool.self, on: ["N", 16, 9]).shape == "[N, 16, 1]")
    #expect(try OperatorProbe(GlobalAvgPool.self, on: ["N", 16]).codes == ["wrong-rank"])
  }
}
