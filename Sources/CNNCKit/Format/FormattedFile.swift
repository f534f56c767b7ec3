package import Diagnostics
import Formats
import ModelSyntax

/// What the formatter is asked for.
package enum FormatRequest: Sendable {
  case layout
  /// The layout, with the shapes of this model behind its layers.
  case annotate(ModelOptions)
  /// The layout, without the shapes that are there.
  case removeAnnotations
}

/// A model file, or a file of blocks, in the canonical layout.
package struct FormattedFile: Sendable {
  /// What messages call it.
  package let path: String
  package let original: String
  package let text: String

  package var isChanged: Bool { text != original }

  /// The difference as `diff -u` writes it.
  package var difference: String { UnifiedDiff.text(from: original, to: text, path: path) }

  package init(contentsOf path: String, _ request: FormatRequest) throws(ModelError) {
    let bytes: [UInt8]
    do { bytes = try InputFile.read(path) } catch { throw ModelError(.file(error)) }
    try self.init(SourceText(path: path, bytes: bytes), folder: ModelFiles.folder(of: path), request)
  }

  package init(standardInput request: FormatRequest) throws(ModelError) {
    let bytes: [UInt8]
    do { bytes = try ModelFiles.readStandardInput() } catch { throw ModelError(.file(error)) }
    try self.init(SourceText(path: "<stdin>", bytes: bytes), folder: "", request)
  }

  package init(_ source: SourceText, folder: String, _ request: FormatRequest) throws(ModelError) {
    var sources = SourceMap()
    let id = sources.add(source)
    let annotations: AnnotationChange =
      switch request {
      case .layout: .keep
      case .removeAnnotations: .remove
      case .annotate(let options): .write(ShapeAnnotations.texts(of: Model(source, folder: folder, options: options)))
      }
    do throws(FormatFailure) {
      text = try formatModel(source, id: id, annotations: annotations)
    } catch {
      switch error {
      case .syntax(let diagnostics): throw ModelError(.findings(diagnostics, sources))
      case .wouldChange:
        throw ModelError(.failure("'\(source.path)' cannot be laid out with the same meaning; it is left as it is"))
      }
    }
    path = source.path
    original = String(decoding: source.bytes, as: UTF8.self)
  }

  /// Replaces the file, all or nothing; one that is canonical already is not touched.
  package func write() throws(ModelError) {
    guard isChanged else { return }
    do { try AtomicFile.write(Array(text.utf8), to: path) } catch { throw ModelError(.file(error)) }
  }
}
