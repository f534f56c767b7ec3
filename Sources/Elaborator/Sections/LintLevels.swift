package import Diagnostics
package import Graph

extension LintLevel {
  /// What `lint` says of a code by its name, written with `_` or `-`.
  package init?(of code: DiagnosticCode, in levels: [AttributeValue.Entry]) {
    guard !levels.isEmpty else { return nil }
    let name = code.name.replacing("-", with: "_")
    let entry = levels.last { $0.key.replacing("-", with: "_") == name }
    guard case .string(let word)? = entry?.value.content else { return nil }
    self.init(rawValue: word)
  }
}

extension [Diagnostic] {
  /// The findings with the severities that `lint` gives them.
  ///
  /// What is an error by itself stays one.
  package func withLevels(_ levels: [AttributeValue.Entry]) -> [Diagnostic] {
    levels.isEmpty ? self : compactMap { $0.withLevel(of: levels) }
  }
}

extension Diagnostic {
  fileprivate func withLevel(of levels: [AttributeValue.Entry]) -> Diagnostic? {
    guard severity != .error, let level = LintLevel(of: code, in: levels) else { return self }
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
