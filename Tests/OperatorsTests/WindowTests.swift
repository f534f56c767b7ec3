import Diagnostics
import Graph
import Operators
import Tensors
import Testing

@Suite("windows") struct WindowTests {
  private func convolve(_ attributes: [String: AttributeLiteral], on shape: Shape) throws -> OperatorProbe {
    try OperatorProbe(
      Conv<2>.self, ["out_channels": 1].merging(attributes) { $1 }, on: shape)
  }

  @Test("the facts of the catalogue hold as shapes")
  func facts() throws {
    #expect(try convolve(["kernel_size": 3, "padding": 1], on: [1, 1, 8, 8]).shape == "[1, 1, 8, 8]")
    #expect(try convolve(["kernel_size": [5, 3], "padding": [2, 1]], on: [1, 1, 8, 8]).shape == "[1, 1, 8, 8]")
    let halved: [String: AttributeLiteral] = ["kernel_size": 3, "stride": 2, "padding": 1]
    #expect(try convolve(halved, on: [1, 1, 8, 8]).codes == ["padding-slack"])
    let floored = try convolve(halved.merging(["rounding": "floor"]) { $1 }, on: [1, 1, 8, 8])
    #expect(floored.shape == "[1, 1, 4, 4]" && floored.codes.isEmpty)
    let uneven: [String: AttributeLiteral] = ["kernel_size": [3, 5], "padding": [0, 1], "stride": [3, 4]]
    #expect(try convolve(uneven, on: [1, 1, 8, 8]).codes == ["pixel-loss", "padding-slack"])
    let lossy = try convolve(uneven.merging(["rounding": "floor"]) { $1 }, on: [1, 1, 8, 8])
    #expect(lossy.shape == "[1, 1, 2, 2]" && lossy.codes == ["pixels-never-read"])
    let exact = try convolve(["kernel_size": 3, "stride": 2], on: [1, 1, 7, 7])
    #expect(exact.shape == "[1, 1, 3, 3]" && exact.codes.isEmpty)
    #expect(try convolve(["kernel_size": 3], on: [1, 1, 4, 4]).shape == "[1, 1, 2, 2]")
  }

