package import Diagnostics

/// Gathers findings so that one root cause is one finding.
///
/// A line of a block or loop stands for many layers: the first layer that breaks a rule there is reported in full, the
/// others are counted in a note.
package struct FindingCollector {
  private struct Place: Hashable {
    var code: String
    var span: Span
  }

  private var findings: [Diagnostic] = []
  package private(set) var hasErrors = false
  private var first: [Place: Int] = [:]
  private var repeats: [Int: Int] = [:]

  package init() {}

  package mutating func report(_ finding: Diagnostic) {
    hasErrors = hasErrors || finding.severity == .error
    let place = Place(code: finding.code.id, span: finding.primary.span)
    guard let earlier = first[place] else {
      first[place] = findings.count
      findings.append(finding)
      return
    }
    if findings[earlier].layer == finding.layer && findings[earlier].message != finding.message {
      findings.append(finding)
    } else if findings[earlier].layer != finding.layer {
      repeats[earlier, default: 0] += 1
    }
  }

  package mutating func report(_ findings: [Diagnostic]) {
    for finding in findings { report(finding) }
  }

  /// Everything found, in report order.
  package func finish() -> [Diagnostic] {
    var all = findings
    for (index, count) in repeats {
      all[index].notes.append(
        count == 1 ? "one more layer made here has it too" : "\(count) more layers made here have it too")
    }
    return all.inReportOrder()
  }
}
