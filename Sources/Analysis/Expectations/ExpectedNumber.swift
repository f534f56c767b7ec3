package import Graph

/// A number that `expect` states, exact or as a bound: `11689512`, `"<= 1.82G"`, `"< 45 MiB"`.
package struct ExpectedNumber: Hashable, Sendable {
  package enum Relation: String, Sendable, CaseIterable {
    case atMost = "<="
    case atLeast = ">="
    case equal = "=="
    case below = "<"
    case above = ">"
  }

  package var relation: Relation
  /// The number is `numerator / denominator`.
  private var numerator: Int128
  private var denominator: Int128
  /// The number as written, without the relation.
  package var text: String

  package static let rule = "must be a number or a comparison such as \"<= 5M\", with a suffix K, M, G, KiB, MiB or GiB"

  /// Reads a written number; nil when it is none.
  package init?(_ value: AttributeValue) {
    switch value.content {
    case .int(let number): self.init(parsing: "\(number)")
    case .float(let number): self.init(parsing: "\(number)")
    case .string(let text): self.init(parsing: text)
    default: return nil
    }
  }

  package init?(parsing written: String) {
    var rest = Self.trimmed(written[...])
    relation = .equal
    if let sign = Relation.allCases.first(where: { rest.hasPrefix($0.rawValue) }) {
      relation = sign
      rest = Self.trimmed(rest.dropFirst(sign.rawValue.count))
    }
    text = String(rest)
    let whole = Self.takeDigits(from: &rest)
    let fraction = rest.first == "." ? Self.takeDigits(from: &rest, after: 1) : ""
    var exponent = 0
    if rest.first == "e" || rest.first == "E" {
      let sign = rest.dropFirst().first == "+" ? 2 : 1
      guard let power = Int(Self.takeDigits(from: &rest, after: sign)), power <= 12 else { return nil }
      exponent = power
    }
    guard !whole.isEmpty, whole.count + fraction.count <= 18, let mantissa = Int128(whole + fraction),
      let unit = Self.units[String(Self.trimmed(rest))]
    else { return nil }
    numerator = mantissa * unit * Self.power(10, exponent)
    denominator = Self.power(10, fraction.count)
  }

  private static func takeDigits(from rest: inout Substring, after skipped: Int = 0) -> String {
    rest = rest.dropFirst(skipped)
    let digits = rest.prefix { $0.isASCII && $0.isNumber || $0 == "_" }
    rest = rest[digits.endIndex...]
    return digits.filter { $0 != "_" }
  }

  private static let units: [String: Int128] = [
    "": 1, "K": 1000, "M": 1_000_000, "G": 1_000_000_000, "B": 1, "KiB": 1 << 10, "MiB": 1 << 20, "GiB": 1 << 30,
  ]

  private static func power(_ base: Int128, _ exponent: Int) -> Int128 {
    (0..<exponent).reduce(1) { product, _ in product * base }
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return text
  }

  package func holds(for actual: Int) -> Bool {
    let left = Int128(actual) * denominator
    switch relation {
    case .equal: return left == numerator
    case .atMost: return left <= numerator
    case .atLeast: return left >= numerator
    case .below: return left < numerator
    case .above: return left > numerator
    }
  }

  /// Whether the number itself is larger.
  func exceeds(_ actual: Int) -> Bool { Int128(actual) * denominator < numerator }

  /// What is promised, as a phrase: `at most 1.82G`.
  package var phrase: String {
    switch relation {
    case .equal: text
    case .atMost: "at most \(text)"
    case .atLeast: "at least \(text)"
    case .below: "below \(text)"
    case .above: "above \(text)"
    }
  }
}
