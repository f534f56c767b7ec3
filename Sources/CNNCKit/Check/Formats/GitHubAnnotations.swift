import Diagnostics

/// The commands by which a step of GitHub Actions annotates lines of a pull request.
///
/// The format is that of GitHub's "Workflow commands"; lines that are no command, such as the last, go to the log.
enum GitHubAnnotations {
  static func text(_ results: CheckResults) -> String {
    let commands = ReportedFinding.list(results.files).map { command($0) + "\n" }.joined()
    return commands + "\(results.counts) in \(results.files.count) file\(results.files.count == 1 ? "" : "s")\n"
  }

  private static func command(_ finding: ReportedFinding) -> String {
    let diagnostic = finding.diagnostic
    var properties = [("file", finding.place.path)]
    var arrow = finding.place.path
    if let region = finding.place.region {
      properties += [("line", "\(region.start.line)"), ("endLine", "\(region.end.line)")]
      // Columns of a region of several lines are refused.
      if region.start.line == region.end.line {
        properties += [("col", "\(region.start.column)"), ("endColumn", "\(region.end.column)")]
      }
      arrow += ":\(region.start.line):\(region.start.column)"
    }
    properties.append(("title", "\(diagnostic.code.id) \(diagnostic.code.name)"))
    let list = properties.map { "\($0)=\(escapedProperty(TerminalText.visible($1)))" }.joined(separator: ",")
    let message = finding.text + "\n--> " + TerminalText.visible(arrow)
    return "::\(level(diagnostic.severity)) \(list)::\(escaped(message))"
  }

  private static func level(_ severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .note: "notice"
    }
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
  }

  private static func escapedProperty(_ text: String) -> String {
    escaped(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
  }
}
