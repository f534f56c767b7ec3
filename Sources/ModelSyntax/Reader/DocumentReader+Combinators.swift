import Diagnostics

extension DocumentReader {
  mutating func sequential(_ entry: SyntaxEntry) -> LayerSyntax.Kind {
    guard let items = list(entry, Combinator.sequential.form) else { return .invalid }
    return .sequential(keyword: entry.key.span, layers(items))
  }

  mutating func residual(_ entry: SyntaxEntry, _ common: inout CommonKeys) -> LayerSyntax.Kind {
    if case .sequence(let items) = entry.value.kind {
      return .residual(keyword: entry.key.span, body: layers(items), shortcut: nil, join: nil)
    }
    guard let entries = map(entry, Combinator.residual.form) else { return .invalid }
    var body: [LayerSyntax]?
    var shortcut: [LayerSyntax]?
    var join: Located<String>?
    for (key, part) in keys(ResidualKey.self, of: uncommon(entries, &common), in: "'residual'") {
      switch key {
      case .body: body = layers(part)
      case .shortcut: shortcut = layers(part)
      case .join: join = text(part)
      }
    }
    guard let body else {
      diagnostics.append(.missingKey(ResidualKey.body.rawValue, of: "'residual' written as a map", at: entry.key.span))
      return .invalid
    }
    return .residual(keyword: entry.key.span, body: body, shortcut: shortcut, join: join)
  }

  mutating func parallel(_ entry: SyntaxEntry, _ common: inout CommonKeys) -> LayerSyntax.Kind {
    guard let entries = map(entry, Combinator.parallel.form) else { return .invalid }
    var branches: [LayerSyntax.Branch]?
    var join: Located<String>?
    var axis: WrittenValue?
    var isMissing = true
    for (key, part) in keys(ParallelKey.self, of: uncommon(entries, &common), in: "'parallel'") {
      switch key {
      case .branches:
        isMissing = false
        branches = self.branches(part)
      case .join: join = text(part)
      case .axis: axis = written(part.value)
      }
    }
    if isMissing {
      diagnostics.append(.missingKey(ParallelKey.branches.rawValue, of: "'parallel'", at: entry.key.span))
    }
    guard let branches else { return .invalid }
    return .parallel(keyword: entry.key.span, branches: branches, join: join, axis: axis)
  }

  /// The entries of a combinator's map that are not common keys.
  private mutating func uncommon(_ entries: [SyntaxEntry], _ common: inout CommonKeys) -> [SyntaxEntry] {
    entries.filter { !common.take($0, reporting: &diagnostics) }
  }

  private mutating func branches(_ entry: SyntaxEntry) -> [LayerSyntax.Branch]? {
    switch entry.value.kind {
    case .sequence(let items):
      return items.map { branch(SyntaxEntry(key: Located("branches", at: $0.span), value: $0), name: nil) }
    case .mapping(let entries):
      return entries.map { entry in
        checkIdentifier(entry.key, role: "the name of a branch")
        return branch(entry, name: entry.key)
      }
    case .scalar, .invalid:
      reportKind(entry, "a list of branches or a map from names to branches")
      return nil
    }
  }

  private mutating func branch(_ entry: SyntaxEntry, name: Located<String>?) -> LayerSyntax.Branch {
    guard let items = list(entry, name == nil ? "a list of lists of layers" : "a list of layers") else {
      let unknown = LayerSyntax(kind: .invalid, span: entry.value.span)
      return LayerSyntax.Branch(name: name, layers: [unknown], span: entry.value.span)
    }
    return LayerSyntax.Branch(name: name, layers: layers(items), span: entry.value.span)
  }
}