  @Test("lost pixels are counted, with the nearest exact sizes and repairs")
  func pixelLoss() throws {
    let violation = try #require(
      try convolve(["kernel_size": 3, "stride": 2], on: ["N", 3, 8, 7]).violations.first)
    #expect(
      violation.message
        == "'stride' must bring the windows to the end of the input exactly: the last 1 of 8 rows is never read")
    #expect(violation.subject == .attribute("stride"))
    #expect(violation.remarks == [.init(.input(0), "produces [N, 3, 8, 7]")])
    #expect(violation.notes == ["H: 8 + 0 + 0 - 3 = 5 = 2 * 2 + 1"])
    #expect(violation.help == ["the nearest exact sizes of H are 7 and 9"])
    let assignments = violation.repairs.map { "\($0.assignments[0].attribute): \($0.assignments[0].value)" }
    #expect(assignments == ["padding: [[0, 1], [0, 0]]", "rounding: floor"])
    #expect(violation.repairs.allSatisfy { $0.safety == .unsafe })
    let two = try convolve(["kernel_size": 2, "stride": 4], on: [1, 1, 9, 12]).violations
    #expect(two.count == 1)
    #expect(two[0].message.hasSuffix("the last 3 of 9 rows and the last 2 of 12 columns are never read"))
  }

  @Test("padding that nothing reads is trimmed by a safe repair that makes the layer exact")
  func paddingSlack() throws {
    let attributes: [String: AttributeLiteral] = ["kernel_size": 3, "stride": 2, "padding": [1, 2]]
    let violation = try #require(try convolve(attributes, on: [1, 1, 8, 8]).violations.first)
    #expect(violation.code == .paddingSlack)
    let repair = try #require(violation.repairs.first)
    #expect(repair.safety == .safe)
    #expect(repair.assignments[0].value == [[1, 0], [2, 1]])
    let mended = try convolve(attributes.merging(["padding": repair.assignments[0].value]) { $1 }, on: [1, 1, 8, 8])
    #expect(mended.codes.isEmpty)
    let floored = try convolve(attributes.merging(["rounding": "floor"]) { $1 }, on: [1, 1, 8, 8])
    #expect(mended.shape == floored.shape)
  }

  @Test("a stride beyond the window is a note, the same loss within it a warning")
  func skips() throws {
    let skip = try convolve(["kernel_size": 1, "stride": 2, "rounding": "floor"], on: [1, 1, 8, 8])
    #expect(skip.violations.map(\.code) == [.stridedSkip])
    #expect(skip.violations[0].code.severity == .note)
    let loss = try convolve(["kernel_size": 2, "stride": 2, "rounding": "floor"], on: [1, 1, 7, 8])
    #expect(loss.violations.map(\.code) == [.pixelsNeverRead])
  }

  @Test("same padding gives ceil(in / stride), the odd cell at the end, also with dilation")
  func same() throws {
    for (size, stride, output) in [(8, 1, 8), (8, 2, 4), (7, 2, 4), (9, 4, 3), (5, 3, 2)] {
      let attributes: [String: AttributeLiteral] = [
        "kernel_size": 3, "dilation": 2, "stride": .int(stride), "padding": "same",
      ]
      let probe = try convolve(attributes, on: [1, 1, .known(size), 8])
      #expect(probe.shapes[0]?[2] == .known(output) && probe.codes.isEmpty)
    }
    let window = Window<1>(kernelSize: PerAxis(4), stride: PerAxis(2), padding: .same)
    #expect(window.axes(for: [8]) == [AxisWindow(kernelSize: 4, stride: 2, padBegin: 1, padEnd: 1)])
    #expect(window.axes(for: [7]) == [AxisWindow(kernelSize: 4, stride: 2, padBegin: 1, padEnd: 2)])
    #expect(
      try convolve(["kernel_size": 3, "stride": 2, "padding": "same"], on: [1, 1, "H", 8]).shape
        == "[1, 1, ((H + 1)//2), 4]")
  }

  @Test("causal padding is all before the first step, with a stride too")
  func causal() throws {
    let attributes: [String: AttributeLiteral] = [
      "out_channels": 1, "kernel_size": 3, "dilation": 4, "padding": "causal",
    ]
    let probe = try OperatorProbe(Conv<1>.self, attributes, on: [1, 1, 10])
    #expect(probe.shape == "[1, 1, 10]" && probe.codes.isEmpty)
    let strided = try OperatorProbe(Conv<1>.self, attributes.merging(["stride": 3]) { $1 }, on: [1, 1, 10])
    #expect(strided.shape == "[1, 1, 4]" && strided.codes.isEmpty)
    #expect(rule(Conv<2>.self, "padding", "causal") != nil)
  }

  @Test("rounding up counts only windows that start inside the input or its begin padding")
  func ceil() throws {
    func size(_ kernel: Int, _ stride: Int, _ padding: AttributeLiteral, on input: Int) throws -> Dimension? {
      let attributes: [String: AttributeLiteral] = [
        "kernel_size": .int(kernel), "stride": .int(stride), "padding": [padding, 0], "rounding": "ceil",
      ]
      return try convolve(attributes, on: [1, 1, .known(input), 64]).shapes[0]?[2]
    }
    #expect(try size(1, 3, 0, on: 5) == 2)
    #expect(try size(2, 2, 0, on: 5) == 3)
    #expect(try size(3, 2, 1, on: 112) == 57)
    #expect(try size(3, 2, 0, on: 2) == 1)
    #expect(try size(2, 3, [0, 1], on: 3) == 1)
  }

  @Test("a window that does not fit is one error, and its output is not known")
  func tooLarge() throws {
    let probe = try convolve(["kernel_size": 3, "dilation": 3], on: [1, 1, 4, 4])
    #expect(probe.codes == ["window-too-large"])
    #expect(probe.shape == "[1, 1, ?, ?]")
  }

  @Test("symbolic sizes keep the formula and demand that the windows fit")
  func symbols() throws {
    let probe = try convolve(["kernel_size": 3, "stride": 2, "padding": 1], on: ["N", 3, "H", "W"])
    #expect(probe.codes.isEmpty)
    #expect(probe.demands.prefix(2) == ["((H + 1)//2) >= 1", "H - 1 = 0 (mod 2)"])
    #expect(probe.shapes[0]?.binding(["N": 1, "H": 224, "W": 9]) == [1, 1, 112, 5])
  }

  @Test("sizes far beyond memory are no trap")
  func hugeSizes() throws {
    let huge = Dimension.known(Int.max)
    let probe = try convolve(["kernel_size": 3, "padding": 1_048_576], on: [1, 1, huge, 8])
    #expect(probe.shapes[0]?[2] == .overflow)
    #expect(rule(Conv<2>.self, "kernel_size", .int(Int.max)) == "must be at most 1048576")
  }

  @Test("values per axis are one integer or a list of exactly as many as axes")
  func perAxis() throws {
    #expect(rule(Conv<2>.self, "kernel_size", [3, 5]) == nil)
    #expect(rule(Conv<2>.self, "kernel_size", [3]) != nil)
    #expect(rule(Conv<2>.self, "kernel_size", [3, 5, 7]) != nil)
    #expect(rule(Conv<2>.self, "kernel_size", 0) == "must be at least 1")
    #expect(rule(Conv<2>.self, "kernel_size", 3.0) != nil)
    #expect(rule(Conv<1>.self, "stride", "2") == "must be one integer")
  }

  @Test("padding is an integer, a list, pairs or a word, and is written back shortest")
  func paddingValues() throws {
    func written(_ literal: AttributeLiteral) throws -> AttributeLiteral {
      try Padding<2>(OperatorProbe.value(literal)).literal
    }
    #expect(try written(2) == 2)
    #expect(try written([1, 1]) == 1)
    #expect(try written([1, 2]) == [1, 2])
    #expect(try written([[1, 1], [2, 2]]) == [1, 2])
    #expect(try written([[1, 0], [2, 2]]) == [[1, 0], [2, 2]])
    #expect(try written("same") == "same")
    for wrong: AttributeLiteral in [
      -1, [1, 2, 3, 4], [[1, 2, 3], [1, 1]], "causal", "sane", nil, 1.5, [[-1, 0], [0, 0]],
    ] {
      #expect(rule(Conv<2>.self, "padding", wrong) != nil, "\(wrong)")
    }
    do throws(AttributeProblem) {
      _ = try Padding<2>(OperatorProbe.value("smae"))
    } catch {
      #expect(error.suggestions == ["same"])
    }
  }
}
