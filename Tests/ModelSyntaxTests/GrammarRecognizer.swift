/// Decides whether a text is a sentence of a grammar, by trying every way to read it.
///
/// It shares nothing with the parser it is held against: the grammar file is all it knows.
struct GrammarRecognizer {
  private struct Place: Hashable {
    var rule: String
    var start: Int
  }

  private let grammar: GrammarFile
  private let literals: [String]
  private let tokenRules: [String]

  /// `start` is the rule of sentences.
  init(_ grammar: GrammarFile, start: String) {
    self.grammar = grammar
    var reached: Set<String> = []
    var texts: Set<String> = []
    var tokens: Set<String> = []
    var open = [start]
    while let name = open.popLast() {
      guard reached.insert(name).inserted, let item = grammar.rules[name] else { continue }
      if GrammarFile.isToken(name) {
        tokens.insert(name)
      } else {
        Self.visit(item) {
          texts.insert($0)
        } rule: {
          open.append($0)
        }
      }
    }
    literals = texts.sorted()
    tokenRules = tokens.sorted()
  }

  private static func visit(_ item: GrammarFile.Item, text: (String) -> Void, rule: (String) -> Void) {
    switch item {
    case .text(let literal): text(literal)
    case .rule(let name): rule(name)
    case .characters: break
    case .sequence(let items), .choice(let items): for item in items { visit(item, text: text, rule: rule) }
    case .optional(let inner), .many(let inner), .some(let inner): visit(inner, text: text, rule: rule)
    }
  }

  func accepts(_ text: String, as rule: String) -> Bool {
    guard let tokens = tokens(of: Array(text.unicodeScalars)) else { return false }
    var memo: [Place: Set<Int>] = [:]
    return ends(.rule(rule), 0, tokens, &memo).contains(tokens.count)
  }

  // MARK: Tokens

  private struct Token {
    var text: String
    /// The token rule that reads it; nil for a text in quotes.
    var rule: String?
  }

  private func tokens(of text: [Unicode.Scalar]) -> [Token]? {
    var tokens: [Token] = []
    var place = 0
    while place < text.count {
      if [" ", "\t", "\n", "\r"].contains(text[place]) {
        place += 1
        continue
      }
      var best: (end: Int, rule: String?)?
      for rule in tokenRules {
        let end = grammar.rules[rule].flatMap { characterEnds($0, place, text).max() } ?? place
        if end > place, end > best?.end ?? place { best = (end, rule) }
      }
      for literal in literals where text[place...].starts(with: literal.unicodeScalars) {
        let end = place + literal.unicodeScalars.count
        if end > best?.end ?? place || end == best?.end && best?.rule != nil { best = (end, nil) }
      }
      guard let best else { return nil }
      if best.rule == "NUMBER", best.end < text.count, isPartOfNumber(text[best.end]) { return nil }
      tokens.append(Token(text: String(String.UnicodeScalarView(text[place..<best.end])), rule: best.rule))
      place = best.end
    }
    return tokens
  }

  private func isPartOfNumber(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII
      && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "_" || scalar == ".")
  }

  private func characterEnds(_ item: GrammarFile.Item, _ start: Int, _ text: [Unicode.Scalar]) -> Set<Int> {
    switch item {
    case .text(let literal):
      return text[start...].starts(with: literal.unicodeScalars) ? [start + literal.unicodeScalars.count] : []
    case .rule(let name): return grammar.rules[name].map { characterEnds($0, start, text) } ?? []
    case .characters(let members, let negated):
      return start < text.count && members.contains(text[start]) != negated ? [start + 1] : []
    case .sequence(let items):
      return items.reduce([start]) { starts, item in Set(starts.flatMap { characterEnds(item, $0, text) }) }
    case .choice(let items): return Set(items.flatMap { characterEnds($0, start, text) })
    case .optional(let inner): return characterEnds(inner, start, text).union([start])
    case .many(let inner): return closure([start]) { characterEnds(inner, $0, text) }
    case .some(let inner): return closure(characterEnds(inner, start, text)) { characterEnds(inner, $0, text) }
    }
  }

  private func closure(_ starts: Set<Int>, _ step: (Int) -> Set<Int>) -> Set<Int> {
    var all = starts
    var fresh = starts
    while !fresh.isEmpty {
      fresh = Set(fresh.flatMap(step)).subtracting(all)
      all.formUnion(fresh)
    }
    return all
  }

  // MARK: Sentences

  private func ends(
    _ item: GrammarFile.Item, _ start: Int, _ tokens: [Token], _ memo: inout [Place: Set<Int>]
  ) -> Set<Int> {
    switch item {
    case .text(let literal):
      return start < tokens.count && tokens[start].rule == nil && tokens[start].text == literal ? [start + 1] : []
    case .rule(let name) where GrammarFile.isToken(name):
      return start < tokens.count && tokens[start].rule == name ? [start + 1] : []
    case .rule(let name):
      let place = Place(rule: name, start: start)
      if let known = memo[place] { return known }
      let result = grammar.rules[name].map { ends($0, start, tokens, &memo) } ?? []
      memo[place] = result
      return result
    case .characters: return []
    case .sequence(let items):
      var starts: Set<Int> = [start]
      for item in items {
        var next: Set<Int> = []
        for place in starts { next.formUnion(ends(item, place, tokens, &memo)) }
        starts = next
      }
      return starts
    case .choice(let items):
      var result: Set<Int> = []
      for item in items { result.formUnion(ends(item, start, tokens, &memo)) }
      return result
    case .optional(let inner): return ends(inner, start, tokens, &memo).union([start])
    case .many(let inner): return repeated(inner, from: [start], tokens, &memo)
    case .some(let inner): return repeated(inner, from: ends(inner, start, tokens, &memo), tokens, &memo)
    }
  }

  private func repeated(
    _ inner: GrammarFile.Item, from starts: Set<Int>, _ tokens: [Token], _ memo: inout [Place: Set<Int>]
  ) -> Set<Int> {
    var all = starts
    var fresh = starts
    while !fresh.isEmpty {
      var next: Set<Int> = []
      for place in fresh { next.formUnion(ends(inner, place, tokens, &memo)) }
      fresh = next.subtracting(all)
      all.formUnion(fresh)
    }
    return all
  }
}
