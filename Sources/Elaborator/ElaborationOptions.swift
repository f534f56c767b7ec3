package import Diagnostics

/// What the command line adds to a model file.
package struct ElaborationOptions: Sendable {
  /// The texts of `--set`, each `name=value`.
  package var settings: [String]
  /// The sizes of `--shape`, by symbol.
  package var symbols: [String: Int]

  package init(settings: [String] = [], symbols: [String: Int] = [:]) {
    self.settings = settings
    self.symbols = symbols
  }
}

/// What a loader found for an `include`.
package enum IncludeResult: Sendable {
  case loaded(SourceText)
  /// Why it cannot be read, as a phrase such as `no such file`.
  case failed(String)
}
