package import Diagnostics
import ModelSyntax

/// The comments of a model's files that take findings back.
package struct Suppressions {
  private struct Line: Hashable {
    var source: SourceID
    var number: Int
  }

  private let all: [Suppression]
  private let sources: SourceMap
  /// The indices of the suppressions that are about each line.
  private let byLine: [Line: [Int]]

  /// Those of every file, the included ones too.
  package init(_ sources: SourceMap) {
    self.sources = sources
    all = sources.sources.indices.flatMap { index in
      Suppression.all(of: sources.sources[index], id: SourceID(index: index))
    }
    byLine = Dictionary(grouping: all.indices) { [all] in Line(source: all[$0].span.source, number: all[$0].line) }
  }

  package var isEmpty: Bool { all.isEmpty }

  /// The findings that are not taken back; errors stay.
  package func filter(_ findings: [Diagnostic]) -> [Diagnostic] { findings.filter { covering($0).isEmpty } }

  /// What is wrong with the comments of one file: names that are none, and names that took nothing back.
  package func problems(in source: SourceID, findings: [Diagnostic], codes: [DiagnosticCode]) -> [Diagnostic] {
    let lints = codes.filter { $0.severity < .error }
    let used = Set(findings.flatMap(covering))
    let names = all.reduce(into: [:]) { counts, suppression in counts[suppression.comment.span, default: 0] += 1 }
    return all.indices.filter { all[$0].span.source == source && !used.contains($0) }.map { index in
      let suppression = all[index]
      guard lints.contains(where: suppression.isAbout) else { return .unknownSuppression(suppression, lints) }
      return .unusedSuppression(
        suppression, removal: names[suppression.comment.span] == 1 ? removal(of: suppression) : nil)
    }
  }

  /// The suppressions that take a finding back.
  private func covering(_ finding: Diagnostic) -> [Int] {
    guard finding.severity < .error else { return [] }
    let span = finding.primary.span
    let line = Line(source: span.source, number: sources[span.source].position(at: span.lower).line)
    return byLine[line]?.filter { all[$0].isAbout(finding.code) } ?? []
  }

  /// The edit that takes a comment out, with its line when it stands alone.
  private func removal(of suppression: Suppression) -> Edit {
    let span = suppression.comment.span
    let bytes = sources[span.source].bytes
    var (lower, upper) = (span.lower, span.upper)
    while lower > 0, bytes[lower - 1] == UInt8(ascii: " ") || bytes[lower - 1] == UInt8(ascii: "\t") { lower -= 1 }
    if suppression.comment.isAlone {
      while upper < bytes.count, bytes[upper] != UInt8(ascii: "\n") { upper += 1 }
      upper = min(upper + 1, bytes.count)
    }
    return Edit(Span(span.source, lower..<upper), "")
  }
}

extension DiagnosticCode {
  static let unusedSuppression = DiagnosticCode(
    "W0960", "unused-suppression", severity: .warning,
    explanation: """
      A comment `# cnnc: ignore[name] reason` takes back the findings of a name on its line, or on the next when it stands
      alone. One that takes nothing back hides what may come, and is better removed. Give the reason behind the bracket;
      several names are separated by commas. Errors cannot be taken back.

      It is not reported for included files, for models with errors, and with `--set` or `--shape`, where findings
      may differ.
      """,
    bad: """
      cnnc: 1
      model: nothing_to_ignore
      input: [N, 3, 8, 8]
      layers:
        - conv2d: {out_channels: 8, kernel_size: 3, bias: false}  # cnnc: ignore[redundant-bias] kept for the checkpoint
        - batch_norm
      """,
    good: """
      cnnc: 1
      model: something_to_ignore
      input: [N, 3, 8, 8]
      layers:
        - conv2d: {out_channels: 8, kernel_size: 3}  # cnnc: ignore[redundant-bias] kept for the checkpoint
        - batch_norm
      """)

  static let unknownSuppression = DiagnosticCode(
    "W0961", "unknown-suppression", severity: .warning,
    explanation: """
      The names in `# cnnc: ignore[name] reason` are those of findings that are no errors, as `cnnc explain --list` prints
      them, with `-` or `_`.
      """,
    bad: """
      cnnc: 1
      model: misspelt_name
      input: [N, 3, 8, 8]
      layers:
        - relu  # cnnc: ignore[redundant-biass] a slip
      """,
    good: """
      cnnc: 1
      model: known_name
      input: [N, 3, 8, 8]
      layers:
        # cnnc: ignore[redundant-bias] kept for the checkpoint
        - conv2d: {out_channels: 8, kernel_size: 3}
        - batch_norm
      """)
}

extension Diagnostic {
  fileprivate static func unusedSuppression(_ suppression: Suppression, removal: Edit?) -> Diagnostic {
    Diagnostic(
      .unusedSuppression, "a suppression must take something back: there is no '\(suppression.name)' on its line",
      at: Label(suppression.span),
      fixes: removal.map { [Fix("remove the comment", safety: .safe, edits: [$0])] } ?? [])
  }

  fileprivate static func unknownSuppression(_ suppression: Suppression, _ lints: [DiagnosticCode]) -> Diagnostic {
    let near = Suggestion.nearest(to: suppression.name.replacing("_", with: "-"), among: lints.map(\.name))
    let message =
      suppression.name.isEmpty
      ? "a lint must be named, as in 'ignore[redundant-bias] reason'" : "there is no lint '\(suppression.name)'"
    return Diagnostic(
      .unknownSuppression, message, at: Label(suppression.span),
      help: near.isEmpty
        ? ["'cnnc explain --list' prints the lints"]
        : ["did you mean \(near.map { "'\($0)'" }.joined(separator: " or "))?"],
      fixes: near.count == 1
        ? [Fix("change to \(near[0])", safety: .safe, edits: [Edit(suppression.span, near[0])])] : [])
  }
}
