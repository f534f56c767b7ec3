package import Diagnostics
package import Graph

/// What is wrong with the names under `lint`: each must be that of a finding that is no error by itself.
package func checkLintNames(_ levels: [AttributeValue.Entry], among codes: [DiagnosticCode]) -> [Diagnostic] {
  let names = codes.filter { $0.severity < .error }.map { $0.name.replacing("-", with: "_") }
  return levels.filter { !names.contains($0.key.replacing("-", with: "_")) }.map { .unknownLint($0, among: names) }
}

extension DiagnosticCode {
  static let unknownLint = DiagnosticCode(
    "E0237", "unknown-lint",
    explanation: """
      `lint` gives severities to lints by their names, written with `_` or `-`; a name that is none would silently do
      nothing. `cnnc explain --list` prints all. Errors keep their severity.
      """,
    bad: """
      cnnc: 1
      model: misspelt_lint
      input: [N, 3, 8, 8]
      layers:
        - relu
      lint: {redundant_biass: off}
      """,
    good: """
      cnnc: 1
      model: known_lint
      input: [N, 3, 8, 8]
      layers:
        - relu
      lint: {redundant_bias: off}
      """)
}

extension Diagnostic {
  fileprivate static func unknownLint(_ entry: AttributeValue.Entry, among names: [String]) -> Diagnostic {
    let near = Suggestion.nearest(to: entry.key.replacing("-", with: "_"), among: names)
    var finding = Diagnostic(.unknownLint, "there is no lint '\(entry.key)'", at: Label(entry.keySpan))
    if near.isEmpty {
      finding.help = ["'cnnc explain --list' prints the lints"]
    } else {
      finding.help = ["did you mean \(near.map { "'\($0)'" }.joined(separator: " or "))?"]
    }
    if near.count == 1 {
      finding.fixes = [Fix("change to \(near[0])", safety: .safe, edits: [Edit(entry.keySpan, near[0])])]
    }
    return finding
  }
}
