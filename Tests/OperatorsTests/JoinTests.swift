import Diagnostics
import Graph
import Operators
import Tensors
import Testing

@Suite("add, mul, maximum and concat") struct JoinTests {
  @Test("equal shapes join, whatever they hold")
  func equal() throws {
    for type in [Add.self, Mul.self, Maximum.self] as [any Operator.Type] {
      let probe = try OperatorProbe(type, on: ["N", 3, "H", 4], ["N", 3, "H", 4], ["N", 3, "H", 4])
      #expect(probe.shape == "[N, 3, H, 4]")
      #expect(probe.codes.isEmpty)
    }
  }

  @Test("unequal sizes are one error that names both sides and every axis")
  func unequal() throws {
    let probe = try OperatorProbe(Add.self, on: ["N", 64, 56, 56], ["N", 128, 28, 28])
    #expect(probe.codes == ["unequal-shapes"])
    #expect(probe.shape == "[N, ?, ?, ?]")
    #expect(
      probe.violations[0].message
        == "the inputs of 'add' must have equal shapes: [N, 64, 56, 56] and [N, 128, 28, 28] differ in"
        + " axis 1 (64 and 128), axis 2 (56 and 28), axis 3 (56 and 28)")
    #expect(probe.violations[0].remarks.map(\.subject) == [.input(0), .input(1)])
    #expect(try OperatorProbe(Add.self, on: ["N", 64, 8], ["N", 64]).codes == ["unequal-shapes"])
  }

  @Test("an axis of 1 is repeated and reported, but not by maximum")
  func broadcast() throws {
    let probe = try OperatorProbe(Mul.self, on: ["N", 16, "H", "W"], ["N", 16, 1, 1])
    #expect(probe.shape == "[N, 16, H, W]")
    #expect(probe.codes == ["broadcast"])
    #expect(probe.violations[0].code.severity == .note)
    #expect(try OperatorProbe(Maximum.self, on: [2, 16, 8], [2, 16, 1]).codes == ["unequal-shapes"])
    let (many, ones) = (Shape(Array(repeating: 2, count: 9)), Shape([2, 1, 2, 1, 2, 1, 2, 1, 2]))
    #expect(try OperatorProbe(Add.self, on: many, ones).codes == ["wrong-rank"])
    #expect(try OperatorProbe(Add.self, on: many, many).codes.isEmpty)
  }

  @Test("sizes with symbols clash only when they can never be equal")
  func symbols() throws {
    let h = Dimension.symbol("H")
    #expect(try OperatorProbe(Add.self, on: ["N", 3, h], ["N", 3, h + 1]).codes == ["unequal-shapes"])
    #expect(try OperatorProbe(Add.self, on: ["N", 3, h], ["N", 3, h.floorDivided(by: 2) * 2]).codes.isEmpty)
    #expect(try OperatorProbe(Add.self, on: ["N", 3, h], ["N", 3, 8]).shape == "[N, 3, 8]")
  }

  @Test("nothing is said about what is not known")
  func unknown() throws {
    let probe = try OperatorProbe(Add.self, on: [TensorType(["N", .unknown, 8]), TensorType(["N", 4, 8]), .unknown])
    #expect(probe.codes.isEmpty)
    #expect(probe.shape == "[N, 4, 8]")
    #expect(try OperatorProbe(Concat.self, on: [TensorType(["N", 3, 8]), .unknown]).shape == "[N, ?, 8]")
  }

  @Test("concat adds one axis and needs the others equal")
  func concat() throws {
    #expect(try OperatorProbe(Concat.self, on: ["N", 3, 8, 8], ["N", 5, 8, 8]).shape == "[N, 8, 8, 8]")
    #expect(try OperatorProbe(Concat.self, ["axis": -1], on: ["N", 3, "H"], ["N", 3, 2]).shape == "[N, 3, H + 2]")
    let clash = try OperatorProbe(Concat.self, on: ["N", 3, 8, 8], ["N", 5, 4, 8])
    #expect(clash.codes == ["unequal-shapes"])
    #expect(clash.shape == "[N, 8, ?, 8]")
    #expect(try OperatorProbe(Concat.self, ["axis": 4], on: ["N", 3, 8, 8], ["N", 5, 8, 8]).codes == ["no-such-axis"])
    #expect(try OperatorProbe(Concat.self, on: ["N", 3, 8], ["N", 5]).codes == ["unequal-shapes"])
  }

  @Test("equal elements of maximum share the gradient")
  func ties() throws {
    var run = try OperatorRun(Maximum.self, on: [1, 3], [1, 3])
    run.inputs = [Tensor([1, 2, 3], sizes: [1, 3]), Tensor([1, 3, 2], sizes: [1, 3])]
    #expect(try run(upstream: [1, 1, 1]).gradients == [[0.5, 0, 1], [0.5, 1, 0]])
  }
}
