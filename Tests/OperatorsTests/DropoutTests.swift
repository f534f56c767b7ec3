import Graph
import Operators
import Tensors
import Testing

@Suite("dropout") struct DropoutTests {
  private func run(_ p: AttributeLiteral, _ count: Int) throws -> OperatorRun {
    var run = try OperatorRun(Dropout.self, ["p": p], on: [1, count])
    run.inputs = [.init(Array(repeating: 1, count: count), sizes: [1, count])]
    return run
  }

  @Test("a share of the elements is dropped, the others grow, and the gradient drops the same")
  func share() throws {
    let count = 100_000
    let result = try run(0.2, count)(upstream: Array(repeating: 1, count: count))
    let dropped = result.output.count { $0 == 0 }
    #expect(abs(Double(dropped) / Double(count) - 0.2) < 0.005)
    #expect(result.output.allSatisfy { $0 == 0 || $0 == 1.25 })
    #expect(result.gradients[0] == result.output)
  }

  @Test("runs drop others, threads do not")
  func repetition() throws {
    let run = try run(0.5, 20_000)
    let first = try run().output
    #expect(try run(threads: 3).output == first)
    #expect(try run().output == first)
    #expect(try run(runs: 2).output != first)
  }

  @Test("0 keeps and 1 drops everything")
  func extremes() throws {
    #expect(try run(0, 100)().output.allSatisfy { $0 == 1 })
    #expect(try run(1, 100)().output.allSatisfy { $0 == 0 })
    #expect(rule(Dropout.self, "p", 1.1) == "must be from 0.0 to 1.0")
  }
}
