/// A sum of products of symbols and integer divisions, the normal form of a symbolic size.
///
/// Terms are sorted and have distinct factors and coefficients other than zero; the constant is the term without factors.
package struct Polynomial: Hashable, Sendable {
  /// What a product is made of.
  package indirect enum Atom: Hashable, Sendable {
    case symbol(String)
    /// The floor of a polynomial over a divisor above 1.
    case floorDivision(Polynomial, Int)
  }

  package struct Term: Hashable, Sendable {
    package var coefficient: Int
    package var factors: [Atom]
  }

  package private(set) var terms: [Term]

  init(_ constant: Int) { terms = constant == 0 ? [] : [Term(coefficient: constant, factors: [])] }
  init(_ atom: Atom) { terms = [Term(coefficient: 1, factors: [atom])] }

  private init?(summing terms: [Term]) {
    var sums: [[Atom]: Int] = [:]
    for term in terms {
      let (sum, overflow) = sums[term.factors, default: 0].addingReportingOverflow(term.coefficient)
      if overflow { return nil }
      sums[term.factors] = sum
    }
    self.terms =
      sums.filter { $0.value != 0 }
      .map { Term(coefficient: $0.value, factors: $0.key) }
      .sorted { ($1.factors.count, $0.key) < ($0.factors.count, $1.key) }
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

  func adding(_ other: Polynomial) -> Polynomial? { Polynomial(summing: terms + other.terms) }

  func multiplied(by other: Polynomial) -> Polynomial? {
    var products: [Term] = []
    for a in terms {
      for b in other.terms {
        let (coefficient, overflow) = a.coefficient.multipliedReportingOverflow(by: b.coefficient)
        if overflow { return nil }
        products.append(Term(coefficient: coefficient, factors: (a.factors + b.factors).sorted { $0.key < $1.key }))
      }
    }
    return Polynomial(summing: products)
  }

  /// The floor of the quotient: terms that divide leave the floor, and nested floors join into one.
  func floorDivided(by divisor: Int) -> Polynomial? {
    if divisor == 1 { return self }
    var whole: [Term] = []
    var rest: [Term] = []
    for term in terms {
      let quotient = Int.floorDivide(term.coefficient, divisor)
      if quotient * divisor == term.coefficient {
        whole.append(Term(coefficient: quotient, factors: term.factors))
      } else if term.factors.isEmpty {
        whole.append(Term(coefficient: quotient, factors: []))
        rest.append(Term(coefficient: term.coefficient - quotient * divisor, factors: []))
      } else {
        rest.append(term)
      }
    }
    guard let outside = Polynomial(summing: whole), let inside = Polynomial(summing: rest) else { return nil }
    if let constant = inside.constant { return outside.adding(Polynomial(Int.floorDivide(constant, divisor))) }
    return inside.joiningFloor(dividedBy: divisor).flatMap { outside.adding($0) }
  }

  /// `floor((floor(p / a) + c) / b)` is `floor((p + a * c) / (a * b))`.
  private func joiningFloor(dividedBy divisor: Int) -> Polynomial? {
    let shift = terms.first { $0.factors.isEmpty }?.coefficient ?? 0
    let variable = terms.filter { !$0.factors.isEmpty }
    guard variable.count == 1, variable[0].coefficient == 1, variable[0].factors.count == 1,
      case .floorDivision(let inner, let innerDivisor) = variable[0].factors[0]
    else { return Polynomial(.floorDivision(self, divisor)) }
    let (product, overflow) = innerDivisor.multipliedReportingOverflow(by: divisor)
    let (scaledShift, shiftOverflow) = innerDivisor.multipliedReportingOverflow(by: shift)
    guard !overflow, !shiftOverflow, let shifted = inner.adding(Polynomial(scaledShift)) else { return nil }
    return shifted.floorDivided(by: product)
  }

  func binding(_ symbols: [String: Int]) -> Dimension {
    var sum = Dimension.known(0)
    for term in terms {
      var product = Dimension.known(term.coefficient)
      for atom in term.factors {
        switch atom {
        case .symbol(let name): product = product * (symbols[name].map { .known($0) } ?? .symbol(name))
        case .floorDivision(let inner, let divisor): product = product * inner.binding(symbols).floorDivided(by: divisor)
        }
      }
      sum = sum + product
    }
    return sum
  }
}

extension Polynomial: CustomStringConvertible {
  package var description: String {
    var text = ""
    for term in terms {
      let magnitude = term.coefficient.magnitude
      let product = term.factors.map(\.description).joined(separator: "*")
      let body = product.isEmpty ? "\(magnitude)" : magnitude == 1 ? product : "\(magnitude)*\(product)"
      if text.isEmpty {
        text = term.coefficient < 0 ? "-" + body : body
      } else {
        text += (term.coefficient < 0 ? " - " : " + ") + body
      }
    }
    return text.isEmpty ? "0" : text
  }
}

extension Polynomial.Atom: CustomStringConvertible {
  package var description: String {
    switch self {
    case .symbol(let name): name
    case .floorDivision(let inner, let divisor):
      inner.terms.count == 1 ? "(\(inner)//\(divisor))" : "((\(inner))//\(divisor))"
    }
  }

  fileprivate var key: String { description }
}

extension Polynomial.Term {
  fileprivate var key: String { factors.map(\.key).joined(separator: "*") }
}
