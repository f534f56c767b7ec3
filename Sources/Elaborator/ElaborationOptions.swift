package import Diagnostics

/// What the command line adds to a model file.
package struct ElaborationOptions: Sendable {
  /// The texts of `--set`, each `name=value`.
  package var settings: [String]
  /// The sizes of `--shape`, by symbol.
  package var symbols: [String: Int]
  /// Whether the inputs' spatial sizes that are numbers become symbols, to find out which numbers could stand there.
  package var opensSizes: Bool
  /// Whether to make no further layer after the first error, where only being free of errors matters.
  package var stopsAtError = false

  package init(settings: [String] = [], symbols: [String: Int] = [:], opensSizes: Bool = false) {
    self.settings = settings
    self.symbols = symbols
    self.opensSizes = opensSizes
  }
}

/// What a loader found for an `include`.
package enum IncludeResult: Sendable {
  case loaded(SourceText)
  /// Why it cannot be read, as a phrase such as `no such file`.
  case failed(String)
}
