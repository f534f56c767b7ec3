import Analysis
import CNNCKit
import Diagnostics
import Elaborator
import Graph
import ModelSyntax

/// A model as one state of its texts means it, with what features ask of it again and again.
final class CheckedModel {
  let model: Model
  let sources: SourceMap
  private let encoding: PositionEncoding
  private var tables: [Int: PositionTable] = [:]
  /// Repairs are looked for when they are asked for, not with every edit.
  private lazy var check = ModelCheck(model, findsRepairs: false)
  /// The errors with repairs that make the whole file check, as far as they were asked for.
  private var repaired: [Diagnostic: Diagnostic] = [:]

  /// The names of the model's files and where they are used.
  private(set) lazy var symbols = SymbolIndex(documents, params: model.elaboration.params)
  /// What each value sees of the inputs; nil when there is no network.
  private(set) lazy var fields = model.graph.map(ReceptiveField.init)
  /// What became of each written layer, by its place.
  private(set) lazy var traces = Dictionary(grouping: model.elaboration.traces, by: \.span)
  /// The last layer of each path.
  private(set) lazy var tracesByPath = Dictionary(
    model.elaboration.traces.map { ($0.path, $0) }, uniquingKeysWith: { $1 })
  /// The model file and the files that it includes, as they are written.
  private(set) lazy var documents: [ModelDocument] =
    [model.elaboration.document]
    + sources.sources.indices.dropFirst().compactMap { index in
      readModel(sources.sources[index], id: SourceID(index: index), kind: .include).document
    }

  /// `openFiles` are the texts of open documents by path, which stand for the files.
  init(_ source: SourceText, folder: String, openFiles: [String: [UInt8]], encoding: PositionEncoding) {
    var files: [String: SourceText] = [:]
    for (path, bytes) in openFiles where path.hasPrefix(folder) {
      files[String(path.dropFirst(folder.count))] = SourceText(path: path, bytes: bytes)
    }
    model = Model(source, folder: folder, options: ModelOptions(), including: files)
    sources = model.sources
    self.encoding = encoding
  }

  var path: String { model.path }

  var diagnostics: [Diagnostic] { check.diagnostics }

  /// Findings with repairs in the place of the fixes that errors propose.
  func repaired(_ findings: [Diagnostic]) -> [Diagnostic] {
    let errors = Set(findings.filter { $0.code.severity == .error && repaired[$0] == nil })
    if !errors.isEmpty {
      let found = check.errors(of: model, repairing: errors.contains)
      for error in errors {
        repaired[error] = found.first { $0.code == error.code && $0.primary.span == error.primary.span } ?? error
      }
    }
    return findings.map { repaired[$0] ?? $0 }
  }

  /// Whether the text could be read as a model at all.
  var isReadable: Bool { model.elaboration.document.model != nil || !model.elaboration.document.layers.isEmpty }

  var hasIncludes: Bool { !model.elaboration.document.includes.isEmpty }

  /// The source that a path is; nil when the model does not read it.
  func source(ofPath path: String) -> SourceID? {
    sources.sources.firstIndex { $0.path == path }.map(SourceID.init(index:))
  }

  func positions(in source: SourceID) -> PositionTable {
    if let table = tables[source.index] { return table }
    let table = PositionTable(sources[source].bytes, encoding: encoding)
    tables[source.index] = table
    return table
  }

  /// The written layers of a source, outermost first: those of its blocks and, in the model file, the network's.
  func layers(in source: SourceID) -> [LayerSyntax] {
    guard let document = documents.first(where: { $0.source == source }) else { return [] }
    return document.blocks.flatMap(\.layers) + document.layers
  }
}
