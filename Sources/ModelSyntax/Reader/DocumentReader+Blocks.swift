import Diagnostics

extension DocumentReader {
  /// The params of the file.
  mutating func params(_ entry: SyntaxEntry) -> [WrittenEntry] {
    guard let entries = map(entry, "a map from names to values") else { return [] }
    for param in entries { checkName(param.key, role: "the name of a param", of: .value) }
    return written(entries)
  }

  mutating func readBlocks(_ entry: SyntaxEntry) {
    for item in map(entry, "a map from names to blocks") ?? [] {
      checkName(item.key, role: "the name of a block", of: .block)
      if let block = block(item) { document.blocks.append(block) }
    }
  }

  private mutating func block(_ entry: SyntaxEntry) -> BlockSyntax? {
    guard let entries = map(entry, "a map with layers") else { return nil }
    var block = BlockSyntax(name: entry.key, params: [], inputs: [Located("in", at: entry.key.span)], layers: [])
    let parts = keys(BlockKey.self, of: entries, in: "a block")
    for (key, part) in parts {
      switch key {
      case .doc: block.doc = text(part)
      case .params: block.params = blockParams(part)
      case .inputs:
        block.inputs = texts(part, "a list of names")
        for name in block.inputs where name.value != "in" { checkIdentifier(name, role: "the name of an input") }
      case .layers: block.layers = layers(part)
      }
    }
    if !parts.contains(where: { $0.key == .layers }) {
      diagnostics.append(.missingKey(BlockKey.layers.rawValue, of: "a block", at: entry.key.span))
      block.layers = [LayerSyntax(kind: .invalid, span: entry.key.span)]
    }
    return block
  }

  private mutating func blockParams(_ entry: SyntaxEntry) -> [BlockSyntax.Parameter] {
    var params: [BlockSyntax.Parameter] = []
    for item in map(entry, "a map from names to defaults or 'required'") ?? [] {
      checkName(item.key, role: "the name of a param", of: .blockParam)
      if case .scalar(let scalar) = item.value.kind, scalar.text == "required", scalar.style == .plain {
        params.append(.init(name: item.key, defaultValue: nil))
      } else {
        params.append(.init(name: item.key, defaultValue: written(item.value)))
      }
    }
    return params
  }

  /// Checks a name that a file gives: an identifier, and not one that means something else at its place.
  mutating func checkName(_ name: Located<String>, role: String, of kind: NameKind) {
    guard Identifier.isValid(name.value) else {
      diagnostics.append(.invalidIdentifier(name.value, role: role, at: name.span))
      return
    }
    if kind.isReserved(name.value) {
      diagnostics.append(.reservedName(name, role: role, meaning: kind.meaning(of: name.value)))
    }
  }
}

/// What a name given by a file is used for, which decides the names that are taken.
enum NameKind {
  /// Params of the file and loop variables.
  case value
  case blockParam
  case block

  private static let valuesOfLayers: Set<String> = ["i", "in_channels", "in_height", "in_width"]

  func isReserved(_ name: String) -> Bool {
    switch self {
    case .block: CommonKeys.names.contains(name) || Combinator(rawValue: name) != nil
    case .value: Self.valuesOfLayers.contains(name) || !ExpressionToken.isName(name)
    case .blockParam: NameKind.value.isReserved(name) || CommonKeys.names.contains(name)
    }
  }

  func meaning(of name: String) -> String {
    if CommonKeys.names.contains(name) { return "a key of every layer" }
    if Combinator(rawValue: name) != nil { return "a combinator" }
    return Self.valuesOfLayers.contains(name)
      ? "a name in every layer's expressions" : "a word of the expression language"
  }
}

extension DiagnosticCode {
  static let reservedName = DiagnosticCode(
    "E0125", "reserved-name",
    explanation: """
      A block's params stand beside the keys that every layer can have, so they cannot be called `name`, `from`,
      `when`, `repeat`, `each`, `expect`, `doc` or `freeze`. No param or loop variable can be called `i`,
      `in_channels`, `in_height`, `in_width` or like a word of the expression language, and no block like a
      combinator.
      """,
    bad: """
      cnnc: 1
      model: example
      input: [N, 3, 8, 8]
      blocks:
        twice:
          params: {repeat: 1}
          layers:
            - relu
      layers:
        - twice
      """,
    good: """
      cnnc: 1
      model: example
      input: [N, 3, 8, 8]
      blocks:
        twice:
          layers:
            - relu
      layers:
        - twice: {repeat: 2}
      """)
}

extension Diagnostic {
  static func reservedName(_ name: Located<String>, role: String, meaning: String) -> Diagnostic {
    Diagnostic(.reservedName, "\(role) must not be '\(name.value)', which is \(meaning)", at: Label(name.span))
  }
}
