import Analysis
package import Diagnostics
import Elaborator
import ModelSyntax

/// Everything that `cnnc check` says of one model: its stages stand here in their order.
package struct ModelCheck: Sendable {
  package private(set) var diagnostics: [Diagnostic]
  /// Every text that findings point at.
  package private(set) var sources: SourceMap
  /// The sizes that the symbols of the inputs may have; empty for a model with errors.
  package private(set) var accepts: [AcceptedSizes]

  /// - Parameter findsRepairs: whether errors get fixes that make the whole file check, which takes longer than the rest.
  package init(_ model: Model, findsRepairs: Bool = true) {
    diagnostics = model.diagnostics
    sources = model.sources
    accepts = AcceptedSizes.all(of: model)
    SizeAdvice(model)?.add(to: &diagnostics)
    if findsRepairs, diagnostics.hasErrors { findRepairs(of: model) }
    lint(model)
    suppress(in: model)
    diagnostics = diagnostics.inReportOrder()
  }

  /// The errors of the model, those that are chosen with fixes that make the whole file check.
  package func errors(of model: Model, repairing isChosen: (Diagnostic) -> Bool) -> [Diagnostic] {
    // What a lint finds has fixes of its own, also where the file makes it an error.
    var stage = RepairStage(model, diagnostics.filter { $0.code.severity == .error })
    return stage.findings(where: isChosen)
  }

  /// Replaces the fixes of errors by such that make the whole file check.
  private mutating func findRepairs(of model: Model) {
    var stage = RepairStage(model, diagnostics)
    diagnostics = stage.findings()
  }

  private mutating func lint(_ model: Model) {
    diagnostics += Lints.check(model.elaboration, sources: sources, beside: diagnostics)
    let levels = model.elaboration.sections.lint
    if !levels.isEmpty { diagnostics += checkLintNames(levels, among: DiagnosticCatalog.all) }
  }

  /// Takes back what comments take back; of a model as it stands, also says which comments do nothing.
  private mutating func suppress(in model: Model) {
    let suppressions = Suppressions(sources)
    guard !suppressions.isEmpty else { return }
    let found = diagnostics
    diagnostics = suppressions.filter(found)
    guard !found.hasErrors, model.options.settings.isEmpty, model.options.sizes.isEmpty else { return }
    let problems = suppressions.problems(
      in: model.elaboration.document.source, findings: found, codes: DiagnosticCatalog.all)
    diagnostics += problems.withLevels(model.elaboration.sections.lint)
  }

  /// Adds what does not fit between the model and a file of weights; a model with errors is not compared.
  ///
  /// - Parameter path: nil for the file that the model names; it is not compared where it is not there.
  package mutating func compareWeights(of model: Model, with path: String?) throws(ModelError) {
    guard model.isValid else { return }
    let (findings, sources) = try model.weightFindings(path)
    diagnostics = (diagnostics + findings).inReportOrder()
    self.sources = sources
  }
}
