import Diagnostics
import Formats
import ModelSyntax

extension RequestHandler {
  /// The document in the canonical layout of `cnnc fmt`.
  static let formatting = RequestHandler(
    "textDocument/formatting", capability: .init("documentFormattingProvider", true)
  ) { (server, params) throws(ResponseError) in
    let document = try server.document(params)
    guard document.mayBePartOfModel else { return .null }
    let text: String
    do throws(FormatFailure) {
      text = try formatModel(document.source, id: SourceID(index: 0))
    } catch {
      throw ResponseError(.requestFailed, "a text is laid out when it is YAML, and one that would keep its meaning")
    }
    let (range, lines) = Layout.change(from: document.bytes, to: Array(text.utf8))
    if range.isEmpty, lines.isEmpty { return [] }
    return [
      ["range": .range(range, in: document.positions), "newText": .string(String(decoding: lines, as: UTF8.self))]
    ]
  }
}

/// The difference of two layouts, in whole lines.
enum Layout {
  /// The lines to replace and what stands there afterwards, so that the cursor of an editor stays in lines that are kept.
  static func change(from old: [UInt8], to new: [UInt8]) -> (range: Range<Int>, lines: ArraySlice<UInt8>) {
    let isBreak = { (byte: UInt8) in byte == UInt8(ascii: "\n") }
    let equal = zip(old, new).prefix { $0 == $1 }.count
    let start = old[..<equal].lastIndex(where: isBreak).map { $0 + 1 } ?? 0
    let rest = min(old.count, new.count) - start
    let equalEnd = zip(old.reversed(), new.reversed()).prefix(rest).prefix { $0 == $1 }.count
    let tail = old[(old.count - equalEnd)...]
    let kept = tail.firstIndex(where: isBreak).map { old.count - $0 - 1 } ?? 0
    return (start..<old.count - kept, new[start..<new.count - kept])
  }
}
