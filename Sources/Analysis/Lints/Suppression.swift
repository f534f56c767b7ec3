import Diagnostics
import ModelSyntax

/// One name of a comment `# cnnc: ignore[name, ...] reason`, which takes back the findings of that name on one line.
struct Suppression {
  var name: String
  /// The name in the comment.
  var span: Span
  /// The line whose findings it takes back: its own, or the next that is no comment when it stands alone.
  var line: Int
  var comment: Comment

  /// The suppressions of a file.
  static func all(of source: SourceText, id: SourceID) -> [Suppression] {
    guard source.mentionsIgnoring else { return [] }
    var suppressions: [Suppression] = []
    var below: (line: Int, target: Int)?
    for comment in CommentScanner.comments(of: source, id: id).reversed() {
      var line = source.position(at: comment.span.lower).line
      if comment.isAlone {
        let target = below.flatMap { $0.line == line + 1 ? $0.target : nil } ?? line + 1
        below = (line, target)
        line = target
      }
      for name in names(of: comment) {
        suppressions.append(Suppression(name: name.value, span: name.span, line: line, comment: comment))
      }
    }
    return suppressions
  }

  /// The names in the brackets of a comment; none for other comments.
  private static func names(of comment: Comment) -> [Located<String>] {
    let bytes = Array(comment.text.utf8)
    var offset = 1
    for word in ["cnnc:", "ignore"] {
      while offset < bytes.count, bytes[offset] == UInt8(ascii: " ") { offset += 1 }
      guard bytes[offset...].starts(with: word.utf8) else { return [] }
      offset += word.utf8.count
    }
    // A comment without brackets names nothing, which is said rather than passed over.
    let lower = comment.span.lower + offset
    let nothing = [Located("", at: Span(comment.span.source, lower..<lower))]
    guard offset < bytes.count, bytes[offset] != UInt8(ascii: " ") else { return nothing }
    guard bytes[offset] == UInt8(ascii: "[") else { return [] }
    offset += 1
    guard let end = bytes[offset...].firstIndex(of: UInt8(ascii: "]")) else { return nothing }
    return bytes[offset..<end].split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false).map { part in
      let name = part.drop { $0 == UInt8(ascii: " ") }
      let text = String(decoding: name, as: UTF8.self)
      let trimmed = String(text.prefix { $0 != " " })
      let lower = comment.span.lower + name.startIndex
      return Located(trimmed, at: Span(comment.span.source, lower..<lower + trimmed.utf8.count))
    }
  }

  /// Whether it is about a kind of finding: by its name with `-` or `_`, or by its code.
  func isAbout(_ code: DiagnosticCode) -> Bool { name.replacing("_", with: "-") == code.name || name == code.id }
}

extension SourceText {
  /// Whether a suppression may be in it; most files have none and need no scan for comments.
  fileprivate var mentionsIgnoring: Bool {
    let word = Array("ignore".utf8)
    var offset = 0
    while let found = bytes[offset...].firstIndex(of: word[0]) {
      if bytes[found...].starts(with: word) { return true }
      offset = found + 1
    }
    return false
  }
}
