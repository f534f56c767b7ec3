import KernelInterface
import Operators
import Passes

/// How much work, in multiply-accumulates or touched elements, is worth more than one thread.
///
/// Results do not depend on it: it only saves waking and meeting threads for what one does in the same time.
package struct WorkSharing: Sendable {
  /// Steps below it are run by the first thread alone.
  package var leastStep: Double
  /// Runs below it leave the other threads asleep.
  package var leastRun: Double

  /// A meeting costs about a microsecond, waking a thread some tens of them.
  package static let standard = WorkSharing(leastStep: 0x1p14, leastRun: 0x1p20)
  /// Every step with several units is shared.
  package static let always = WorkSharing(leastStep: 0, leastRun: 0)
}

/// The steps of a plan bound to memory, which every thread of a pool walks in order.
final class Program: @unchecked Sendable {
  /// A step with the addresses that it is given.
  private struct Entry {
    let body: @Sendable (borrowing StepRun) -> Void
    let units: Int
    /// Whether the first thread runs it alone.
    let isSerial: Bool
    let operands: UnsafePointer<UnsafeMutableRawPointer>
    let scratch: UnsafeMutableRawPointer
    /// Bytes between the scratch memory of one thread and the next one's.
    let scratchStride: Int
    /// Whether threads meet before it, because it touches what steps since the last meeting wrote, or the reverse.
    let meets: Bool
  }

  let pool: ThreadPool
  /// The number of the present run, which steps with random numbers read.
  var run: UInt64 = 0
  /// Where the times of a run are recorded: for every step the start and end on each thread, in nanoseconds; nil when
  /// nobody asked. With a recording threads meet before every step, so that the times of steps add up.
  var recording: UnsafeMutablePointer<UInt64>?

  /// Whether one thread does everything, so that the others need not be woken.
  let isSerial: Bool

  private var entries: [Entry] = []
  /// Which addresses are those of each buffer.
  private var slots: [BufferID: [Int]] = [:]
  private let claims: UnitClaims
  private let addresses: UnsafeMutablePointer<UnsafeMutableRawPointer>

  /// Binds steps to the regions of their operands and the workspaces of all threads, which are given by step.
  init(
    _ steps: [Step], pool: ThreadPool, sharing: WorkSharing, region: (BufferID) -> Footprint.Region,
    workspace: (Int) -> UnsafeMutableRawPointer
  ) {
    self.pool = pool
    addresses = .allocate(capacity: max(1, steps.reduce(0) { $0 + $1.reads.count + $1.writes.count }))
    claims = UnitClaims(steps: steps.count, threads: pool.count)
    var work = 0.0
    let footprints = steps.enumerated().map { index, step in
      let (reads, writes) = (step.reads.map(region), step.writes.map(region))
      let stride = Allocation.rounded(step.scratchBytes)
      let elements = (reads + writes).reduce(0) { $0 + $1.byteCount } / MemoryLayout<Float>.size
      let stepWork = max(step.multiplyAccumulates, Double(elements))
      work += stepWork
      return Footprint(
        isSerial: step.units <= 1 || stepWork < sharing.leastStep, reads: reads, writes: writes,
        workspace: Footprint.Region(start: workspace(index), byteCount: stride * pool.count), workspaceStride: stride)
    }
    isSerial = pool.count == 1 || work < sharing.leastRun || footprints.allSatisfy(\.isSerial)
    var count = 0
    for ((step, footprint), meets) in zip(zip(steps, footprints), Footprint.meetings(of: footprints)) {
      entries.append(
        Entry(
          body: step.body, units: step.units, isSerial: footprint.isSerial, operands: UnsafePointer(addresses + count),
          scratch: footprint.workspace.start, scratchStride: footprint.workspaceStride, meets: meets))
      for (buffer, operand) in zip(step.reads + step.writes, footprint.reads + footprint.writes) {
        (addresses + count).initialize(to: operand.start)
        slots[buffer, default: []].append(count)
        count += 1
      }
    }
  }

  deinit { addresses.deallocate() }

  /// Lets every step find a buffer somewhere else from the next run on.
  func rebind(_ buffer: BufferID, to start: UnsafeMutableRawPointer) {
    for slot in slots[buffer] ?? [] { addresses[slot] = start }
  }

  /// Readies a run; called before threads execute it.
  func begin() {
    if pool.count > 1, !isSerial { claims.reset() }
  }

  /// Runs one thread's share of every step.
  func execute(as thread: Int, of count: Int) {
    for index in entries.indices {
      let entry = entries[index]
      if count > 1, entry.meets || recording != nil { pool.meet() }
      let start = recording == nil ? 0 : Clock.nanoseconds
      let scratch = entry.scratch + thread * entry.scratchStride
      if count > 1, !entry.isSerial {
        claims.forEach(of: entry.units, in: index, as: thread) { units in
          entry.body(StepRun(operands: entry.operands, units: units, scratch: scratch, run: run))
        }
      } else if thread == 0, entry.units > 0 {
        entry.body(StepRun(operands: entry.operands, units: 0..<entry.units, scratch: scratch, run: run))
      }
      if let recording {
        let slot = recording + (index * pool.count + thread) * 2
        slot[0] = start
        slot[1] = Clock.nanoseconds
      }
    }
  }
}
