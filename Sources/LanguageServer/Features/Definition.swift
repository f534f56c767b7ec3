import Diagnostics
import Elaborator
import Formats
import ModelSyntax

extension RequestHandler {
  /// Where the name under the cursor is given, or the file that an include names.
  static let definition = RequestHandler("textDocument/definition", capability: .init("definitionProvider", true)) {
    (server, params) throws(ResponseError) in
    let (document, offset) = try server.place(params)
    guard let (model, source) = server.workspace.models(reading: document).first else { return .null }
    let spans = Definition(model, source, offset: offset, folder: document.folder).spans
    return .array(spans.map { server.workspace.location($0, in: model) })
  }
}

/// Finds what the text at one place refers to.
struct Definition {
  private let model: CheckedModel
  private let source: SourceID
  private let offset: Int
  private let folder: String

  init(_ model: CheckedModel, _ source: SourceID, offset: Int, folder: String) {
    self.model = model
    self.source = source
    self.offset = offset
    self.folder = folder
  }

  var spans: [Span] {
    if let include = includedFile { return [Span(include, 0..<0)] }
    if let symbol = model.symbols.symbol(at: offset, in: source)?.symbol { return symbol.declarations }
    return madeLayer.map { [$0] } ?? []
  }

  /// The file whose path the cursor is in.
  private var includedFile: SourceID? {
    let document = model.documents.first { $0.source == source }
    let include = document?.includes.first { $0.span.lower <= offset && offset <= $0.span.upper }
    guard let include else { return nil }
    let path = model.sources[source].path
    let around = source.index == 0 ? folder : path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    return model.source(ofPath: Self.normal(around + include.value))
  }

  /// A path without `.` and `..`.
  private static func normal(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == "..", !parts.isEmpty { parts.removeLast() } else { parts.append(part) }
    }
    return (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
  }

  /// The layer that a name means which an expression made, such as `layer$(i + 1)`, found by its path.
  private var madeLayer: Span? {
    let layers = model.layers(in: source).around(offset)
    guard let layer = layers.last, let name = name(in: layer.from) else { return nil }
    for trace in model.traces[layer.span] ?? [] {
      var scope = trace.path.split(separator: ".")
      while !scope.isEmpty {
        scope.removeLast()
        let path = (scope + name.split(separator: ".")).joined(separator: ".")
        if let found = model.tracesByPath[path] { return found.span.start }
      }
    }
    return nil
  }

  private func name(in value: WrittenValue?) -> String? {
    switch value?.content {
    case .string(let text): value.map { $0.span.lower <= offset && offset <= $0.span.upper } == true ? text : nil
    case .list(let items): items.lazy.compactMap { name(in: $0) }.first
    default: nil
    }
  }
}
