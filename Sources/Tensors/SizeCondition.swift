/// What must hold of sizes for a network to work; the sizes may be expressions over symbols.
package enum SizeCondition: Hashable, Sendable {
  /// The size is at least the number that belongs to its remainder by the count of the numbers, which are not empty.
  case atLeast(Dimension, [Int])
  /// The size is a multiple of a positive number.
  case multiple(Dimension, of: Int)
  case equal(Dimension, Dimension)

  package static func atLeast(_ size: Dimension, _ minimum: Int) -> SizeCondition { .atLeast(size, [minimum]) }

  /// Whether it holds; nil where that depends on symbols or is not known.
  package var holds: Bool? {
    switch self {
    case .atLeast(let size, let minimums):
      size.value.map { $0 >= minimums[Int.remainder($0, minimums.count)] }
    case .multiple(let size, let divisor): (size - size.floorDivided(by: divisor) * divisor).value.map { $0 == 0 }
    case .equal(let a, let b): (a - b).value.map { $0 == 0 }
    }
  }

  /// Whether all its sizes are known as numbers or expressions.
  package var isKnown: Bool { sizes.allSatisfy { $0 != .unknown && $0 != .overflow } }

  /// The names of the symbols that it depends on.
  package var symbols: Set<String> {
    sizes.reduce(into: []) { symbols, size in
      if case .symbolic(let polynomial) = size { symbols.formUnion(polynomial.symbols) }
    }
  }

  /// The condition with symbols replaced by numbers.
  package func binding(_ symbols: [String: Int]) -> SizeCondition {
    switch self {
    case .atLeast(let size, let minimums): .atLeast(size.binding(symbols), minimums)
    case .multiple(let size, let divisor): .multiple(size.binding(symbols), of: divisor)
    case .equal(let a, let b): .equal(a.binding(symbols), b.binding(symbols))
    }
  }

  private var sizes: [Dimension] {
    switch self {
    case .atLeast(let size, _), .multiple(let size, _): [size]
    case .equal(let a, let b): [a, b]
    }
  }
}

extension SizeCondition: CustomStringConvertible {
  /// The condition as it would be written: `H//2 = 7`.
  package var description: String {
    switch self {
    case .atLeast(let size, let minimums): "\(size) >= \(minimums.max() ?? 0)"
    case .multiple(let size, let divisor): "\(size) = 0 (mod \(divisor))"
    case .equal(let a, let b): "\(a) = \(b)"
    }
  }
}
