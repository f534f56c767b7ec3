import Analysis
package import Diagnostics
package import Elaborator
import Formats
package import Graph
import ModelSyntax

/// A model file after reading and checking.
///
/// A model with findings of severity error can still be looked at; it cannot be run.
public struct Model: Sendable {
  /// The model as the file names it; the path when it has no name.
  public let name: String
  package let options: ModelOptions
  package let elaboration: Elaboration
  /// Every text that was read for it.
  package let sources: SourceMap
  /// What reading and expectations found, in report order; `ModelCheck` adds the rest.
  package private(set) var diagnostics: [Diagnostic]
  private let text: SourceText
  private let folder: String
  /// The texts of the files that it includes, by the paths that it includes them by.
  private let included: [String: SourceText]

  /// Reads and checks a file and the files that it includes, which lie beside the file itself where the path is a link.
  public init(contentsOf path: String, options: ModelOptions = ModelOptions()) throws(ModelError) {
    let bytes: [UInt8]
    do { bytes = try InputFile.read(path) } catch { throw ModelError(.file(error)) }
    self.init(SourceText(path: path, bytes: bytes), folder: ModelFiles.folder(of: path), options: options)
  }

  /// Checks a text; what it includes is read from the working folder.
  public init(text: String, path: String = "<text>", options: ModelOptions = ModelOptions()) {
    self.init(SourceText(path: path, text: text), folder: "", options: options)
  }

  /// Checks what is on the standard input.
  package init(standardInput options: ModelOptions) throws(ModelError) {
    let bytes: [UInt8]
    do { bytes = try ModelFiles.readStandardInput() } catch { throw ModelError(.file(error)) }
    self.init(SourceText(path: "<stdin>", bytes: bytes), folder: "", options: options)
  }

  /// Checks a text; `folder` is empty or ends in a slash, and includes are relative to it.
  ///
  /// `files` are the texts, by the paths that the file includes them by, which are taken in place of what is on disk.
  package init(
    _ text: SourceText, folder: String, options: ModelOptions, including files: [String: SourceText] = [:]
  ) {
    self.init(text, folder: folder, options: options, checksExpectations: true, including: files)
  }

  private init(
    _ text: SourceText, folder: String, options: ModelOptions, checksExpectations: Bool,
    including files: [String: SourceText] = [:], stopsAtError: Bool = false
  ) {
    var sources = SourceMap()
    var included = files
    var settings = ElaborationOptions(
      settings: options.settings, symbols: options.sizes, opensSizes: options.opensSizes)
    settings.stopsAtError = stopsAtError
    let elaboration = elaborate(text: text, options: settings, sources: &sources) { path in
      if let file = files[path] { return .loaded(file) }
      do throws(FileError) {
        let file = SourceText(path: folder + path, bytes: try InputFile.read(folder + path))
        included[path] = file
        return .loaded(file)
      } catch {
        return .failed(error.reason.phrase)
      }
    }
    self.text = text
    self.folder = folder
    self.included = included
    self.options = options
    self.elaboration = elaboration
    self.sources = sources
    name = elaboration.document.model?.value ?? text.path
    diagnostics = elaboration.diagnostics
    if checksExpectations, !diagnostics.hasErrors {
      diagnostics += checkExpectations(of: elaboration, symbols: options.sizes, plannedPeak: plannedPeak)
    }
    diagnostics = diagnostics.inReportOrder()
  }

  /// Everything wrong or doubtful in the file, in its order, as `cnnc check` finds it.
  public var findings: [Finding] {
    let check = ModelCheck(self)
    return check.diagnostics.map { Finding($0, in: check.sources) }
  }

  /// Whether the model is without mistakes; a lint that the file makes an error is a finding and no mistake.
  public var isValid: Bool { !diagnostics.hasErrors && elaboration.graph != nil }

  /// The path that messages give the file.
  package var path: String { text.path }

  package var graph: Graph? { elaboration.graph }

  /// The same file with sizes for more symbols; what it expects is not checked again.
  package func binding(_ sizes: [String: Int]) -> Model {
    var options = options
    options.sizes.merge(sizes) { _, new in new }
    return Model(text, folder: folder, options: options, checksExpectations: false, including: included)
  }

  /// The same file with symbols for all spatial sizes of the inputs; what it expects is not checked again.
  package func openingSizes() -> Model {
    var options = options
    options.sizes = [:]
    options.opensSizes = true
    return Model(text, folder: folder, options: options, checksExpectations: false, including: included)
  }

  /// The model after edits to its file and to what it includes, of which nothing is read again; nil when the edits
  /// overlap.
  ///
  /// - Parameter stopsAtError: leaves out what comes after the first error, where being free of errors is all that matters.
  package func edited(_ edits: [Edit], stopsAtError: Bool = false) -> Model? {
    var (text, included) = (text, included)
    for (source, edits) in Dictionary(grouping: edits, by: \.span.source) {
      guard let edited = sources[source].applying(edits) else { return nil }
      if edited.path == text.path {
        text = edited
      } else if let entry = included.first(where: { $0.value.path == edited.path }) {
        included[entry.key] = edited
      } else {
        return nil
      }
    }
    return Model(
      text, folder: folder, options: options, checksExpectations: true, including: included, stopsAtError: stopsAtError)
  }

  /// A path that the file names, from the folder of the file.
  package func resolve(_ path: String) -> String { path.hasPrefix("/") ? path : folder + path }

  /// The graph; throws the findings when the model has errors.
  ///
  /// What `expect` promises is for `check`: a model that breaks a promise still runs, at other sizes for instance.
  package func validGraph() throws(ModelError) -> Graph {
    guard !elaboration.diagnostics.hasErrors, let graph = elaboration.graph else {
      throw ModelError(.findings(diagnostics, sources))
    }
    return graph
  }
}
