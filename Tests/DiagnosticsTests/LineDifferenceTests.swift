import Diagnostics
import Testing

/// Differences of lists and texts.
@Suite struct LineDifferenceTests {
  /// The length of the longest common subsequence, by the table.
  private func commonLength(_ a: [Int], _ b: [Int]) -> Int {
    var row = Array(repeating: 0, count: b.count + 1)
    for element in a {
      var diagonal = 0
      for (index, other) in b.enumerated() {
        let above = row[index + 1]
        row[index + 1] = element == other ? diagonal + 1 : max(above, row[index])
        diagonal = above
      }
    }
    return row[b.count]
  }

  @Test("the steps lead from one list to the other, and as many elements stay as can")
  func shortest() {
    var state: UInt64 = 5
    func next(_ bound: UInt64) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % bound)
    }
    for _ in 0..<2000 {
      let a = (0..<next(12)).map { _ in next(4) }
      let b = (0..<next(12)).map { _ in next(4) }
      let steps = LineDifference.steps(from: a, to: b)
      #expect(steps.compactMap { $0.oldIndex } == Array(a.indices))
      #expect(steps.compactMap { $0.newIndex } == Array(b.indices))
      #expect(steps.filter(\.isKept).count == commonLength(a, b), "\(a) \(b)")
      for step in steps {
        if let old = step.oldIndex, let new = step.newIndex { #expect(a[old] == b[new]) }
        #expect(step.oldIndex.map { $0 == step.oldStart } ?? true)
        #expect(step.newIndex.map { $0 == step.newStart } ?? true)
      }
    }
  }

  @Test("lists that have nothing in common are bounded work")
  func bounded() {
    let steps = LineDifference.steps(from: Array(0..<50_000), to: Array(50_000..<100_000))
    #expect(steps.count == 100_000)
  }

  @Test("a difference of texts is that of diff -u")
  func unified() {
    let old = (1...12).map { "\($0)\n" }.joined()
    let new = old.replacing("2\n3\n", with: "2\nx\n").replacing("12\n", with: "12")
    #expect(
      UnifiedDiff.text(from: old, to: new, path: "f")
        == """
        --- f
        +++ f
        @@ -1,6 +1,6 @@
         1
         2
        -3
        +x
         4
         5
         6
        @@ -9,4 +9,4 @@
         9
         10
         11
        -12
        +12
        \\ No newline at end of file

        """)
    #expect(UnifiedDiff.text(from: old, to: old, path: "f") == "")
    #expect(UnifiedDiff.text(from: "", to: "a\n", path: "f") == "--- f\n+++ f\n@@ -0,0 +1 @@\n+a\n")
  }
}
