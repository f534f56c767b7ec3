import Diagnostics
import Formats

/// The place of a file that the command line names, so that findings about it can point there.
struct NamedArgument {
  /// The sources with the argument as one more.
  private(set) var sources: SourceMap
  let span: Span

  /// - Parameter option: what the source is called, such as `--weights`.
  init(_ option: String, _ text: String, in sources: SourceMap) {
    self.sources = sources
    let id = self.sources.add(SourceText(option: option, text: text))
    span = Span(id, 0..<text.utf8.count)
  }

  /// The error for data that cannot be read.
  func error(_ error: DataError) -> ModelError { ModelError(error, at: span, sources) }
}
