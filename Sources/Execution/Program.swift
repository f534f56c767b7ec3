import KernelInterface
import Operators
import Passes

/// The steps of a plan bound to memory, which every thread of a pool walks in order.
final class Program: @unchecked Sendable {
  /// A step with the addresses that it is given.
  private struct Entry {
    let body: @Sendable (borrowing StepRun) -> Void
    let units: Int
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
  private let addresses: UnsafeMutablePointer<UnsafeMutableRawPointer>

  /// Binds steps to the addresses of their operands and workspaces.
  init(
    _ steps: [Step], pool: ThreadPool, address: (BufferID) -> UnsafeMutableRawPointer, byteCount: (BufferID) -> Int,
    workspace: (Int) -> UnsafeMutableRawPointer
  ) {
    self.pool = pool
    isSerial = pool.count == 1 || steps.allSatisfy { $0.units <= 1 }
    addresses = .allocate(capacity: max(1, steps.reduce(0) { $0 + $1.reads.count + $1.writes.count }))
    var next = addresses
    var footprints: [Footprint] = []
    for (index, step) in steps.enumerated() {
      let operands = UnsafePointer(next)
      for buffer in step.reads + step.writes {
        next.initialize(to: address(buffer))
        next += 1
      }
      let stride = Allocation.rounded(step.scratchBytes)
      let scratch = workspace(index)
      func region(_ buffer: BufferID) -> Footprint.Region {
        Footprint.Region(start: address(buffer), byteCount: byteCount(buffer))
      }
      let footprint = Footprint(
        isSerial: step.units <= 1, reads: step.reads.map(region), writes: step.writes.map(region),
        workspace: Footprint.Region(start: scratch, byteCount: stride * pool.count), workspaceStride: stride)
      let meets = footprints.contains { $0.conflicts(with: footprint) }
      if meets { footprints.removeAll() }
      footprints.append(footprint)
      entries.append(
        Entry(
          body: step.body, units: step.units, operands: operands, scratch: scratch, scratchStride: stride,
          meets: meets))
    }
  }

  deinit { addresses.deallocate() }

  /// Runs one thread's share of every step. A thread owns a contiguous part of the units, of which the first thread
  /// has the most.
  func execute(as thread: Int, of count: Int) {
    for index in entries.indices {
      let entry = entries[index]
      if count > 1, entry.meets || recording != nil { pool.meet() }
      let first = (thread * entry.units + count - 1) / count
      let last = ((thread + 1) * entry.units + count - 1) / count
      let start = recording == nil ? 0 : Clock.nanoseconds
      if first < last {
        entry.body(
          StepRun(
            operands: entry.operands, units: first..<last, scratch: entry.scratch + thread * entry.scratchStride,
            run: run))
      }
      if let recording {
        let slot = recording + (index * pool.count + thread) * 2
        slot[0] = start
        slot[1] = Clock.nanoseconds
      }
    }
  }
}

/// The memory that a step touches.
private struct Footprint {
  struct Region {
    var start: UnsafeMutableRawPointer
    var byteCount: Int

    func overlaps(_ other: Region) -> Bool {
      start < other.start + other.byteCount && other.start < start + byteCount
    }
  }

  /// Whether the first thread runs it alone; steps of one thread need no meeting between them.
  var isSerial: Bool
  var reads: [Region]
  var writes: [Region]
  var workspace: Region
  var workspaceStride: Int

  func conflicts(with other: Footprint) -> Bool {
    if isSerial, other.isSerial { return false }
    // Two workspaces that are divided alike stay with their threads.
    if workspace.overlaps(other.workspace),
      workspace.start != other.workspace.start || workspaceStride != other.workspaceStride
    {
      return true
    }
    return touches(other.writes + [other.workspace]) || other.touches(writes + [workspace], withWorkspace: false)
  }

  private func touches(_ regions: [Region], withWorkspace: Bool = true) -> Bool {
    (reads + writes).contains { own in regions.contains { own.overlaps($0) } }
      || (withWorkspace && regions.dropLast().contains { workspace.overlaps($0) })
  }
}
