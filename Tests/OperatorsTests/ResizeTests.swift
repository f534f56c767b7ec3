import Graph
import Operators
import Tensors
import Testing

@Suite("pad and upsample") struct ResizeTests {
  @Test("pad takes one number, one for each axis, or pairs in axis order")
  func padShapes() throws {
    #expect(try OperatorProbe(Pad.self, ["padding": 2], on: ["N", 3, 4, "W"]).shape == "[N, 3, 8, W + 4]")
    #expect(try OperatorProbe(Pad.self, ["padding": [1, 0]], on: ["N", 3, 4, 5]).shape == "[N, 3, 6, 5]")
    #expect(try OperatorProbe(Pad.self, ["padding": [[0, 2], [3, 1]]], on: ["N", 3, 4, 5]).shape == "[N, 3, 6, 9]")
    #expect(try OperatorProbe(Pad.self, ["padding": [1, 1, 1]], on: ["N", 3, 4, 5]).codes == ["axis-count"])
    #expect(try OperatorProbe(Pad.self, ["padding": 1], on: ["N", 3]).codes == ["wrong-rank"])
    #expect(rule(Pad.self, "padding", -1) == "must be at least 0")
    #expect(rule(Pad.self, "padding", [[1, 2, 3]]) != nil)
    #expect(rule(Pad.self, "mode", "zeros") != nil)
  }

  @Test("mirrored and circular padding cannot be wider than the input")
  func padLimits() throws {
    let reflect: [String: AttributeLiteral] = ["padding": 4, "mode": "reflect"]
    let probe = try OperatorProbe(Pad.self, reflect, on: ["N", 3, 4, 9])
    #expect(probe.codes == ["padding-beyond-input"])
    #expect(probe.shape == "[N, 3, ?, 17]")
    #expect(try OperatorProbe(Pad.self, ["padding": 4, "mode": "circular"], on: ["N", 3, 4, 9]).codes.isEmpty)
    #expect(try OperatorProbe(Pad.self, ["padding": 9, "mode": "replicate"], on: ["N", 3, 1, 9]).codes.isEmpty)
    #expect(try OperatorProbe(Pad.self, reflect, on: ["N", 3, "H", "W"]).codes.isEmpty)
  }

  @Test("upsample takes a size or a factor")
  func upsampleShapes() throws {
    #expect(try OperatorProbe(Upsample.self, ["scale_factor": 2], on: ["N", 3, "H", 5]).shape == "[N, 3, 2*H, 10]")
    let half = try OperatorProbe(Upsample.self, ["scale_factor": 1.5], on: ["N", 3, "H", 5])
    #expect(half.shape == "[N, 3, H + (H//2), 7]")
    #expect(try OperatorProbe(Upsample.self, ["scale_factor": [3, 0.5]], on: ["N", 3, 4, 6]).shape == "[N, 3, 12, 3]")
    #expect(
      try OperatorProbe(Upsample.self, ["scale_factor": 0.1], on: ["N", 3, "H", 50]).shape == "[N, 3, (H//10), 5]")
    #expect(try OperatorProbe(Upsample.self, ["scale_factor": 0.3333], on: ["N", 3, "H", 9]).shape == "[N, 3, ?, 2]")
    #expect(try OperatorProbe(Upsample.self, ["size": [7, 9]], on: ["N", 3, "H", "W"]).shape == "[N, 3, 7, 9]")
    #expect(try OperatorProbe(Upsample.self, on: ["N", 3, 4, 4]).codes == ["size-or-scale"])
    let both: [String: AttributeLiteral] = ["size": 4, "scale_factor": 2]
    #expect(try OperatorProbe(Upsample.self, both, on: ["N", 3, 4]).codes == ["size-or-scale"])
    #expect(try OperatorProbe(Upsample.self, ["scale_factor": 0.25], on: ["N", 3, 8, 2]).codes == ["empty-upsample"])
    #expect(try OperatorProbe(Upsample.self, ["size": [4, 4]], on: ["N", 3, 4]).codes == ["axis-count"])
    #expect(rule(Upsample.self, "scale_factor", 0) != nil)
  }

  @Test("upsample takes the size of another layer, symbols included")
  func upsampleLike() throws {
    let like: [String: AttributeLiteral] = ["like": "skip", "mode": "bilinear"]
    let probe = try OperatorProbe(Upsample.self, like, on: ["N", 3, "H", 5], ["N", 8, "S", "W"])
    #expect(probe.shape == "[N, 3, S, W]" && probe.codes.isEmpty)
    let both = like.merging(["size": 4]) { $1 }
    #expect(try OperatorProbe(Upsample.self, both, on: ["N", 3, 4, 4], ["N", 8, 9, 9]).codes == ["size-or-scale"])
    #expect(try OperatorProbe(Upsample.self, like, on: ["N", 3, 4, 4], ["N", 8]).codes == ["unequal-shapes"])
    #expect(OperatorRegistry.find("interpolate") is Upsample.Type)
  }

  @Test("a linear mode belongs to a number of axes, and corners to a linear mode")
  func upsampleModes() throws {
    let linear: [String: AttributeLiteral] = ["scale_factor": 2, "mode": "linear"]
    #expect(try OperatorProbe(Upsample.self, linear, on: ["N", 3, 4]).codes.isEmpty)
    let probe = try OperatorProbe(Upsample.self, linear, on: ["N", 3, 4, 4])
    #expect(probe.codes == ["mode-rank"])
    #expect(probe.violations[0].repairs[0].assignments[0].value == .string("bilinear"))
    let corners: [String: AttributeLiteral] = ["scale_factor": 2, "align_corners": true]
    #expect(try OperatorProbe(Upsample.self, corners, on: ["N", 3, 4, 4]).codes == ["aligned-nearest"])
    let cubic: [String: AttributeLiteral] = ["scale_factor": 2, "mode": "bicubic", "antialias": true]
    #expect(try OperatorProbe(Upsample.self, cubic, on: ["N", 3, 4, 4]).codes.isEmpty)
    #expect(try OperatorProbe(Upsample.self, cubic, on: ["N", 3, 4]).codes == ["mode-rank"])
    let filtered: [String: AttributeLiteral] = ["scale_factor": 2, "antialias": true]
    #expect(try OperatorProbe(Upsample.self, filtered, on: ["N", 3, 4, 4]).codes == ["aligned-nearest"])
    let recomputed: [String: AttributeLiteral] = ["size": 4, "recompute_scale_factor": true]
    #expect(try OperatorProbe(Upsample.self, recomputed, on: ["N", 3, 4, 4]).codes == ["size-or-scale"])
  }

  @Test("linear interpolation reads between half pixels, or between corners")
  func upsampleValues() throws {
    var run = try OperatorRun(Upsample.self, ["scale_factor": 2, "mode": "linear"], on: [1, 1, 2])
    run.inputs = [Tensor([0, 4], sizes: [1, 1, 2])]
    #expect(try run().output == [0, 1, 3, 4])
    let corners: [String: AttributeLiteral] = ["size": 5, "mode": "linear", "align_corners": true]
    run = try OperatorRun(Upsample.self, corners, on: [1, 1, 2])
    run.inputs = [Tensor([0, 4], sizes: [1, 1, 2])]
    #expect(try run().output == [0, 1, 2, 3, 4])
  }
}
