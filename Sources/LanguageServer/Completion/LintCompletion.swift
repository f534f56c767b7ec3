import CNNCKit
import Diagnostics

/// Completes the names of lints: under `lint`, and in the comments that suppress one.
enum LintCompletion {
  static let lints = DiagnosticCatalog.all.filter { $0.id.hasPrefix("W09") }

  static var items: [CompletionItem] {
    lints.map { CompletionItem($0.name, .member, detail: $0.id, documentation: $0.explanation) }
  }

  /// The names inside the brackets of `# cnnc: ignore[...]`; nil elsewhere in a comment.
  static func inComment(_ bytes: [UInt8], offset: Int) -> (items: [CompletionItem], word: Range<Int>)? {
    let lineStart = bytes[..<offset].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    let before = String(decoding: bytes[lineStart..<offset], as: UTF8.self)
    guard let open = before.ranges(of: "cnnc: ignore[").last else { return nil }
    let list = before[open.upperBound...]
    guard !list.contains("]") else { return nil }
    let word = list.split(separator: ",", omittingEmptySubsequences: false).last ?? ""
    let name = word.drop { $0 == " " }
    return (items, offset - name.utf8.count..<offset)
  }
}
