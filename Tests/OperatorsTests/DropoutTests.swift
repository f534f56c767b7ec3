import Graph
import Operators
import Tensors
import Testing

@Suite("dropout, of elements and of groups") struct DropoutTests {
  private static let elements: [any Operator.Type] = [Dropout.self, AlphaDropout.self]
  private static let all: [any Operator.Type] = elements + [Dropout2d.self, StochasticDepth.self]

  /// A run on ones, or on other values.
  private func run(
    _ type: any Operator.Type, _ attributes: [String: AttributeLiteral], on sizes: [Int],
    values: [Float]? = nil
  ) throws -> OperatorRun {
    var run = try OperatorRun(type, attributes, on: sizes)
    run.inputs = [.init(values ?? Array(repeating: 1, count: sizes.reduce(1, *)), sizes: sizes)]
    return run
  }

  @Test("a share of the elements is dropped, the others grow, and the gradient drops the same")
  func share() throws {
    let count = 100_000
    let result = try run(Dropout.self, ["p": 0.2], on: [1, count])(upstream: Array(repeating: 1, count: count))
    let dropped = result.output.count { $0 == 0 }
    #expect(abs(Double(dropped) / Double(count) - 0.2) < 0.005)
    #expect(result.output.allSatisfy { $0 == 0 || $0 == 1.25 })
    #expect(result.gradients[0] == result.output)
  }

  @Test("runs drop others, threads do not", arguments: all)
  func repetition(_ type: any Operator.Type) throws {
    let run = try run(type, ["p": 0.5], on: [60, 50, 7])
    let first = try run().output
    #expect(try run(threads: 3).output == first)
    #expect(try run().output == first)
    #expect(try run(runs: 2).output != first)
  }

  @Test("0 keeps and 1 drops everything", arguments: all)
  func extremes(_ type: any Operator.Type) throws {
    #expect(try run(type, ["p": 0], on: [2, 50, 3])().output.allSatisfy { $0 == 1 })
    #expect(try run(type, ["p": 1], on: [2, 50, 3])().output.allSatisfy { $0 == 0 })
    #expect(rule(type, "p", 1.1) == "must be from 0.0 to 1.0")
  }

  /// Fails unless groups of a length are dropped as a whole in the right share, and the gradient drops the same.
  private func expectGroups(_ run: OperatorRun, length: Int, p: Double, within: Double) throws {
    let count = run.inputs[0].elementCount
    let result = try run(upstream: Array(repeating: 1, count: count))
    let groups = (0..<count / length).map { Array(result.output[$0 * length..<($0 + 1) * length]) }
    let kept = Float(1 / (1 - p))
    for group in groups { #expect(group.allSatisfy { $0 == group[0] } && [0, kept].contains(group[0])) }
    #expect(abs(Double(groups.count { $0[0] == 0 }) / Double(groups.count) - p) < within)
    #expect(result.gradients[0] == result.output)
  }

  @Test("dropout2d drops channels of samples, with any number of spatial axes")
  func channels() throws {
    try expectGroups(run(Dropout2d.self, ["p": 0.25], on: [100, 200, 3, 5]), length: 15, p: 0.25, within: 0.01)
    try expectGroups(run(Dropout2d.self, ["p": 0.25], on: [50, 40, 7]), length: 7, p: 0.25, within: 0.03)
    try expectGroups(run(Dropout2d.self, ["p": 0.25], on: [50, 40, 2, 1, 2]), length: 4, p: 0.25, within: 0.03)
    #expect(try OperatorProbe(Dropout2d.self, on: [1, 2, 3, 4, 5, 6]).codes == ["wrong-rank"])
  }

  @Test("stochastic_depth drops samples, or all of them together")
  func samples() throws {
    try expectGroups(run(StochasticDepth.self, ["p": 0.2], on: [4000, 3, 2]), length: 6, p: 0.2, within: 0.02)
    let batch = try run(StochasticDepth.self, ["p": 0.5, "mode": "batch"], on: [8, 5])
    for runs in 1...6 {
      let output = try batch(runs: runs).output
      #expect(output.allSatisfy { $0 == output[0] } && [0, 2].contains(output[0]))
    }
    #expect(try Set((1...12).map { try batch(runs: $0).output[0] }) == [0, 2])
    #expect(rule(StochasticDepth.self, "mode", "sample") != nil)
  }

  @Test("long samples are shared by units, and dropped as a whole")
  func longSamples() throws {
    try expectGroups(run(StochasticDepth.self, ["p": 0.5], on: [20, 40_000]), length: 40_000, p: 0.5, within: 0.4)
  }

  @Test("alpha_dropout keeps mean 0 and variance 1, and scales the gradient of what stays")
  func alpha() throws {
    let count = 200_000
    let normal = try OperatorRun(AlphaDropout.self, ["p": 0.3], on: [1, count]).inputs[0].floats
    let mean = normal.reduce(0.0) { $0 + Double($1) } / Double(count)
    let variance = normal.reduce(0.0) { $0 + (Double($1) - mean) * (Double($1) - mean) } / Double(count)
    let values = normal.map { Float((Double($0) - mean) / variance.squareRoot()) }
    let result = try run(AlphaDropout.self, ["p": 0.3], on: [1, count], values: values)(
      upstream: Array(repeating: 1, count: count))
    let newMean = result.output.reduce(0.0) { $0 + Double($1) } / Double(count)
    let newVariance = result.output.reduce(0.0) { $0 + (Double($1) - newMean) * (Double($1) - newMean) } / Double(count)
    #expect(abs(newMean) < 0.01)
    #expect(abs(newVariance - 1) < 0.02)
    let dropped = result.gradients[0].count { $0 == 0 }
    #expect(abs(Double(dropped) / Double(count) - 0.3) < 0.005)
    #expect(Set(result.gradients[0]).count == 2)
  }
}
