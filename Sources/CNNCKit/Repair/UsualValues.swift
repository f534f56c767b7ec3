/// How usual a number is at its place, from what convolutional networks have in common.
enum UsualValues {
  /// About the logarithm of how likely the number is; higher is more usual.
  static func likelihood(of value: Int, at site: EditSite) -> Double {
    var likelihood = likelihood(of: value, as: site.quantity, companions: site.companions)
    if site.likeness.isPoolWindow, value == 1 { likelihood -= 4 }
    if let position = site.position { likelihood += harmony(of: value, at: position, in: site.list) }
    return likelihood
  }

  private static func likelihood(of value: Int, as quantity: Quantity, companions: [String: Int]) -> Double {
    switch quantity {
    case .kernelSize: [3: 3, 1: 2.8, 5: 2, 7: 1.5, 2: 1.2, 4: 1.2, 9: 0.5, 11: 0.5][value] ?? -2
    case .stride: [1: 2.5, 2: 3, 4: 0.3, 3: -0.5][value] ?? -3
    case .dilation: [1: 2.5, 2: 2, 4: 1.5, 8: 1, 6: 0.5, 12: 0.5, 18: 0.5, 16: 0.5, 36: 0][value] ?? -2
    case .padding: padding(value, companions)
    case .outputPadding: [0: 2, 1: 2][value] ?? -2
    case .groups: value == 1 || value == companions["out_channels"] ? 2.5 : value > 0 ? roundness(value) : -4
    case .channels: value > 3 ? roundness(value) : value > 0 ? -0.5 : -4
    case .count: (1...4).contains(value) ? 2 : (5...8).contains(value) ? 1.5 : value > 8 ? 0 : -2
    case .size: value > 0 ? max(roundness(value), value <= 16 ? 1 : -1) : -4
    case .pooledSize: [1: 3, 7: 2.5, 4: 1.5, 2: 1.5, 6: 1, 3: 1, 14: 0.5][value] ?? -2
    case .axis: [1: 3, -1: 2, 2: 1.5, 3: 1, 0: 0][value] ?? -1
    case .other: value >= 0 ? roundness(value) / 2 : -1
    }
  }

  /// Best is the padding that keeps the size, next none.
  private static func padding(_ value: Int, _ companions: [String: Int]) -> Double {
    if let kernel = companions["kernel_size"] {
      let extent = (companions["dilation"] ?? 1) * (kernel - 1)
      if extent == 2 * value { return 3 }
      if kernel == 2 * value + 2 { return 2.5 }
      return value == 0 ? 1 : -1.5
    }
    return [1: 2, 0: 1.5, 2: 1, 3: 1, 4: 0][value] ?? -1
  }

  /// Powers of two, then multiples of large ones, and odd numbers last.
  private static func roundness(_ value: Int) -> Double {
    if value <= 0 { return -3 }
    if value & (value - 1) == 0 { return 3 }
    if value == 1000 || value == 10 || value == 100 { return 3 }
    switch value.trailingZeroBitCount {
    case 5...: return 2.6
    case 4: return 2.2
    case 3: return 1.6
    case 2: return 0.4
    case 1: return -1
    default: return value < 8 ? 0 : -2.5
    }
  }

  /// How well a number stands among its neighbours in a list that grows, falls or repeats.
  private static func harmony(of value: Int, at position: Int, in list: [Int]) -> Double {
    let before = position > 0 ? list[position - 1] : nil
    let after = position + 1 < list.count ? list[position + 1] : nil
    var harmony = 0.0
    if value == before || value == after { harmony += 1.5 }
    if let before, let after {
      let isBetween = (min(before, after)...max(before, after)).contains(value)
      harmony += isBetween ? 1 : -1
    }
    for neighbour in [before, after].compactMap({ $0 }) where neighbour > 0 && value > 0 {
      if value == 2 * neighbour || neighbour == 2 * value { harmony += 1 }
    }
    return harmony
  }
}
