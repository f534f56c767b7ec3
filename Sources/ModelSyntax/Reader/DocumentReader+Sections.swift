import Diagnostics

extension DocumentReader {
  mutating func readInput(_ entry: SyntaxEntry) {
    if let input = input(Located("input", at: entry.key.span), entry) { document.inputs.append(input) }
  }

  mutating func readInputs(_ entry: SyntaxEntry) {
    for item in map(entry, "a map from names to shapes") ?? [] {
      checkIdentifier(item.key, role: "the name of an input")
      if let input = input(item.key, item) { document.inputs.append(input) }
    }
  }

  private mutating func input(_ name: Located<String>, _ entry: SyntaxEntry) -> InputSyntax? {
    switch entry.value.kind {
    case .sequence: return InputSyntax(name: name, shape: written(entry.value))
    case .mapping(let entries):
      var input = InputSyntax(name: name, shape: WrittenValue(.invalid, at: entry.value.span))
      let parts = keys(InputKey.self, of: entries, in: "an input")
      for (key, part) in parts {
        switch key {
        case .shape: input.shape = written(part.value)
        case .dtype: input.dtype = text(part)
        case .layout: input.layout = text(part)
        case .preprocess: input.preprocess = written(part.value)
        case .labels: input.labels = written(part.value)
        }
      }
      if !parts.contains(where: { $0.key == .shape }) {
        diagnostics.append(.missingKey(InputKey.shape.rawValue, of: "an input written as a map", at: entry.key.span))
      }
      return input
    case .scalar, .invalid:
      reportKind(entry, "a shape such as [N, 3, 224, 224]")
      return InputSyntax(name: name, shape: WrittenValue(.invalid, at: entry.value.span))
    }
  }

  mutating func readDefaults(_ entry: SyntaxEntry) {
    for item in map(entry) ?? [] {
      if item.key.value == "rounding" {
        document.defaults.rounding = WrittenEntry(key: item.key, value: written(item.value))
      } else if let attributes = map(item, "a map of attributes") {
        document.defaults.operators.append(.init(name: item.key, attributes: written(attributes)))
      }
    }
  }

  mutating func readOutputs(_ entry: SyntaxEntry) {
    let expected = "a list of layer names or of {alias: name}"
    switch entry.value.kind {
    case .scalar: document.outputs = text(entry, expected).map { [OutputSyntax(source: $0)] } ?? []
    case .mapping(let entries): document.outputs = aliases(entries)
    case .sequence(let items):
      for item in items {
        if case .mapping(let entries) = item.kind {
          document.outputs += aliases(entries)
        } else if let name = text(SyntaxEntry(key: entry.key, value: item), expected) {
          document.outputs.append(OutputSyntax(source: name))
        }
      }
    case .invalid: break
    }
  }

  private mutating func aliases(_ entries: [SyntaxEntry]) -> [OutputSyntax] {
    entries.compactMap { entry in
      checkIdentifier(entry.key, role: "the name of an output")
      return text(entry, "a layer's name").map { OutputSyntax(alias: entry.key, source: $0) }
    }
  }
}
