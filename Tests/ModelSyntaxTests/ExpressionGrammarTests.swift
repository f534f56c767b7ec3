import Diagnostics
import TestSupport
import Testing

@testable import ModelSyntax

@Suite("grammar/expressions.ebnf")
struct ExpressionGrammarTests {
  private let grammar: GrammarFile

  init() throws { grammar = try GrammarFile(TestFile.text(Repository.root + "/grammar/expressions.ebnf")) }

  /// Whether the parser takes a text; nil when a limit or a number's size decides and not the grammar.
  private func parserAccepts(_ text: String) -> Bool? {
    do throws(ExpressionError) {
      _ = try parse(text)
      return true
    } catch {
      return error.diagnostic?.code == .expressionSyntax ? false : nil
    }
  }

  /// Joins tokens with blanks where they would read as one, and sometimes elsewhere.
  private func join(_ tokens: [String], _ random: inout SeededGenerator) -> String {
    var text = ""
    for token in tokens {
      let isRequired = !text.isEmpty && !token.isEmpty
      if isRequired && (needsBlank(text, token) || Int.random(in: 0..<3, using: &random) == 0) {
        text += [" ", "  ", "\t", "\n"].randomElement(using: &random) ?? " "
      }
      text += token
    }
    return text
  }

  private func needsBlank(_ left: String, _ right: String) -> Bool {
    let last = left.last ?? " "
    let first = right.first ?? " "
    func isWord(_ character: Character) -> Bool {
      character.isLetter || character.isNumber || character == "_" || character == "."
    }
    return isWord(last) && isWord(first) || last == first && "*/=<>!".contains(last) || first == "="
      || "<>".contains(last)
  }

  @Test("Every rule that is used is defined, and every rule is used")
  func rules() {
    #expect(grammar.names.first == "scalar")
    var used: Set<String> = ["scalar"]
    for name in grammar.names {
      collect(grammar.rules[name] ?? .sequence([]), &used)
    }
    #expect(used == Set(grammar.names))
  }

  private func collect(_ item: GrammarFile.Item, _ used: inout Set<String>) {
    switch item {
    case .rule(let name): used.insert(name)
    case .sequence(let items), .choice(let items): for item in items { collect(item, &used) }
    case .optional(let inner), .many(let inner), .some(let inner): collect(inner, &used)
    case .text, .characters: break
    }
  }

  @Test("The parser accepts every sentence of the grammar")
  func sentences() {
    var generator = GrammarGenerator(grammar, seed: 1)
    var random = SeededGenerator(seed: 2)
    var accepted = 0
    for round in 0..<3000 {
      let text = join(generator.tokens(of: "expression", depth: 12 + round % 14), &random)
      guard text.utf8.count <= ExpressionLimits.length, let verdict = parserAccepts(text) else { continue }
      #expect(verdict, "\(text)")
      accepted += 1
    }
    #expect(accepted > 2500)
  }

  @Test("Scalars of the grammar are read, and what has no '$' is text")
  func scalars() {
    var generator = GrammarGenerator(grammar, seed: 3)
    for _ in 0..<1000 {
      let text = generator.tokens(of: "scalar", depth: 24).joined(separator: "")
      let span = Span(testSource, 0..<text.utf8.count)
      let scalar = ScalarText(text, style: .plain, span: span, source: SourceText(path: "", text: text))
      do throws(ExpressionError) {
        let content = try Interpolation.content(of: scalar)
        if case .string(let value) = content { #expect(value == text.replacing("$$", with: "$")) }
      } catch {
        // Tokens of an expression joined without blanks may read as others.
        let code = error.diagnostic?.code
        #expect(
          text.contains("$(")
            && (code == .expressionSyntax || code == .numberOverflow || code == .unclosedExpression
              || code == .expressionLimit),
          "\(text)")
      }
    }
  }

  @Test("Parser and grammar agree on changed sentences")
  func mutations() {
    var generator = GrammarGenerator(grammar, seed: 4)
    var random = SeededGenerator(seed: 5)
    let recognizer = GrammarRecognizer(grammar, start: "expression")
    let pieces = [
      "(", ")", "[", "]", ",", "+", "**", "//", "not", " ", "if", "else", "x", "1", ".5", "'", "\"", "==", "=", "<",
      "$", "012", "1e5", "\\", "and", "é", "true", "a b",
    ]
    var counts = [true: 0, false: 0]
    for _ in 0..<2000 {
      var tokens = generator.tokens(of: "expression", depth: 18)
      for _ in 0..<Int.random(in: 0...2, using: &random) where !tokens.isEmpty {
        let place = Int.random(in: 0..<tokens.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: tokens.remove(at: place)
        case 1: tokens.insert(pieces.randomElement(using: &random) ?? "", at: place)
        case 2: tokens[place] = pieces.randomElement(using: &random) ?? ""
        default: tokens.swapAt(place, Int.random(in: 0..<tokens.count, using: &random))
        }
      }
      let text = join(tokens, &random)
      guard text.utf8.count <= 120, let verdict = parserAccepts(text) else { continue }
      #expect(recognizer.accepts(text, as: "expression") == verdict, "\(text)")
      counts[verdict, default: 0] += 1
    }
    #expect(counts[true, default: 0] > 500 && counts[false, default: 0] > 500)
  }
}
