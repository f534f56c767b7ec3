/// Where the output elements of one axis lie among its input elements.
struct ResamplePlaces {
  var input: Int
  var output: Int
  /// The output's size over the input's as it is written; nil when the sizes say it.
  var factor: Double?

  /// What an output element reads.
  func taps(_ index: Int, _ rule: ResampleRule) -> ResampleTable.Taps {
    switch rule {
    case .nearest: nearest(index, shift: 0)
    case .nearestExact: nearest(index, shift: 0.5)
    case .area: area(index)
    case .linear(let alignCorners): linear(index, alignCorners)
    case .cubic(let alignCorners): cubic(index, alignCorners)
    case .filtered(let filter, let alignCorners): filtered(index, filter, alignCorners)
    }
  }

  /// Input elements for each output element.
  private func scale(_ alignCorners: Bool) -> Double {
    if alignCorners { return output > 1 ? Double(input - 1) / Double(output - 1) : 0 }
    return factor.map { 1 / $0 } ?? Double(input) / Double(output)
  }

  /// In single precision: where the product is close to a whole number, its rounding decides as in PyTorch.
  private func nearest(_ index: Int, shift: Float) -> ResampleTable.Taps {
    if output == input { return (index, [1]) }
    return (min(Int((Float(index) + shift) * Float(scale(false))), input - 1), [1])
  }

  private func area(_ index: Int) -> ResampleTable.Taps {
    let first = index * input / output
    let count = ((index + 1) * input + output - 1) / output - first
    return (first, Array(repeating: 1 / Double(count), count: count))
  }

  private func linear(_ index: Int, _ alignCorners: Bool) -> ResampleTable.Taps {
    if output == input { return (index, [1]) }
    let scale = scale(alignCorners)
    let place = alignCorners ? Double(index) * scale : max((Double(index) + 0.5) * scale - 0.5, 0)
    let first = min(Int(place), input - 1)
    let share = min(max(place - Double(first), 0), 1)
    return first == input - 1 ? (first, [1]) : (first, [1 - share, share])
  }

  private func cubic(_ index: Int, _ alignCorners: Bool) -> ResampleTable.Taps {
    let scale = scale(alignCorners)
    let place = alignCorners ? Double(index) * scale : (Double(index) + 0.5) * scale - 0.5
    let cell = min(Int(place.rounded(.down)), input - 1)
    let share = min(max(place - Double(cell), 0), 1)
    let first = min(max(cell - 1, 0), input - 1)
    let last = min(max(cell + 2, 0), input - 1)
    var weights = Array(repeating: 0.0, count: last - first + 1)
    for tap in -1...2 {
      let target = min(max(cell + tap, 0), input - 1)
      weights[target - first] += ResampleFilter.cubicWeight(at: share - Double(tap), coefficient: -0.75)
    }
    return (first, weights)
  }

  private func filtered(_ index: Int, _ filter: ResampleFilter, _ alignCorners: Bool) -> ResampleTable.Taps {
    let scale = scale(alignCorners)
    let support = filter.support * max(scale, 1)
    let center = scale * (Double(index) + 0.5)
    let first = min(max(Int(center - support + 0.5), 0), input - 1)
    let count = max(min(Int(center + support + 0.5), input) - first, 1)
    let weights = (0..<count).map {
      filter.weight(at: (Double(first + $0) - center + 0.5) / max(scale, 1))
    }
    let total = weights.reduce(0, +)
    return (first, total == 0 ? weights : weights.map { $0 / total })
  }
}

/// A filter whose width follows the scale.
enum ResampleFilter: Hashable, Sendable {
  case triangle, cubic

  /// How far it reaches to each side.
  var support: Double {
    switch self {
    case .triangle: 1
    case .cubic: 2
    }
  }

  func weight(at distance: Double) -> Double {
    switch self {
    case .triangle: max(1 - abs(distance), 0)
    case .cubic: Self.cubicWeight(at: distance, coefficient: -0.5)
    }
  }

  /// Cubic convolution (Keys 1981).
  static func cubicWeight(at distance: Double, coefficient a: Double) -> Double {
    let x = abs(distance)
    if x < 1 { return ((a + 2) * x - (a + 3)) * x * x + 1 }
    return x < 2 ? ((a * x - 5 * a) * x + 8 * a) * x - 4 * a : 0
  }
}
