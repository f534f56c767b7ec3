import CNNCKit
import Diagnostics
import Formats

extension Workspace {
  /// The name at a place in every model that has it.
  ///
  /// These are the models around the document and, where the name stands in a file that others include too, those others:
  /// whatever is open, and what is on disk in the folders of the client.
  func symbols(at offset: Int, in document: OpenDocument) -> [(model: CheckedModel, symbol: Symbol)] {
    var found = models(reading: document).compactMap { model, source in
      model.symbols.symbol(at: offset, in: source).map { (model: model, symbol: $0.symbol) }
    }
    var searched: Set<String> = []
    var next = 0
    while next < found.count {
      let (model, symbol) = found[next]
      next += 1
      for occurrence in symbol.occurrences {
        let span = occurrence.span
        let path = model.sources[span.source].path
        let isShared = span.source.index > 0 || path == document.path && !document.isModel
        guard isShared, searched.insert(path).inserted else { continue }
        for (other, source) in models(including: path) where !found.contains(where: { $0.model.path == other.path }) {
          guard let (symbol, _) = other.symbols.symbol(at: span.lower, in: source) else { continue }
          found.append((other, symbol))
        }
      }
    }
    return found
  }

  /// The models that include a file, each with the source that the file is there.
  private func models(including path: String) -> [(model: CheckedModel, source: SourceID)] {
    let open = documents.values.filter(\.isModel).sorted { $0.uri < $1.uri }.map(checked)
    let texts = openTexts
    let closed = Includers.candidates(for: path, within: folders).filter { texts[$0] == nil }.compactMap(closedModel)
    return (open + closed).compactMap { model in
      guard model.path != path, let source = model.source(ofPath: path) else { return nil }
      return (model, source)
    }
  }

  /// A model of the disk; nil when it can include nothing.
  private func closedModel(_ path: String) -> CheckedModel? {
    guard let bytes = try? InputFile.read(path), bytes.contains("include".utf8) else { return nil }
    return CheckedModel(
      SourceText(path: path, bytes: bytes), folder: ModelFiles.folder(of: path), openFiles: openTexts,
      encoding: encoding)
  }
}
