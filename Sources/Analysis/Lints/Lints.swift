package import Diagnostics
package import Elaborator
import Graph

/// Every lint, and what they find in a model.
package enum Lints {
  /// In the order of their codes.
  package static var all: [any Lint.Type] {
    [
      LinearOnFeatureMap.self, Gridding.self, UnreadPixels.self, UnevenOverlap.self, DilationBeyondMap.self,
      KernelBeyondMap.self, SmallReceptiveField.self, LargeReceptiveField.self, RedundantBias.self,
      ConsecutiveLinear.self, DeadLayer.self, DropoutBeforeBatchNorm.self, SingleValueBatchNorm.self,
      SoftmaxBeforeCrossEntropy.self, WidePadding.self, ChannelsLast.self, UnmixedGroups.self,
    ]
  }

  /// Whether a code is that of a lint which is silent unless a file gives it a severity.
  package static func isOptional(_ code: DiagnosticCode) -> Bool { all.contains { $0.isOptional && $0.code == code } }

  /// What lints say of a model with the severities of its `lint`, beside what else is found in it.
  package static func check(
    _ elaboration: Elaboration, sources: SourceMap, beside findings: [Diagnostic]
  ) -> [Diagnostic] {
    guard let graph = elaboration.graph else { return [] }
    let levels = elaboration.sections.lint
    let hasErrors = findings.hasErrors
    // Errors about shapes say themselves when the order of axes is to blame.
    let hasShapeErrors = findings.contains {
      $0.severity == .error && ($0.code.subject == .shapes || $0.code.subject == .attributes)
    }
    let chosen = all.filter { lint in
      let level = LintLevel(of: lint.code, in: levels)
      guard level != .off, !lint.isOptional || level != nil else { return false }
      return !hasErrors || lint.toleratesErrors && !hasShapeErrors
    }
    guard !chosen.isEmpty else { return [] }
    let network = LintedNetwork(graph, of: elaboration, sources: sources)
    var report = LintReport()
    for lint in chosen { lint.check(network, reporting: &report) }
    return report.finish().withLevels(levels)
  }
}
