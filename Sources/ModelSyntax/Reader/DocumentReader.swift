import Diagnostics

/// Reads the tree of a file into a document: checks keys and kinds, parses scalars, and evaluates nothing.
///
/// Each mistake is reported where it is and stands in the document as `invalid`, so that the rest is read and checked.
struct DocumentReader {
  let source: SourceText
  let id: SourceID
  let kind: DocumentKind
  var document: ModelDocument
  var diagnostics: [Diagnostic]
  /// The bytes of scalars with expressions so far.
  var expressionBytes = 0

  init(source: SourceText, id: SourceID, kind: DocumentKind, diagnostics: [Diagnostic]) {
    self.source = source
    self.id = id
    self.kind = kind
    self.diagnostics = diagnostics
    document = ModelDocument(source: id)
  }

  /// Reads the whole file; false when it is no map.
  mutating func read(_ root: SyntaxNode) -> Bool {
    guard case .mapping(let entries) = root.kind else {
      if case .invalid = root.kind { return false }
      diagnostics.append(.notAModel(root, at: Span(id, root.span.lower..<root.span.lower)))
      return false
    }
    let sections = keys(ModelKey.self, of: entries, in: "a model file")
    for (key, entry) in sections { read(key, entry) }
    let present = Set(sections.map(\.key))
    if present.isSuperset(of: [.input, .inputs]),
      let second = sections.last(where: { $0.key == .inputs || $0.key == .input })
    {
      let first = sections.first { $0.key == .inputs || $0.key == .input }
      diagnostics.append(.conflictingKeys(second.entry.key, first?.entry.key ?? second.entry.key))
    }
    if kind == .model { requireKeys(present, at: entries.first?.key.span ?? root.span) }
    return true
  }

  private mutating func requireKeys(_ present: Set<ModelKey>, at span: Span) {
    for key in [ModelKey.cnnc, .model, .layers] where !present.contains(key) {
      diagnostics.append(.missingKey(key.rawValue, of: "a model file", at: span))
    }
    if present.isDisjoint(with: [.input, .inputs]) {
      diagnostics.append(.missingKey(ModelKey.input.rawValue, of: "a model file", at: span))
    }
  }

  private mutating func read(_ key: ModelKey, _ entry: SyntaxEntry) {
    switch key {
    case .cnnc: checkVersion(entry)
    case .model: document.model = identifier(entry, role: "the model's name")
    case .doc: document.doc = text(entry)
    case .params: document.params = params(entry)
    case .input: readInput(entry)
    case .inputs: readInputs(entry)
    case .defaults: readDefaults(entry)
    case .blocks: readBlocks(entry)
    case .include: document.includes = texts(entry, "a list of relative paths")
    case .layers: document.layers = layers(entry)
    case .outputs: readOutputs(entry)
    case .expect: document.expect = writtenEntries(entry)
    case .`init`: document.initializers = writtenEntries(entry)
    case .weights: document.weights = text(entry)
    case .train: document.train = writtenEntries(entry)
    case .lint: document.lint = writtenEntries(entry)
    }
  }

  private mutating func checkVersion(_ entry: SyntaxEntry) {
    if case .scalar(let scalar) = entry.value.kind, scalar.text == "1" { return }
    if case .invalid = entry.value.kind { return }
    diagnostics.append(.unsupportedVersion(entry))
  }
}

extension DiagnosticCode {
  static let unsupportedVersion = DiagnosticCode(
    "E0123", "unsupported-version",
    explanation:
      "The key `cnnc` says which version of the language a file is written in. This program reads version 1.",
    bad: """
      cnnc: 2
      model: example
      input: [N, 3, 8, 8]
      layers:
        - relu
      """,
    good: """
      cnnc: 1
      model: example
      input: [N, 3, 8, 8]
      layers:
        - relu
      """)
}

extension Diagnostic {
  static func unsupportedVersion(_ entry: SyntaxEntry) -> Diagnostic {
    Diagnostic(
      .unsupportedVersion, "the language version must be 1, not \(entry.value.phrase)", at: Label(entry.place))
  }

  static func notAModel(_ root: SyntaxNode, at span: Span) -> Diagnostic {
    Diagnostic(
      .wrongKind, "a model file must be a map, not \(root.phrase)", at: Label(span),
      help: ["begin with the keys cnnc, model, input and layers"])
  }
}
