package import Diagnostics

/// Everything that `cnnc check` says of one model: its stages stand here in their order.
package struct ModelCheck: Sendable {
  package private(set) var diagnostics: [Diagnostic]
  /// Every text that findings point at.
  package private(set) var sources: SourceMap
  /// The sizes that the symbols of the inputs may have; empty for a model with errors.
  package private(set) var accepts: [AcceptedSizes]

  package init(_ model: Model) {
    diagnostics = model.diagnostics
    sources = model.sources
    accepts = AcceptedSizes.all(of: model)
    SizeAdvice(model)?.add(to: &diagnostics)
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
