import Analysis
import Diagnostics
import Elaborator
import Graph
import ModelSyntax

extension TilingObstacle {
  /// The finding about a model that cannot be cut along an axis.
  func diagnostic(axis: String, in model: Model, _ graph: Graph) -> Diagnostic {
    let input = model.elaboration.sections.inputs.last?.span ?? Span(model.elaboration.document.source, 0..<0)
    return .notTileable(self, axis: axis, in: graph, inputSpan: input, askedAt: nil)
  }
}
