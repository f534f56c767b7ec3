import Diagnostics
import Testing

@Suite struct SuggestionTests {
  @Test("a misspelt name finds what was meant, nearest first")
  func nearest() {
    #expect(Suggestion.nearest(to: "rleu", among: ["relu", "gelu", "conv2d"]) == ["relu"])
    #expect(Suggestion.nearest(to: "CONV2D", among: ["conv1d", "conv2d"]) == ["conv2d"])
    #expect(Suggestion.nearest(to: "kernelsize", among: ["stride", "kernel_size"]) == ["kernel_size"])
    #expect(Suggestion.nearest(to: "transformer", among: ["conv2d"]).isEmpty)
  }

  @Test(
    "the edit distance counts a swap of neighbours as one and stops at its limit",
    arguments: [
      ("relu", "relu", 0), ("rleu", "relu", 1), ("", "abc", 3), ("kitten", "sitting", 3), ("abcdef", "uvwxyz", 5),
    ])
  func distance(_ a: String, _ b: String, _ expected: Int) {
    #expect(Suggestion.editDistance(a, b, limit: 4) == expected)
  }
}
