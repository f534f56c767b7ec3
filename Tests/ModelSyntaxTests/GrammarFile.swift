/// A grammar in the W3C's notation, read for tests.
struct GrammarFile {
  indirect enum Item {
    case text(String)
    case rule(String)
    case characters(Set<Unicode.Scalar>, negated: Bool)
    case sequence([Item])
    case choice([Item])
    case optional(Item)
    case many(Item)
    case some(Item)
  }

  struct Mistake: Error { var description: String }

  private(set) var rules: [String: Item] = [:]
  /// The names in file order.
  private(set) var names: [String] = []
  /// The words in quotes, which are not names.
  private(set) var words: Set<String> = []

  /// A rule whose name is in upper case is one token.
  static func isToken(_ name: String) -> Bool { name == name.uppercased() }

  init(_ text: String) throws {
    var reader = Reader(scalars: Array(text.unicodeScalars))
    while let name = try reader.ruleName() {
      guard rules[name] == nil else { throw Mistake(description: "two rules \(name)") }
      names.append(name)
      rules[name] = try reader.choice()
    }
    words = reader.words
  }

  private struct Reader {
    var scalars: [Unicode.Scalar]
    var place = 0
    var words: Set<String> = []

    var current: Unicode.Scalar? { place < scalars.count ? scalars[place] : nil }

    mutating func skipBlanks() {
      while let scalar = current {
        if scalar == "/", place + 1 < scalars.count, scalars[place + 1] == "*" {
          while place + 1 < scalars.count, !(scalars[place] == "*" && scalars[place + 1] == "/") { place += 1 }
          place += 2
        } else if scalar.properties.isWhitespace {
          place += 1
        } else {
          return
        }
      }
    }

    mutating func word() -> String? {
      skipBlanks()
      var name = ""
      while let scalar = current, scalar.properties.isAlphabetic || scalar == "_" {
        name.unicodeScalars.append(scalar)
        place += 1
      }
      return name.isEmpty ? nil : name
    }

    /// `name ::=`; nil at the end, and where no rule begins nothing is read.
    mutating func ruleName() throws -> String? {
      let start = place
      guard let name = word() else {
        if current != nil { throw Mistake(description: "no rule at \(place)") }
        return nil
      }
      skipBlanks()
      guard scalars[place...].starts(with: "::=".unicodeScalars) else {
        place = start
        return nil
      }
      place += 3
      return name
    }

    mutating func choice() throws -> Item {
      var items = [try sequence()]
      while take("|") { items.append(try sequence()) }
      return items.count == 1 ? items[0] : .choice(items)
    }

    mutating func take(_ scalar: Unicode.Scalar) -> Bool {
      skipBlanks()
      guard current == scalar else { return false }
      place += 1
      return true
    }

    mutating func sequence() throws -> Item {
      var items: [Item] = []
      while let item = try repeated() { items.append(item) }
      return items.count == 1 ? items[0] : .sequence(items)
    }

    mutating func repeated() throws -> Item? {
      guard let item = try primary() else { return nil }
      switch current {
      case "?":
        place += 1
        return .optional(item)
      case "*":
        place += 1
        return .many(item)
      case "+":
        place += 1
        return .some(item)
      default: return item
      }
    }

    mutating func primary() throws -> Item? {
      skipBlanks()
      guard let scalar = current else { return nil }
      switch scalar {
      case "(":
        place += 1
        let inner = try choice()
        guard take(")") else { throw Mistake(description: "no ) at \(place)") }
        return inner
      case "\"", "'":
        let text = String(String.UnicodeScalarView(try until(scalar)))
        if text.first?.isLetter ?? false { words.insert(text) }
        return .text(text)
      case "[": return try characters()
      default:
        guard scalar.properties.isAlphabetic else { return nil }
        let start = place
        if try ruleName() != nil {
          place = start
          return nil
        }
        return word().map { .rule($0) }
      }
    }

    mutating func until(_ end: Unicode.Scalar) throws -> [Unicode.Scalar] {
      place += 1
      let start = place
      while let scalar = current, scalar != end { place += 1 }
      guard current == end else { throw Mistake(description: "no \(end) after \(start)") }
      place += 1
      return Array(scalars[start..<place - 1])
    }

    mutating func characters() throws -> Item {
      var inner = try until("]")
      let negated = inner.first == "^"
      if negated { inner.removeFirst() }
      var members: Set<Unicode.Scalar> = []
      var index = 0
      while index < inner.count {
        if index + 2 < inner.count, inner[index + 1] == "-" {
          for value in inner[index].value...inner[index + 2].value {
            Unicode.Scalar(value).map { _ = members.insert($0) }
          }
          index += 3
        } else {
          members.insert(inner[index])
          index += 1
        }
      }
      return .characters(members, negated: negated)
    }
  }
}
