package import Diagnostics
import Elaborator
package import Graph

/// Takes what lints find; one line of a block or loop is one finding, however many layers it makes.
package struct LintReport {
  private var findings = FindingCollector()

  package mutating func add(_ finding: Diagnostic) { findings.report(finding) }

  /// Adds a finding about a layer, with the uses of the blocks around it.
  package mutating func add(_ finding: Diagnostic, about node: Node) {
    var finding = finding
    finding.layer = node.path
    for use in node.origin.uses.prefix(3) where use != finding.primary.span {
      finding.labels.append(Label(use, "used here"))
    }
    findings.report(finding)
  }

  func finish() -> [Diagnostic] { findings.finish() }
}
