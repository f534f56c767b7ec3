import Diagnostics

/// What `check` prints of several files for people and editors.
enum TextListing {
  /// Every finding with its lines, and the counts of each file and of all.
  static func text(_ results: CheckResults, style: TextStyle) -> String {
    let report = TextReport(style: style)
    let files = results.files
    var text = ""
    for (index, file) in files.enumerated() {
      let isClean = file.diagnostics.isEmpty
      if index > 0, !isClean || !files[index - 1].diagnostics.isEmpty { text += "\n" }
      text += report.render(file.diagnostics, in: file.sources, path: file.path)
      text += file.accepts.text(in: file.sources)
    }
    return files.count > 1 ? text + "\n\(results.counts) in \(files.count) files\n" : text
  }

  /// Every finding on a line of its own.
  static func concise(_ results: CheckResults, style: TextStyle) -> String {
    let renderer = ConciseRenderer(style: style)
    return results.files.map { file in
      file.diagnostics.map { renderer.render($0, in: file.sources) }.joined()
    }.joined()
  }
}
