import Diagnostics
import Testing

@testable import ModelSyntax

@Suite("Values of expressions")
struct ExpressionEvaluationTests {
  @Test("Arithmetic as in Python", arguments: arithmeticCases)
  func arithmetic(example: ExpressionCase) throws {
    #expect(try value(of: example.text) == example.value)
  }

  @Test("Logic as in Python", arguments: logicCases)
  func logic(example: ExpressionCase) throws {
    #expect(try value(of: example.text) == example.value)
  }

  @Test("Lists as in Python", arguments: listsCases)
  func lists(example: ExpressionCase) throws {
    #expect(try value(of: example.text) == example.value)
  }

  @Test("Functions as in Python", arguments: functionsCases)
  func functions(example: ExpressionCase) throws {
    #expect(try value(of: example.text) == example.value)
  }

  @Test("A division that comes out whole is an integer")
  func exactDivision() throws {
    #expect(try value(of: "w / 2") == .int(32))
    #expect(try value(of: "-6 / 3") == .int(-2))
    #expect(try value(of: "w / s / 2") == .int(16))
  }

  @Test("The second operand of 'and' and 'or' and the other branch of a choice are not evaluated")
  func laziness() throws {
    #expect(try value(of: "0 and 1 // 0") == .int(0))
    #expect(try value(of: "1 or unknown") == .int(1))
    #expect(try value(of: "1 if true else 1 // 0") == .int(1))
    #expect(try value(of: "2 < 1 < 1 // 0") == .bool(false))
  }
}

/// The values that the tests' expressions can use.
let exampleValues: [String: ExpressionValue] = [
  "w": .int(64), "s": .int(2), "x": .float(0.5), "name": .string("stem"), "flag": .bool(true),
  "ws": .list([.int(64), .int(128), .int(256)]),
]

var exampleScope: ExpressionScope {
  ExpressionScope(
    lookup: { name in
      switch name {
      case "in_height": .unavailable("the height is the symbol H")
      case "lost": .poisoned
      default: exampleValues[name].map { .value($0) } ?? .unknown
      }
    }, names: { exampleValues.keys.sorted() })
}

/// Parses and evaluates what would stand between `$(` and `)`.
func value(of text: String) throws(ExpressionError) -> ExpressionValue {
  try parse(text).evaluate(in: exampleScope)
}

func parse(_ text: String) throws(ExpressionError) -> Expression {
  let span = Span(testSource, 0..<text.utf8.count)
  let scalar = ScalarText(text, style: .plain, span: span, source: SourceText(path: "", text: text))
  return try ExpressionParser.parse(scalar, in: 0..<text.utf8.count)
}
