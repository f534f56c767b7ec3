/// Makes random sentences of a grammar.
struct GrammarGenerator {
  private let grammar: GrammarFile
  /// The fewest rules inside each other that each rule needs.
  private let heights: [String: Int]
  private var random: SeededGenerator

  init(_ grammar: GrammarFile, seed: UInt64) {
    self.grammar = grammar
    random = SeededGenerator(seed: seed)
    var heights: [String: Int] = [:]
    for _ in grammar.names {
      for name in grammar.names {
        heights[name] = grammar.rules[name].flatMap { Self.height($0, heights) }.map { $0 + 1 }
      }
    }
    self.heights = heights
  }

  private static func height(_ item: GrammarFile.Item, _ heights: [String: Int]) -> Int? {
    switch item {
    case .text, .characters, .optional, .many: return 0
    case .rule(let name): return heights[name]
    case .some(let inner): return height(inner, heights)
    case .choice(let items): return items.compactMap { height($0, heights) }.min()
    case .sequence(let items):
      let all = items.map { height($0, heights) }
      return all.contains(nil) ? nil : all.compactMap { $0 }.max() ?? 0
    }
  }

  /// The tokens of a sentence of a rule that nests about `depth` rules.
  mutating func tokens(of rule: String, depth: Int) -> [String] {
    guard let item = grammar.rules[rule] else { return [] }
    if GrammarFile.isToken(rule) {
      let token = make(item, depth: 4, isToken: true).joined()
      return [grammar.words.contains(token) ? token + "_" : token]
    }
    return make(item, depth: depth - 1, isToken: false)
  }

  private mutating func make(_ item: GrammarFile.Item, depth: Int, isToken: Bool) -> [String] {
    switch item {
    case .text(let text): return [text]
    case .rule(let name): return tokens(of: name, depth: depth)
    case .characters(let members, let negated):
      let plain = " abcxyz019_+-*/()[],.'\"\\".unicodeScalars
      let pool = negated ? plain.filter { !members.contains($0) } : members.sorted()
      return [String(Character(pool[Int.random(in: 0..<pool.count, using: &random)]))]
    case .sequence(let items):
      var result: [String] = []
      for item in items { result += make(item, depth: depth, isToken: isToken) }
      return result
    case .choice(let items):
      let fitting = items.filter { (Self.height($0, heights) ?? .max) <= depth }
      let lowest = items.min { (Self.height($0, heights) ?? .max) < (Self.height($1, heights) ?? .max) }
      return make(fitting.randomElement(using: &random) ?? lowest ?? .sequence([]), depth: depth, isToken: isToken)
    case .optional(let inner): return repeated(inner, 0...1, depth, isToken)
    case .many(let inner): return repeated(inner, 0...2, depth, isToken)
    case .some(let inner): return repeated(inner, 1...3, depth, isToken)
    }
  }

  private mutating func repeated(
    _ inner: GrammarFile.Item, _ counts: ClosedRange<Int>, _ depth: Int, _ isToken: Bool
  ) -> [String] {
    let isTooDeep = (Self.height(inner, heights) ?? .max) > depth
    let isRare = !isToken && Int.random(in: 0..<3, using: &random) > 0
    let count = isTooDeep || isRare ? counts.lowerBound : Int.random(in: counts, using: &random)
    var result: [String] = []
    for _ in 0..<count { result += make(inner, depth: depth, isToken: isToken) }
    return result
  }
}
