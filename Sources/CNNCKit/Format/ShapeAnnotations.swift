import Diagnostics
import Elaborator
import Graph
import ModelSyntax
import Tensors

/// The shapes that `fmt --annotate` writes behind the layers of a file.
package enum ShapeAnnotations {
  /// The text of each layer by the offset where it begins in the model's own file.
  ///
  /// A layer of a loop or block has one shape for each time it is made: of several, the first and the last new one are
  /// told.
  package static func texts(of model: Model) -> [Int: String] {
    guard let graph = model.graph else { return [:] }
    var shapes: [Int: [String]] = [:]
    var known: [Int: Set<String>] = [:]
    for trace in model.elaboration.traces where trace.span.source == model.elaboration.document.source {
      let outputs = trace.outputs.map { graph[$0].type.shape?.description ?? "?" }.joined(separator: " ")
      if known[trace.span.lower, default: []].insert(outputs).inserted {
        shapes[trace.span.lower, default: []].append(outputs)
      }
    }
    return shapes.mapValues { shapes in
      guard let first = shapes.first, let last = shapes.last, shapes.count > 1 else { return shapes.first ?? "?" }
      return "\(first) to \(last)"
    }
  }
}
