import Graph
import Operators
import Tensors
import Testing

@Suite("operators that reorder, cut and repeat") struct RearrangingTests {
  @Test("permute and transpose reorder axes, symbols included")
  func reorder() throws {
    #expect(try OperatorProbe(Permute.self, ["dims": [0, 2, -1, 1]], on: ["N", 3, "H", 5]).shape == "[N, H, 5, 3]")
    #expect(try OperatorProbe(Transpose.self, ["dim0": 1, "dim1": -1], on: ["N", 3, "L"]).shape == "[N, L, 3]")
    for dims in [[0, 1], [0, 1, 1], [0, 1, 3]] as [AttributeLiteral] {
      #expect(try OperatorProbe(Permute.self, ["dims": dims], on: ["N", 3, 4]).codes == ["not-a-permutation"])
    }
    let nine = Shape(Array(repeating: 2, count: 9))
    #expect(try OperatorProbe(Transpose.self, ["dim0": 1, "dim1": 2], on: nine).codes == ["wrong-rank"])
  }

  @Test("squeeze removes an axis of size 1, unsqueeze adds one, and both are views")
  func squeeze() throws {
    #expect(try OperatorProbe(Squeeze.self, ["dim": -1], on: ["N", 3, 1]).shape == "[N, 3]")
    #expect(try OperatorProbe(Squeeze.self, ["dim": 0], on: ["N", 3]).codes == ["squeezed-size"])
    #expect(try OperatorProbe(Unsqueeze.self, ["dim": -1], on: ["N", 3]).shape == "[N, 3, 1]")
    #expect(try OperatorProbe(Unsqueeze.self, ["dim": 3], on: ["N", 3]).codes == ["no-such-axis"])
    #expect(Squeeze().isView(in: .training) && Unsqueeze().isView(in: .training))
  }

  @Test("split and chunk make parts of the whole axis")
  func parts() throws {
    let three: [String: AttributeLiteral] = ["split_size_or_sections": 3, "dim": 1]
    let parts = try OperatorProbe(Split.self, three, on: ["N", 7, "L"])
    #expect(parts.shapes.map { $0?.description } == ["[N, 3, L]", "[N, 3, L]", "[N, 1, L]"])
    #expect(try OperatorProbe(Split.self, ["split_size_or_sections": 3], on: ["N", 7]).codes == ["symbolic-split"])
    let sections: [String: AttributeLiteral] = ["split_size_or_sections": [3, 3], "dim": 1]
    #expect(try OperatorProbe(Split.self, sections, on: ["N", 7]).codes == ["split-sizes"])
    let chunks = try OperatorProbe(Chunk.self, ["chunks": 2, "dim": 2], on: ["N", 7, "L"])
    #expect(chunks.shapes.map { $0?.description } == ["[N, 7, ((L + 1)//2)]", "[N, 7, L - ((L + 1)//2)]"])
    #expect(try OperatorProbe(Chunk.self, ["chunks": 4, "dim": 1], on: ["N", 5]).codes == ["split-sizes"])
    #expect(rule(Split.self, "split_size_or_sections", []) != nil)
    #expect(rule(Split.self, "split_size_or_sections", [2, 0]) != nil)
  }

  @Test("slice counts from both ends, and must fit")
  func slice() throws {
    let middle: [String: AttributeLiteral] = ["dim": 2, "start": 1, "end": -1]
    #expect(try OperatorProbe(Slice.self, middle, on: ["N", 3, "H"]).shape == "[N, 3, H - 2]")
    #expect(try OperatorProbe(Slice.self, ["dim": 2, "step": 2], on: ["N", 3, 7]).shape == "[N, 3, 4]")
    #expect(try OperatorProbe(Slice.self, ["dim": 1, "end": 4], on: ["N", 3]).codes == ["slice-range"])
    #expect(try OperatorProbe(Slice.self, ["dim": 1, "start": -4], on: ["N", 3]).codes == ["slice-range"])
    #expect(try OperatorProbe(Slice.self, ["dim": 1, "start": 2, "end": 2], on: ["N", 3]).codes == ["slice-range"])
  }

  @Test("crops leave something, center_crop as much as a layer has")
  func crops() throws {
    let pairs: [String: AttributeLiteral] = ["cropping": [[0, 2], 1]]
    #expect(try OperatorProbe(Crop.self, pairs, on: ["N", 3, "H", 5]).shape == "[N, 3, H - 2, 3]")
    #expect(try OperatorProbe(Crop.self, ["cropping": 2], on: ["N", 3, 4]).codes == ["crop-too-large"])
    let like: [String: AttributeLiteral] = ["like": "skip"]
    #expect(try OperatorProbe(CenterCrop.self, like, on: ["N", 3, "H", 9], ["N", 7, "H", 4]).shape == "[N, 3, H, 4]")
    #expect(try OperatorProbe(CenterCrop.self, like, on: ["N", 3, 9], ["N", 7, 4, 4]).codes == ["unequal-shapes"])
    #expect(try OperatorProbe(CenterCrop.self, ["size": 10], on: ["N", 3, 9]).codes == ["crop-too-large"])
    #expect(try OperatorProbe(CenterCrop.self, on: ["N", 3, 9]).codes == ["size-or-like"])
  }

  @Test("shuffles divide their axes")
  func shuffles() throws {
    #expect(try OperatorProbe(ChannelShuffle.self, ["groups": 4], on: ["N", 6, 3]).codes == ["indivisible-size"])
    let doubled: [String: AttributeLiteral] = ["upscale_factor": 2]
    #expect(try OperatorProbe(PixelShuffle.self, doubled, on: ["N", 8, "H", 3]).shape == "[N, 2, 2*H, 6]")
    #expect(try OperatorProbe(PixelShuffle.self, doubled, on: ["N", 6, 2, 2]).codes == ["indivisible-size"])
    let halves: [String: AttributeLiteral] = ["downscale_factor": 2]
    #expect(try OperatorProbe(PixelUnshuffle.self, halves, on: ["N", 2, "H", 6]).shape == "[N, 8, (H//2), 3]")
    #expect(try OperatorProbe(PixelUnshuffle.self, halves, on: ["N", 2, 5, 6]).codes == ["indivisible-size"])
  }

  @Test("expand repeats axes of size 1")
  func expand() throws {
    #expect(try OperatorProbe(Expand.self, ["sizes": [-1, -1, 5]], on: ["N", 3, 1]).shape == "[N, 3, 5]")
    #expect(try OperatorProbe(Expand.self, ["sizes": [2, 3]], on: [1]).shape == "[2, 3]")
    #expect(try OperatorProbe(Expand.self, ["sizes": [-1, 4, 5]], on: ["N", 3, 1]).codes == ["expanded-size"])
    #expect(try OperatorProbe(Expand.self, ["sizes": [-1, 3]], on: ["N"]).codes == ["expanded-size"])
  }

  @Test("blocks are copied alike at every level, wider than one and with rests")
  func levels() throws {
    try OperatorRun(Permute.self, ["dims": [0, 2, 1]], on: [1, 1029, 7]).expectEqualLevels()
    try OperatorRun(Permute.self, ["dims": [2, 1, 0]], on: [35, 2, 34]).expectEqualLevels()
    try OperatorRun(Slice.self, ["dim": 2, "start": 1, "step": 3], on: [1, 34, 67]).expectEqualLevels()
  }
}
