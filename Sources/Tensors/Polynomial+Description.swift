extension Polynomial: CustomStringConvertible {
  /// The sum as an expression of the model language: `2*(H//4) + 1`.
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
}
