import Synchronization

/// Which units of each step threads have taken.
///
/// Every thread owns a contiguous part of a step's units, of which it takes some at a time, and then takes from the
/// parts of others what they have not come to: a thread that the system holds up holds up no other.
final class UnitClaims: Sendable {
  private let threads: Int
  private let count: Int
  /// The units taken of each thread's part, step by step, each alone in a cache line.
  nonisolated(unsafe) private let taken: UnsafeMutablePointer<Atomic<Int>>

  private static let spacing = 8
  /// A thread takes about so many times from its part.
  private static let claimsPerPart = 8

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
      let batch = max(1, (end - start) / Self.claimsPerPart)
      let slot = (step * threads + owner) * Self.spacing
      while true {
        let first = start + taken[slot].wrappingAdd(batch, ordering: .relaxed).oldValue
        guard first < end else { break }
        body(first..<min(first + batch, end))
      }
    }
  }
}
