import Formats
import Glibc
import Graph
import Tensors
import Testing

@Suite struct InitializerFillTests {
  private static let count = 100_000

  @Test("Uniform values fill their interval evenly")
  func uniform() {
    let values = draw(.uniform(low: -0.5, high: 0.25), [InitializerFillTests.count])
    #expect(values.allSatisfy { $0 >= -0.5 && $0 <= 0.25 })
    #expect(distance(values) { ($0 + 0.5) / 0.75 } < 1.95)
    check(values, mean: -0.125, deviation: 0.75 / 12.0.squareRoot())
  }

  @Test("Normal values have the normal distribution, and neighbours are not correlated")
  func normal() {
    let values = draw(.normal(mean: 2, standardDeviation: 3), [InitializerFillTests.count])
    #expect(distance(values) { (1 + erf(($0 - 2) / 3 / 2.0.squareRoot())) / 2 } < 1.95)
    check(values, mean: 2, deviation: 3)
    let products = zip(values, values.dropFirst()).map { (Double($0) - 2) * (Double($1) - 2) / 9 }
    #expect(abs(products.reduce(0, +) / Double(products.count)) < 0.015)
  }

  @Test("The tail of the normal distribution is as heavy as it should be, on both sides")
  func tail() {
    let values = draw(.normal(mean: 0, standardDeviation: 1), [1_000_000])
    // 2.156e-4 of the values lie beyond 3.7 deviations.
    for side in [values.count { $0 > 3.7 }, values.count { $0 < -3.7 }] { #expect(abs(side - 108) < 42) }
    #expect(values.allSatisfy { abs($0) < 7 })
  }

  @Test("Truncated normal values stay within their bounds with the distribution's shape")
  func truncatedNormal() {
    let values = draw(.truncatedNormal(mean: 0, standardDeviation: 1, low: -1, high: 2), [InitializerFillTests.count])
    #expect(values.allSatisfy { $0 >= -1 && $0 <= 2 })
    func share(_ x: Double) -> Double { (1 + erf(x / 2.0.squareRoot())) / 2 }
    #expect(distance(values) { (share($0) - share(-1)) / (share(2) - share(-1)) } < 1.95)
  }

  @Test(
    "Orthogonal matrices have orthonormal rows or columns times the gain", arguments: [[4, 2, 5], [12, 3], [6, 6]])
  func orthogonal(sizes: [Int]) {
    let values = draw(.orthogonal(gain: 2), sizes).map(Double.init)
    let (rows, columns) = (sizes[0], values.count / sizes[0])
    let isWide = rows <= columns
    for a in 0..<min(rows, columns) {
      for b in 0..<min(rows, columns) {
        let products = (0..<max(rows, columns)).map {
          isWide
            ? values[a * columns + $0] * values[b * columns + $0] : values[$0 * columns + a] * values[$0 * columns + b]
        }
        #expect(abs(products.reduce(0, +) - (a == b ? 4 : 0)) < 1e-5)
      }
    }
  }

  @Test("Constants fill floats and integers")
  func constant() {
    #expect(draw(.constant(0.5), [3]) == [0.5, 0.5, 0.5])
    let counter = Tensor(zeros: [], dtype: .int64)
    Initializer.constant(3).fill(counter, from: RandomStream(seed: 0, name: "a"))
    #expect(counter.integers == [3])
  }

  @Test("Values depend on the seed, the name and the place alone")
  func reproducibility() {
    let distribution = Initializer.uniform(low: 0, high: 1)
    #expect(draw(distribution, [101]) == Array(draw(distribution, [500]).prefix(101)))
    #expect(draw(distribution, [8]) != draw(distribution, [8], seed: 1))
    #expect(draw(distribution, [8]) != draw(distribution, [8], name: "b"))
    // The numbers of a seed are a promise: a change of them changes every untrained network.
    #expect(
      (0..<2).map { RandomStream(seed: 0, name: "conv1.weight").word($0) }
        == [6_891_475_279_202_223_152, 11_260_548_556_240_301_798])
  }

  private func draw(
    _ distribution: Initializer, _ sizes: [Int], seed: UInt64 = 7, name: String = "a"
  ) -> [Float] {
    let tensor = Tensor(zeros: sizes)
    distribution.fill(tensor, from: RandomStream(seed: seed, name: name))
    return tensor.floats
  }

  /// The statistic of Kolmogorov and Smirnov, times the root of the count: 1.95 is exceeded once in a thousand.
  private func distance(_ values: [Float], _ share: (Double) -> Double) -> Double {
    let count = Double(values.count)
    var largest = 0.0
    for (rank, value) in values.sorted().enumerated() {
      let expected = share(Double(value))
      largest = max(largest, abs(expected - Double(rank) / count), abs(expected - Double(rank + 1) / count))
    }
    return largest * count.squareRoot()
  }

  private func check(_ values: [Float], mean: Double, deviation: Double) {
    let count = Double(values.count)
    let average = values.reduce(0.0) { $0 + Double($1) } / count
    let variance = values.reduce(0.0) { $0 + (Double($1) - average) * (Double($1) - average) } / count
    #expect(abs(average - mean) < 4 * deviation / count.squareRoot())
    #expect(abs(variance.squareRoot() / deviation - 1) < 0.01)
  }
}
