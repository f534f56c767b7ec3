import Diagnostics
import Graph

extension [Diagnostic] {
  /// The findings with the severities that `lint` gives them by the names of their codes, written with `_` or `-`.
  ///
  /// What is an error by itself stays one.
  func withLevels(_ levels: [AttributeValue.Entry]) -> [Diagnostic] {
    levels.isEmpty ? self : compactMap { $0.withLevel(of: levels) }
  }
}

extension Diagnostic {
  fileprivate func withLevel(of levels: [AttributeValue.Entry]) -> Diagnostic? {
    let name = code.name.replacing("-", with: "_")
    let entry = levels.last { $0.key.replacing("-", with: "_") == name }
    guard severity != .error, case .string(let word)? = entry?.value.content, let level = LintLevel(rawValue: word)
    else { return self }
    var finding = self
    switch level {
    case .off: return nil
    case .note: finding.severity = .note
    case .warning: finding.severity = .warning
    case .error: finding.severity = .error
    }
    return finding
  }
}
