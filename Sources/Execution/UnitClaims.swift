import Synchronization

/// Which units of each step threads have taken.
///
/// Every thread owns a contiguous part of a step's units, of which it takes a quarter of what is left at a time. Then it
/// takes from the parts of others what they have not come to: a thread that the system holds up holds up no other.
final class UnitClaims: Sendable {
  private let threads: Int
  private let count: Int
  /// The units taken of each thread's part, step by step, each alone in a cache line.
  nonisolated(unsafe) private let taken: UnsafeMutablePointer<Atomic<Int>>

  private static let spacing = 8

  init(steps: Int, threads: Int) {
    self.threads = threads
    count = steps * threads
    taken = .allocate(capacity: max(1, count * Self.spacing))
    for slot in 0..<count { (taken + slot * Self.spacing).initialize(to: Atomic(0)) }
  }

  deinit {
    for slot in 0..<count { (taken + slot * Self.spacing).deinitialize(count: 1) }
    taken.deallocate()
  }

  /// Makes all units free again; called while no thread runs.
  func reset() {
    for slot in 0..<count { taken[slot * Self.spacing].store(0, ordering: .relaxed) }
  }

  /// Calls a body with units of a step until none is left.
  @inline(__always)
  func forEach(of units: Int, in step: Int, as thread: Int, _ body: (Range<Int>) -> Void) {
    for other in 0..<threads {
      let owner = (thread + other) % threads
      let end = ((owner + 1) * units + threads - 1) / threads
      let start = (owner * units + threads - 1) / threads
      let slot = (step * threads + owner) * Self.spacing
      var first = start + taken[slot].load(ordering: .relaxed)
      while first < end {
        let next = first + max(1, (end - first) / 4)
        let (isTaken, found) = taken[slot].compareExchange(
          expected: first - start, desired: next - start, ordering: .relaxed)
        if isTaken { body(first..<next) }
        first = isTaken ? next : start + found
      }
    }
  }
}
