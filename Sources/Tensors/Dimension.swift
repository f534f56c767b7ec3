/// The size of one axis: a number, an expression over symbols such as `N` and `H`, or not known.
///
/// Expressions are kept in one normal form, so equal expressions compare equal. Arithmetic never traps: a result
/// outside `Int` is `.overflow`, which every further operation keeps.
package enum Dimension: Hashable, Sendable {
  case known(Int)
  case symbolic(Polynomial)
  /// Nothing can be said because an earlier layer is wrong; checks stay silent about it.
  case unknown
  /// The size does not fit an `Int`, or its expression has grown past every bound.
  case overflow

  package static func symbol(_ name: String) -> Dimension { .symbolic(Polynomial(.symbol(name))) }

  /// The size when it is a number.
  package var value: Int? { if case .known(let value) = self { value } else { nil } }

  package var isUnknown: Bool { self == .unknown }

  package static func + (a: Dimension, b: Dimension) -> Dimension {
    combine(a, b, { $0.addingReportingOverflow($1) }, { $0.adding($1) })
  }

  package static func * (a: Dimension, b: Dimension) -> Dimension {
    combine(a, b, { $0.multipliedReportingOverflow(by: $1) }, { $0.multiplied(by: $1) })
  }

  package static func - (a: Dimension, b: Dimension) -> Dimension { a + b * .known(-1) }
  package static func + (a: Dimension, b: Int) -> Dimension { a + .known(b) }
  package static func - (a: Dimension, b: Int) -> Dimension { a - .known(b) }
  package static func * (a: Dimension, b: Int) -> Dimension { a * .known(b) }

  /// The quotient rounded towards minus infinity; the divisor must be positive.
  package func floorDivided(by divisor: Int) -> Dimension {
    precondition(divisor > 0, "a size is divided by a positive number")
    switch self {
    case .known(let value): return .known(Int.floorDivide(value, divisor))
    case .symbolic(let polynomial): return polynomial.floorDivided(by: divisor).map(Dimension.init) ?? .overflow
    case .unknown, .overflow: return self
    }
  }

  /// The quotient rounded towards plus infinity; the divisor must be positive.
  package func ceilDivided(by divisor: Int) -> Dimension { (self + (divisor - 1)).floorDivided(by: divisor) }

  /// The size with symbols replaced by numbers; symbols that are not named stay.
  package func binding(_ symbols: [String: Int]) -> Dimension {
    guard case .symbolic(let polynomial) = self else { return self }
    return polynomial.binding(symbols)
  }

  init(_ polynomial: Polynomial) {
    if let constant = polynomial.constant { self = .known(constant) } else { self = .symbolic(polynomial) }
  }

  private static func combine(
    _ a: Dimension, _ b: Dimension, _ numbers: (Int, Int) -> (partialValue: Int, overflow: Bool),
    _ polynomials: (Polynomial, Polynomial) -> Polynomial?
  ) -> Dimension {
    switch (a, b) {
    case (.overflow, _), (_, .overflow): return .overflow
    case (.unknown, _), (_, .unknown): return .unknown
    case (.known(let a), .known(let b)):
      let (value, overflow) = numbers(a, b)
      return overflow ? .overflow : .known(value)
    default: return polynomials(a.polynomial, b.polynomial).map(Dimension.init) ?? .overflow
    }
  }

  private var polynomial: Polynomial {
    switch self {
    case .known(let value): Polynomial(value)
    case .symbolic(let polynomial): polynomial
    case .unknown, .overflow: preconditionFailure("only numbers and expressions have a polynomial")
    }
  }
}

extension Dimension: ExpressibleByIntegerLiteral {
  package init(integerLiteral value: Int) { self = .known(value) }
}

extension Dimension: CustomStringConvertible {
  package var description: String {
    switch self {
    case .known(let value): "\(value)"
    case .symbolic(let polynomial): polynomial.description
    case .unknown: "?"
    case .overflow: "(too large)"
    }
  }
}

extension Int {
  /// The quotient rounded towards minus infinity, for a positive divisor.
  static func floorDivide(_ a: Int, _ b: Int) -> Int {
    let (quotient, remainder) = a.quotientAndRemainder(dividingBy: b)
    return remainder < 0 ? quotient - 1 : quotient
  }

  /// What is left over after that, from 0 to below the divisor.
  package static func remainder(_ a: Int, _ b: Int) -> Int { (a % b + b) % b }

  /// The greatest common divisor of two positive numbers.
  package static func greatestCommonDivisor(_ a: Int, _ b: Int) -> Int { b == 0 ? a : greatestCommonDivisor(b, a % b) }
}
