package import Diagnostics

/// What a file is read as.
package enum DocumentKind: Sendable {
  /// A whole model: `cnnc`, `model`, an input and `layers` are required.
  case model
  /// A file of blocks: only `cnnc` is required.
  case include
}

/// Reads a model file; everything independent is reported in one run.
///
/// The document is nil when the text is not YAML at all; otherwise it holds the rest of what could be read.
package func readModel(
  _ source: SourceText, id: SourceID, kind: DocumentKind
) -> (document: ModelDocument?, diagnostics: [Diagnostic]) {
  (nil, [])
}

/// Reads the text of one `--set name=value`; the value is a YAML scalar or flow list.
///
/// `source` holds the text and is called `--set #n`.
package func readSetting(
  _ source: SourceText, id: SourceID
) -> (setting: WrittenEntry?, diagnostics: [Diagnostic]) {
  (nil, [])
}
