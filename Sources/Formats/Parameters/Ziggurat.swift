import Glibc

/// Standard normal numbers by the ziggurat method (Marsaglia, Tsang 2000) with independent bits for the layer and the
/// place in it (Doornik 2005): 99 of 100 need one word and one multiplication.
struct Ziggurat: Sendable {
  /// The right ends of 256 layers of equal area under `exp(-x² / 2)`, the widest first and zero at the end.
  private let ends: [Double]
  private let heights: [Double]

  /// Where the lowest layer passes into the tail, and the area of each layer.
  private static let tail = 3.6541528853610088
  private static let area = 0.00492867323399

  static let shared = Ziggurat()

  private init() {
    var ends = [Ziggurat.area / exp(-Ziggurat.tail * Ziggurat.tail / 2), Ziggurat.tail]
    for layer in 2..<256 {
      let previous = ends[layer - 1]
      ends.append((-2 * log(Ziggurat.area / previous + exp(-previous * previous / 2))).squareRoot())
    }
    ends.append(0)
    self.ends = ends
    heights = ends.map { exp(-$0 * $0 / 2) }
  }

  /// The number of one element of a stream.
  @inline(__always)
  func normal(_ stream: RandomStream, _ index: Int) -> Double {
    let (x, layer) = place(stream.word(index))
    return abs(x) < ends[layer + 1] ? x : rare(stream, index, x, layer)
  }

  @inline(__always)
  private func place(_ word: UInt64) -> (x: Double, layer: Int) {
    let layer = Int(truncatingIfNeeded: word & 255)
    let unit = Double(Int64(bitPattern: word) >> 11) * Double(sign: .plus, exponent: -52, significand: 1)
    return (unit * ends[layer], layer)
  }

  /// The edges of the layers and the tail, with as many further words as it takes.
  private func rare(_ stream: RandomStream, _ index: Int, _ x: Double, _ layer: Int) -> Double {
    var (x, layer) = (x, layer)
    var draws: UInt64 = 0
    func word() -> UInt64 {
      draws += 1
      return stream.attempt(draws).word(index)
    }
    func uniform() -> Double { (Double(word() >> 11) + 0.5) * Double(sign: .plus, exponent: -53, significand: 1) }
    while abs(x) >= ends[layer + 1] {
      if layer == 0 { return copysign(beyondTail(uniform), x) }
      let height = heights[layer] + (heights[layer + 1] - heights[layer]) * uniform()
      if height < exp(-x * x / 2) { return x }
      (x, layer) = place(word())
    }
    return x
  }

  /// A number beyond the tail's begin (Marsaglia 1964).
  private func beyondTail(_ uniform: () -> Double) -> Double {
    while true {
      let excess = -log(uniform()) / Ziggurat.tail
      if -2 * log(uniform()) > excess * excess { return Ziggurat.tail + excess }
    }
  }
}
