import Testing

@testable import Execution

@Suite("Where threads meet")
struct FootprintTests {
  /// Regions in pages of an imaginary memory.
  private func region(_ page: Int, count: Int = 1) -> Footprint.Region {
    Footprint.Region(
      start: UnsafeMutableRawPointer(bitPattern: (page + 1) * 4096).unsafelyUnwrapped, byteCount: count * 4096)
  }

  private func step(
    reads: [Int], writes: [Int], workspace: Int = 100, stride: Int = 0, isSerial: Bool = false
  ) -> Footprint {
    Footprint(
      isSerial: isSerial, reads: reads.map { region($0) }, writes: writes.map { region($0) },
      workspace: Footprint.Region(start: region(workspace).start, byteCount: 2 * stride), workspaceStride: stride)
  }

  @Test("a chain meets before every step but the first")
  func chain() {
    let steps = [step(reads: [0], writes: [1]), step(reads: [1], writes: [2]), step(reads: [2], writes: [1])]
    #expect(Footprint.meetings(of: steps) == [false, true, true])
  }

  @Test("steps that only share what they read do not meet")
  func independent() {
    let steps = [step(reads: [0], writes: [1]), step(reads: [0], writes: [2]), step(reads: [1, 2], writes: [3])]
    #expect(Footprint.meetings(of: steps) == [false, false, true])
  }

  @Test("writing what an earlier step reads or writes needs a meeting")
  func overwriting() {
    #expect(step(reads: [0], writes: [1]).conflicts(with: step(reads: [2], writes: [0])))
    #expect(step(reads: [0], writes: [1]).conflicts(with: step(reads: [2], writes: [1])))
  }

  @Test("scratch memory counts as written, but not between steps that divide it alike")
  func workspaces() {
    let first = step(reads: [0], writes: [1], workspace: 8, stride: 64)
    #expect(!first.conflicts(with: step(reads: [2], writes: [3], workspace: 8, stride: 64)))
    #expect(first.conflicts(with: step(reads: [2], writes: [3], workspace: 8, stride: 128)))
    #expect(first.conflicts(with: step(reads: [8], writes: [3])))
    #expect(first.conflicts(with: step(reads: [2], writes: [8])))
    #expect(step(reads: [8], writes: [1]).conflicts(with: first))
  }

  @Test("steps of one thread need no meeting between them, but before others")
  func serial() {
    let steps = [
      step(reads: [0], writes: [1], isSerial: true), step(reads: [1], writes: [2], isSerial: true),
      step(reads: [1], writes: [3]),
    ]
    #expect(Footprint.meetings(of: steps) == [false, false, true])
  }
}
