import Synchronization
import Testing

@testable import Execution

@Suite struct UnitClaimsTests {
  @Test("every unit of every step is taken once, run after run", arguments: 1...3, [0, 1, 2, 7, 100])
  func once(_ threads: Int, _ units: Int) throws {
    let pool = try ThreadPool(count: threads)
    let claims = UnitClaims(steps: 2, threads: threads)
    let taken = Mutex([[Int]](repeating: [Int](repeating: 0, count: units), count: 2))
    for run in 1...3 {
      claims.reset()
      pool.run { thread in
        for step in 0..<2 {
          claims.forEach(of: units, in: step, as: thread) { range in
            taken.withLock { taken in for unit in range { taken[step][unit] += 1 } }
          }
        }
      }
      #expect(taken.withLock { $0 } == Array(repeating: Array(repeating: run, count: units), count: 2))
    }
  }

  @Test("one thread takes all units when the others do not come")
  func absent() {
    let claims = UnitClaims(steps: 1, threads: 4)
    var taken: [Int] = []
    claims.forEach(of: 50, in: 0, as: 2) { taken += $0 }
    #expect(taken.sorted() == Array(0..<50))
  }
}
