import CNNCKit
import Diagnostics
import Elaborator
import Formats
import Graph
import ModelSyntax

extension RequestHandler {
  /// The outline: params, inputs, blocks with their layers, and the network's layers.
  static let documentSymbol = RequestHandler(
    "textDocument/documentSymbol", capability: .init("documentSymbolProvider", true)
  ) { (server, params) throws(ResponseError) in
    let document = try server.document(params)
    guard let (model, source) = server.workspace.models(reading: document).first else { return [] }
    let outline = Outline(model, source).entries
    if server.client.hasSymbolTree { return .array(outline.map { $0.tree(in: document.positions) }) }
    return .array(outline.flatMap { $0.list(in: document, below: nil) })
  }
}

/// One line of an outline with those below it.
struct OutlineEntry {
  /// The numbers that the protocol gives to kinds.
  enum Kind: Int {
    case module = 2
    case type = 5
    case function = 12
    case variable = 13
    case constant = 14
  }

  var name: String
  var detail: String?
  var kind: Kind
  var span: Span
  var nameSpan: Span
  var children: [OutlineEntry] = []

  func tree(in positions: PositionTable) -> JSON {
    var members: [JSON.Member] = [
      .init("name", .string(name)), .init("kind", .int(kind.rawValue)),
      .init("range", .range(span.lower..<span.upper, in: positions)),
      .init("selectionRange", .range(nameSpan.lower..<nameSpan.upper, in: positions)),
    ]
    if let detail { members.append(.init("detail", .string(detail))) }
    if !children.isEmpty { members.append(.init("children", .array(children.map { $0.tree(in: positions) }))) }
    return .object(members)
  }

  /// The entry and those below it for a client that shows no tree.
  func list(in document: OpenDocument, below container: String?) -> [JSON] {
    var members: [JSON.Member] = [
      .init("name", .string(name)), .init("kind", .int(kind.rawValue)),
      .init(
        "location",
        ["uri": .string(document.uri), "range": .range(span.lower..<span.upper, in: document.positions)]),
    ]
    if let container { members.append(.init("containerName", .string(container))) }
    return [.object(members)] + children.flatMap { $0.list(in: document, below: name) }
  }
}

/// The outline of one source of a model.
struct Outline {
  private(set) var entries: [OutlineEntry] = []
  private let model: CheckedModel

  init(_ model: CheckedModel, _ source: SourceID) {
    self.model = model
    guard let document = model.documents.first(where: { $0.source == source }) else { return }
    entries += document.params.map { param in
      OutlineEntry(
        name: param.key.value, detail: model.sources.text(of: param.value.span), kind: .constant,
        span: param.key.span.union(param.value.span), nameSpan: param.key.span)
    }
    entries += document.inputs.map { input in
      OutlineEntry(
        name: input.name.value, detail: model.sources.text(of: input.shape.span), kind: .variable,
        span: input.name.span.union(input.shape.span), nameSpan: input.name.span)
    }
    entries += document.blocks.map { block in
      let span = block.layers.reduce(block.name.span) { $0.union($1.span) }
      return OutlineEntry(
        name: block.name.value, detail: "block", kind: .type, span: span, nameSpan: block.name.span,
        children: block.layers.map(entry))
    }
    entries += document.layers.map(entry)
  }

  /// A layer by its path when it stands for one, else by its written name; recursion is bounded by the file's nesting.
  private func entry(_ layer: LayerSyntax) -> OutlineEntry {
    let keyword = layer.keyword ?? layer.span.start
    let callee = model.sources.text(of: keyword)
    let traces = model.traces[layer.span] ?? []
    let written = layer.name.map { model.sources.text(of: $0.span) }
    var detail = callee
    if let graph = model.model.graph, let trace = traces.last {
      detail += " " + LayerText.shapes(trace.outputs, in: graph)
    }
    // An unnamed combinator is known by the path of its join, which is no name of the file.
    let isNameless = layer.name == nil && !layer.inner.isEmpty
    let name = traces.count == 1 && !isNameless ? traces[0].path : written ?? callee
    let isCall = if case .call = layer.kind { true } else { false }
    let contained = keyword.lower >= layer.span.lower && keyword.upper <= layer.span.upper ? keyword : layer.span.start
    return OutlineEntry(
      name: name.isEmpty ? "?" : name, detail: detail, kind: isCall ? .function : .module, span: layer.span,
      nameSpan: contained, children: layer.inner.map(entry))
  }
}
