import CNNCKit
import Diagnostics
import Elaborator
import Formats
import Graph
import ModelSyntax
import Tensors

extension RequestHandler {
  /// Whether the name under the cursor can be renamed, and where it stands.
  static let prepareRename = RequestHandler("textDocument/prepareRename") { (server, params) throws(ResponseError) in
    let (document, offset) = try server.place(params)
    guard let (model, source) = server.workspace.models(reading: document).first,
      let (symbol, span) = model.symbols.symbol(at: offset, in: source), Renaming(symbol, in: model).isPossible
    else { return .null }
    return [
      "range": .range(span.lower..<span.upper, in: document.positions), "placeholder": .string(symbol.name),
    ]
  }

  /// Renames a layer, param, block, loop variable or input at every place, unless that changes what a model means.
  ///
  /// The models are those that are open, and those of the client's folders that share the name.
  static let rename = RequestHandler(
    "textDocument/rename", capability: .init("renameProvider", ["prepareProvider": true])
  ) { (server, params) throws(ResponseError) in
    let (document, offset) = try server.place(params)
    let name = try params.text("newName")
    var edits = WorkspaceEdit()
    for (model, symbol) in server.workspace.symbols(at: offset, in: document) {
      let renaming = Renaming(symbol, in: model)
      try renaming.check(name)
      for edit in renaming.edits(to: name) { edits.add(edit, in: model, of: server.workspace) }
    }
    if edits.isEmpty { throw ResponseError(.requestFailed, "there is no name to change here") }
    return edits.json(of: server.workspace, for: server.client)
  }
}

/// The change of one name in one model.
struct Renaming {
  private let symbol: Symbol
  private let model: CheckedModel

  init(_ symbol: Symbol, in model: CheckedModel) {
    self.symbol = symbol
    self.model = model
  }

  /// Whether every place holds the name letter by letter: not the key `input`, nor a text with escapes.
  var isPossible: Bool {
    symbol.occurrences.allSatisfy { place($0) != nil }
  }

  func edits(to name: String) -> [Edit] {
    Set(symbol.occurrences.compactMap(place)).sorted().map { Edit($0, name) }
  }

  /// The bytes of the name, without the quotes around it.
  private func place(_ occurrence: Symbol.Occurrence) -> Span? {
    var span = occurrence.span
    if symbol.kind == .input, model.sources.text(of: span) == ModelKey.input.rawValue, isInputKey(span) { return nil }
    let quotes = span.upper - span.lower - symbol.name.utf8.count
    if quotes == 2 {
      span.lower += 1
      span.upper -= 1
    }
    return model.sources.text(of: span) == symbol.name ? span : nil
  }

  /// Whether a place is the top-level key `input`, whose input has that name by itself.
  private func isInputKey(_ span: Span) -> Bool {
    let source = model.sources[span.source]
    return source.position(at: span.lower).column == 1
  }

  /// Refuses a name that cannot be written there, and one that would change what the model means.
  func check(_ name: String) throws(ResponseError) {
    guard isPossible else {
      throw ResponseError(.requestFailed, "'\(symbol.name)' is not written out everywhere, so it cannot be renamed")
    }
    let isName =
      symbol.kind == .layer
      ? !name.isEmpty && name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" } && name.first != "-"
      : Identifier.isValid(name)
    guard isName else { throw .invalidParams("'\(name)' cannot be the name of a \(symbol.kind.phrase)") }
    guard let renamed = model.model.edited(edits(to: name)) else {
      throw ResponseError(.requestFailed, "'\(symbol.name)' stands at places that overlap")
    }
    let known = model.model.diagnostics.filter { $0.severity == .error }
    let errors = renamed.diagnostics.filter { $0.severity == .error }
    let isWorse = errors.count > known.count
    if isWorse, let error = errors.first(where: { error in !known.contains { $0.message == error.message } }) {
      throw ResponseError(.requestFailed, "the model would not check with '\(name)': \(error.message)")
    }
    guard !isWorse, renamed.hasSameNetwork(as: model.model) else {
      throw ResponseError(.requestFailed, "'\(name)' already means something else here")
    }
  }
}

extension Model {
  /// Whether two models compute the same, whatever their layers are called.
  fileprivate func hasSameNetwork(as other: Model) -> Bool {
    guard let graph, let otherGraph = other.graph else { return graph == nil && other.graph == nil }
    return graph.nodes.count == otherGraph.nodes.count
      && zip(graph.nodes, otherGraph.nodes).allSatisfy { $0.inputs == $1.inputs && $0.outputs == $1.outputs }
      && zip(graph.values, otherGraph.values).allSatisfy { $0.type == $1.type }
      && graph.outputs.map(\.value) == otherGraph.outputs.map(\.value)
  }
}
