import CPlatform
import Synchronization

/// A number that threads wait on to change: first spinning, then asleep.
///
/// What the thread that changes it wrote before is visible to those that see the change.
final class Signal: Sendable {
  private let number = PaddedAtomic()
  private let sleepers = PaddedAtomic()
  private let lot = ParkingLot()
  private let spins: Int

  /// - Parameter spins: how often a waiting thread looks before it sleeps.
  init(spins: Int) { self.spins = spins }

  var current: Int { number.value.load(ordering: .acquiring) }

  func change(to new: Int) {
    // Either this thread sees the sleeper, or the sleeper sees the new number: both orders are sequentially consistent.
    number.value.store(new, ordering: .sequentiallyConsistent)
    if sleepers.value.load(ordering: .sequentiallyConsistent) > 0 { lot.wakeAll() }
  }

  /// Waits for another number than the given one; returns it.
  @discardableResult
  func wait(while old: Int) -> Int {
    for _ in 0..<spins {
      let new = current
      if new != old { return new }
      cplatform_pause()
    }
    sleepers.value.wrappingAdd(1, ordering: .sequentiallyConsistent)
    lot.sleep { number.value.load(ordering: .sequentiallyConsistent) == old }
    sleepers.value.wrappingSubtract(1, ordering: .relaxed)
    return current
  }
}

/// A meeting point of a fixed number of threads: each waits until all have come.
///
/// What a thread wrote before is visible to all others after.
final class Barrier: Sendable {
  private let count: Int
  private let arrived = PaddedAtomic()
  private let phase: Signal

  init(count: Int, spins: Int) {
    self.count = count
    phase = Signal(spins: spins)
  }

  func wait() {
    let present = phase.current
    if arrived.value.wrappingAdd(1, ordering: .acquiringAndReleasing).newValue == count {
      arrived.value.store(0, ordering: .relaxed)
      phase.change(to: present &+ 1)
    } else {
      phase.wait(while: present)
    }
  }
}

/// A counter alone in its cache lines, so that threads which spin on it do not disturb others.
struct PaddedAtomic: ~Copyable, Sendable {
  private let before = InlineArray<15, Int>(repeating: 0)
  let value = Atomic<Int>(0)
  private let after = InlineArray<15, Int>(repeating: 0)
}
