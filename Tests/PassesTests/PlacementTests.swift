import TestSupport
import Testing

@testable import Passes

/// A planner problem from a file with a line `id,lower,upper,size,offset` for each item, where `upper` is the first
/// time after its end and `offset` belongs to a solution as high as the lower bound.
struct PlacementFixture: Sendable, CustomTestStringConvertible {
  let name: String

  static let all = TestFile.files(below: Repository.fixtures + "/memory", withExtension: "csv").map(Self.init)

  var testDescription: String { name }

  func load() throws -> (problem: PlacementProblem, solution: [Int]) {
    let text = try TestFile.text(Repository.fixtures + "/memory/" + name)
    let rows = text.split(separator: "\n").dropFirst().map { line in line.split(separator: ",").compactMap { Int($0) } }
    let items = rows.map { row in
      PlacementProblem.Item(lifetime: Lifetime(first: row[1], last: row[2] - 1), size: row[3])
    }
    return (PlacementProblem(items: items), rows.map { $0[4] })
  }
}

/// Random items, the same for the same seed.
private func makeProblem(seed: UInt64, count: Int, steps: Int, longest: Int, largest: Int) -> PlacementProblem {
  var random = SplitMix(state: seed)
  let items = (0..<count).map { _ in
    let first = random.below(steps)
    return PlacementProblem.Item(
      lifetime: Lifetime(first: first, last: first + random.below(longest)), size: random.below(largest))
  }
  return PlacementProblem(items: items)
}

private struct SplitMix {
  var state: UInt64

  mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((bits ^ (bits >> 31)) % UInt64(bound))
  }
}

@Suite("Placement of allocations")
struct PlacementTests {
  private let budget = 8_000_000

  /// Pairs of items that are alive together and share memory.
  private func conflicts(_ problem: PlacementProblem, _ offsets: [Int]) -> Int {
    let items = problem.items
    return items.indices.reduce(0) { count, a in
      count
        + items.indices.dropFirst(a + 1).count { b in
          items[a].lifetime.overlaps(items[b].lifetime) && offsets[a] < offsets[b] + items[b].size
            && offsets[b] < offsets[a] + items[a].size
        }
    }
  }

  @Test("the exact search packs every fixture without a gap and proves it", arguments: PlacementFixture.all)
  func fixtures(_ fixture: PlacementFixture) throws {
    let (problem, solution) = try fixture.load()
    #expect(conflicts(problem, solution) == 0)
    let placement = problem.solve(budget: budget)
    #expect(conflicts(problem, placement.offsets) == 0)
    #expect(placement.height == problem.lowerBound)
    #expect(placement.isOptimal)
  }

  @Test("the fixtures hold problems that are too hard for the greedy placement")
  func greedyFails() throws {
    let hard = try PlacementFixture.all.filter { fixture in
      let problem = try fixture.load().problem
      return problem.placeGreedily(goal: problem.lowerBound).height > problem.lowerBound
    }
    #expect(hard.count >= 4)
  }

  @Test(
    "random problems are placed apart, above the lower bound and the same every time",
    arguments: 0..<60 as Range<UInt64>)
  func randomProblems(seed: UInt64) {
    let problem = makeProblem(
      seed: seed, count: 5 + Int(seed) * 2, steps: 4 + Int(seed), longest: 3 + Int(seed % 9), largest: 40)
    let placement = problem.solve(budget: 400_000)
    #expect(conflicts(problem, placement.offsets) == 0)
    #expect(placement.height >= problem.lowerBound)
    #expect(placement.height <= problem.placeGreedily(goal: 0).height)
    #expect(placement.height == zip(placement.offsets, problem.items).map { $0 + $1.size }.max())
    #expect(!placement.isOptimal || problem.solve(budget: 4_000_000).height == placement.height)
    #expect(problem.solve(budget: 400_000) == placement)
  }

  @Test("an infeasible bound is proved, not only given up")
  func provedAboveBound() {
    // Three of size 2 overlap pairwise in a ring of time cut open, with ones that force a gap at height 4.
    let items = [(0, 1, 2), (1, 2, 1), (0, 0, 1), (2, 3, 2), (3, 3, 1), (1, 1, 1), (2, 2, 1)].map {
      PlacementProblem.Item(lifetime: Lifetime(first: $0.0, last: $0.1), size: $0.2)
    }
    let problem = PlacementProblem(items: items)
    let best = bruteForce(items)
    let placement = problem.solve(budget: budget)
    #expect(placement.height == best)
    #expect(placement.isOptimal)
  }

  @Test("small random problems reach the height that trying all orders reaches", arguments: 100..<160 as Range<UInt64>)
  func agreesWithBruteForce(seed: UInt64) {
    let problem = makeProblem(seed: seed, count: 6, steps: 5, longest: 3, largest: 5)
    let placement = problem.solve(budget: budget)
    #expect(placement.height == bruteForce(problem.items))
    #expect(placement.isOptimal)
  }

  @Test("items without size and problems without items need no memory")
  func empty() {
    let none = PlacementProblem(items: []).solve(budget: budget)
    #expect(none == Placement(offsets: [], height: 0, isOptimal: true))
    let item = PlacementProblem.Item(lifetime: Lifetime(first: 0, last: 3), size: 0)
    #expect(PlacementProblem(items: [item, item]).solve(budget: budget).height == 0)
  }

  /// The least height over all orders of placing each item as low as those before it allow.
  private func bruteForce(_ items: [PlacementProblem.Item]) -> Int {
    var best = Int.max
    func extend(_ placed: [(item: PlacementProblem.Item, offset: Int)], _ rest: [PlacementProblem.Item]) {
      guard !rest.isEmpty else {
        best = min(best, placed.map { $0.offset + $0.item.size }.max() ?? 0)
        return
      }
      for (index, item) in rest.enumerated() {
        let offset =
          placed.filter { $0.item.lifetime.overlaps(item.lifetime) }.map { $0.offset + $0.item.size }.max() ?? 0
        var others = rest
        others.remove(at: index)
        extend(placed + [(item, offset)], others)
      }
    }
    extend([], items)
    return best
  }
}
