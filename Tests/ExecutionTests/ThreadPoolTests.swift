import Glibc
import Synchronization
import Testing

@testable import Execution

@Suite("Threads")
struct ThreadPoolTests {
  @Test("every thread runs every task once, and all are done when run returns", arguments: [1, 2, 3, 8])
  func everyThread(count: Int) throws {
    let pool = try ThreadPool(count: count)
    let counts = Mutex([Int](repeating: 0, count: count))
    for run in 1...200 {
      pool.run { thread in counts.withLock { $0[thread] += 1 } }
      #expect(counts.withLock { $0 } == Array(repeating: run, count: count))
    }
  }

  @Test("what a thread wrote before a meeting is seen by all after it", arguments: [2, 5])
  func meetings(count: Int) throws {
    let pool = try ThreadPool(count: count)
    let rounds = 500
    let cells = UnsafeMutablePointer<Int>.allocate(capacity: count)
    cells.initialize(repeating: 0, count: count)
    defer { cells.deallocate() }
    let address = Int(bitPattern: cells)
    let failures = Atomic<Int>(0)
    pool.run { thread in
      guard let cells = UnsafeMutablePointer<Int>(bitPattern: address) else { return }
      for round in 1...rounds {
        cells[thread] = round
        pool.meet()
        for other in 0..<count where cells[other] != round { failures.wrappingAdd(1, ordering: .relaxed) }
        pool.meet()
      }
    }
    #expect(failures.load(ordering: .relaxed) == 0)
  }

  @Test("threads that sleep between runs wake for the next one")
  func sleeping() throws {
    let pool = try ThreadPool(count: 3)
    let runs = Mutex(0)
    for _ in 0..<5 {
      usleep(3_000)
      pool.run { _ in runs.withLock { $0 += 1 } }
    }
    #expect(runs.withLock { $0 } == 15)
  }

  @Test("the number of processors comes from the machine, the affinity mask and the quota")
  func processorCount() {
    #expect(ProcessorCount.usable >= 1)
    #expect(ProcessorCount.processors(inQuota: "200000 100000\n") == 2)
    #expect(ProcessorCount.processors(inQuota: "150000 100000\n") == 1)
    #expect(ProcessorCount.processors(inQuota: "50000 100000\n") == 1)
    #expect(ProcessorCount.processors(inQuota: "max 100000\n") == nil)
    #expect(ProcessorCount.processors(inQuota: "") == nil)
    #expect(ProcessorCount.processors(inStatus: "Name:\tcnnc\nCpus_allowed:\tff,0000000f\n") == 12)
    #expect(ProcessorCount.processors(inStatus: "Name:\tcnnc\n") == nil)
  }
}
