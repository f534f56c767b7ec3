import KernelInterface

/// How the elements of one axis are made from input elements.
enum ResampleRule: Hashable, Sendable {
  case nearest, nearestExact, area
  case linear(alignCorners: Bool)
  case cubic(alignCorners: Bool)
  case filtered(ResampleFilter, alignCorners: Bool)
}

/// The input elements that every output element of one axis reads, with their weights.
struct ResampleTable: Sendable {
  /// What one output element reads: elements side by side from `first` on.
  typealias Taps = (first: Int, weights: [Double])

  private(set) var axis: ResampleAxis
  private var firsts: [Int] = []
  private var counts: [Int] = []
  /// The weights of all output elements in order.
  private var weights: [Float] = []

  /// An axis that does not change.
  init(keeping size: Int) { axis = .kept(size) }

  /// An axis of which `factor` gives the scale; without it the sizes do.
  init(input: Int, output: Int, factor: Double?, rule: ResampleRule) {
    axis = ResampleAxis(input: input, output: output, tapLimit: 1)
    let places = ResamplePlaces(input: input, output: output, factor: factor)
    for index in 0..<output {
      let taps = places.taps(index, rule)
      firsts.append(taps.first)
      counts.append(taps.weights.count)
      weights += taps.weights.map(Float.init)
    }
    axis.tapLimit = counts.max() ?? 1
    guard axis.tapLimit == 1 else { return }
    axis.isKept = input == output && firsts.enumerated().allSatisfy { $0 == $1 }
    axis.isDoubled = output == 2 * input && firsts.enumerated().allSatisfy { $0 / 2 == $1 }
  }

  /// Writes the taps as kernels read them.
  func write(to memory: UnsafeMutableRawPointer) {
    if axis.isKept { return }
    let ranges = memory.assumingMemoryBound(to: Int64.self)
    let table = (memory + axis.output * 16).assumingMemoryBound(to: Float.self)
    var next = 0
    for index in 0..<axis.output {
      ranges[2 * index] = Int64(firsts[index])
      ranges[2 * index + 1] = Int64(counts[index])
      for tap in 0..<axis.tapLimit {
        table[index * axis.tapLimit + tap] = tap < counts[index] ? weights[next + tap] : 0
      }
      next += counts[index]
    }
  }
}
