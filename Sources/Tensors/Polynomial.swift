/// A sum of products of symbols and integer divisions, the normal form of a symbolic size.
///
/// Terms are sorted, with distinct sorted factors and coefficients other than zero; the constant is the term without
/// factors and comes last. Operations return nil where a number does not fit `Int`, or where the sum has grown past
/// `sizeLimit`: no honest network comes near it, and comparing stays cheap.
package struct Polynomial: Hashable, Sendable {
  /// What a product is made of.
  package indirect enum Atom: Hashable, Sendable {
    case symbol(String)
    /// The floor of a polynomial over a divisor above 1, in lowest terms with coefficients from 0 to below the divisor.
    case floorDivision(Polynomial, Int)
  }

  package struct Term: Hashable, Sendable {
    package var coefficient: Int
    package var factors: [Atom]
  }

  package private(set) var terms: [Term]

  /// The most symbols, divisions and terms that one polynomial is made of, nested ones included.
  static let sizeLimit = 256

  init(_ constant: Int) { terms = constant == 0 ? [] : [Term(coefficient: constant, factors: [])] }
  init(_ atom: Atom) { terms = [Term(coefficient: 1, factors: [atom])] }

  /// Takes terms that are sorted, distinct and not zero; nil when they are too many.
  private init?(normal terms: [Term]) {
    self.terms = terms
    if size > Polynomial.sizeLimit { return nil }
  }

  private init?(summing terms: [Term]) {
    var sums: [Term] = []
    for term in terms.sorted(by: { $0.precedes($1) }) {
      guard let last = sums.indices.last, sums[last].factors == term.factors else {
        sums.append(term)
        continue
      }
      let (sum, overflow) = sums[last].coefficient.addingReportingOverflow(term.coefficient)
      if overflow { return nil }
      sums[last].coefficient = sum
    }
    self.init(normal: sums.filter { $0.coefficient != 0 })
  }

  /// The value when no symbol is left.
  package var constant: Int? {
    if terms.isEmpty { return 0 }
    return terms.count == 1 && terms[0].factors.isEmpty ? terms[0].coefficient : nil
  }

  /// The names of all symbols that occur.
  package var symbols: Set<String> {
    terms.reduce(into: []) { names, term in
      for atom in term.factors {
        switch atom {
        case .symbol(let name): names.insert(name)
        case .floorDivision(let inner, _): names.formUnion(inner.symbols)
        }
      }
    }
  }

  private var size: Int { terms.reduce(0) { $0 + 1 + $1.factors.reduce(0) { $0 + $1.size } } }

  func adding(_ other: Polynomial) -> Polynomial? { Polynomial(summing: terms + other.terms) }

  func multiplied(by other: Polynomial) -> Polynomial? {
    var products: [Term] = []
    for a in terms {
      for b in other.terms {
        let (coefficient, overflow) = a.coefficient.multipliedReportingOverflow(by: b.coefficient)
        if overflow { return nil }
        products.append(Term(coefficient: coefficient, factors: (a.factors + b.factors).sorted { $0.precedes($1) }))
      }
    }
    return Polynomial(summing: products)
  }

  func binding(_ symbols: [String: Int]) -> Dimension {
    var sum = Dimension.known(0)
    for term in terms {
      var product = Dimension.known(term.coefficient)
      for atom in term.factors {
        switch atom {
        case .symbol(let name): product = product * (symbols[name].map { .known($0) } ?? .symbol(name))
        case .floorDivision(let inner, let divisor):
          product = product * inner.binding(symbols).floorDivided(by: divisor)
        }
      }
      sum = sum + product
    }
    return sum
  }
}

extension Polynomial {
  /// The floor of the quotient by a positive divisor.
  ///
  /// Whole multiples of the divisor leave the floor, a common factor with the divisor cancels, and a floor that stands
  /// alone inside another joins it, so equal quotients of one symbol come out equal.
  func floorDivided(by divisor: Int) -> Polynomial? {
    if divisor == 1 { return self }
    var whole: [Term] = []
    var rest: [Term] = []
    for term in terms {
      let quotient = Int.floorDivide(term.coefficient, divisor)
      let remainder = term.coefficient - quotient * divisor
      if quotient != 0 { whole.append(Term(coefficient: quotient, factors: term.factors)) }
      if remainder != 0 { rest.append(Term(coefficient: remainder, factors: term.factors)) }
    }
    guard let outside = Polynomial(normal: whole) else { return nil }
    let factor = rest.reduce(divisor) { $1.factors.isEmpty ? $0 : Int.greatestCommonDivisor($0, $1.coefficient) }
    if factor == divisor { return outside }
    for index in rest.indices { rest[index].coefficient /= factor }
    guard let inside = Polynomial(normal: rest.filter { $0.coefficient != 0 }) else { return nil }
    return inside.joiningFloor(dividedBy: divisor / factor).flatMap { outside.adding($0) }
  }

  /// `floor((floor(p / a) + c) / b)` is `floor((p + a * c) / (a * b))`.
  private func joiningFloor(dividedBy divisor: Int) -> Polynomial? {
    let shift = terms.last.flatMap { $0.factors.isEmpty ? $0.coefficient : nil } ?? 0
    guard terms.count == (shift == 0 ? 1 : 2), terms[0].coefficient == 1, terms[0].factors.count == 1,
      case .floorDivision(let inner, let innerDivisor) = terms[0].factors[0]
    else { return Polynomial(normal: [Term(coefficient: 1, factors: [.floorDivision(self, divisor)])]) }
    let (product, overflow) = innerDivisor.multipliedReportingOverflow(by: divisor)
    let (scaledShift, shiftOverflow) = innerDivisor.multipliedReportingOverflow(by: shift)
    guard !overflow, !shiftOverflow, let shifted = inner.adding(Polynomial(scaledShift)) else { return nil }
    return shifted.floorDivided(by: product)
  }
}

extension Polynomial.Atom {
  fileprivate var size: Int {
    switch self {
    case .symbol: 1
    case .floorDivision(let inner, _): 1 + inner.size
    }
  }

  /// Symbols by name, then divisions by divisor and content.
  fileprivate func precedes(_ other: Self) -> Bool {
    switch (self, other) {
    case (.symbol(let a), .symbol(let b)): a < b
    case (.symbol, .floorDivision): true
    case (.floorDivision, .symbol): false
    case (.floorDivision(let a, let x), .floorDivision(let b, let y)):
      x != y
        ? x < y
        : a.terms.lexicographicallyPrecedes(b.terms) {
          $0.factors == $1.factors ? $0.coefficient < $1.coefficient : $0.precedes($1)
        }
    }
  }
}

extension Polynomial.Term {
  /// Longer products first, the constant last.
  fileprivate func precedes(_ other: Self) -> Bool {
    factors.count != other.factors.count
      ? factors.count > other.factors.count
      : factors.lexicographicallyPrecedes(other.factors) { $0.precedes($1) }
  }
}
