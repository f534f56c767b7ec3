/// Aligns the comments behind adjacent lines.
enum CommentColumns {
  /// Lines longer than this do not move the comments of others.
  private static let reach = 80

  /// The lines with their comments, each ended.
  static func text(of lines: [LayoutWriter.Line]) -> String {
    var text = ""
    var index = 0
    while index < lines.count {
      var end = index
      var column = 0
      while end < lines.count, lines[end].comment != nil {
        let length = LayoutWriter.length(lines[end].text)
        if length <= reach { column = max(column, length) }
        end += 1
      }
      for line in lines[index..<end] {
        let gap = max(column - LayoutWriter.length(line.text), 0) + 2
        text += line.text + LayoutWriter.spaces(gap) + (line.comment ?? "") + "\n"
      }
      if end < lines.count { text += lines[end].text + "\n" }
      index = end + 1
    }
    return text
  }
}
