import CNNCKit
import Diagnostics
import ModelSyntax

/// A document that the client edits, with its newest text.
final class OpenDocument {
  let uri: String
  /// Where it is on disk; what messages call it when it is nowhere.
  let path: String
  /// Includes are relative to it; empty, or with a slash at the end.
  let folder: String
  let encoding: PositionEncoding
  private(set) var version: Int?
  private(set) var bytes: [UInt8]
  private(set) var positions: PositionTable
  /// Whether it says that it is a model; others get no findings of their own.
  private(set) var isModel: Bool
  /// What the newest text means; nil until it is asked for.
  var checked: CheckedModel?
  /// What the last text meant that could be read.
  var lastReadable: CheckedModel?

  init(uri: String, version: Int?, text: String, encoding: PositionEncoding) {
    self.uri = uri
    self.version = version
    self.encoding = encoding
    let file = DocumentURI.path(of: uri)
    path = file ?? uri
    folder = file.map(ModelFiles.folder(of:)) ?? ""
    bytes = Array(text.utf8)
    positions = PositionTable(bytes, encoding: encoding)
    isModel = ModelFiles.hasModelKey(bytes)
  }

  /// Whether all its top-level keys are those of a model, so that it is one, a file of blocks, or the beginning of one.
  var mayBePartOfModel: Bool {
    isModel
      || bytes.split(separator: UInt8(ascii: "\n")).allSatisfy { line in
        guard let first = line.first, first > UInt8(ascii: " "), first != UInt8(ascii: "#"),
          let colon = line.firstIndex(of: UInt8(ascii: ":"))
        else { return true }
        return ModelKey(rawValue: String(decoding: line[..<colon], as: UTF8.self)) != nil
      }
  }

  var source: SourceText { SourceText(path: path, bytes: bytes) }

  /// Makes edits in their order, each about the text that the one before left; a nil range replaces everything.
  func apply(_ edits: [(range: (start: TextPosition, end: TextPosition)?, text: String)], version: Int?) {
    for edit in edits {
      if let range = edit.range {
        let (start, end) = (positions.offset(of: range.start), positions.offset(of: range.end))
        bytes.replaceSubrange(min(start, end)..<max(start, end), with: edit.text.utf8)
      } else {
        bytes = Array(edit.text.utf8)
      }
      positions = PositionTable(bytes, encoding: encoding)
    }
    isModel = ModelFiles.hasModelKey(bytes)
    self.version = version
    checked = nil
  }
}
