package import Diagnostics
package import Graph
import Tensors

extension ParameterStore {
  /// Takes the values of a graph from the tensors of a weights file; reports all that does not fit at once.
  ///
  /// Names are state_dict names. Floats of other widths are converted to float32; `num_batches_tracked` may be
  /// missing or more than the model has. `place` is where the file is named, and `path` its name.
  package static func load(
    _ weights: TensorCollection, for graph: Graph, from path: String, namedAt place: Span,
    reporting diagnostics: inout [Diagnostic]
  ) -> ParameterStore? {
    let descriptions = weights.entries.map {
      TensorDescription(name: $0.name, sizes: $0.tensor.sizes, dtype: $0.tensor.dtype)
    }
    let findings = WeightsComparison.verdict(descriptions, graph, path: path, namedAt: place).findings
    diagnostics += findings
    guard findings.isEmpty else { return nil }
    return ParameterStore(tensors: graph.parameters.map { value(of: $0, in: weights) })
  }

  /// Everything that does not fit between the headers of a weights file and a graph, and whether the file may be another
  /// model's.
  package static func compare(
    _ tensors: [TensorDescription], with graph: Graph, from path: String, namedAt place: Span
  ) -> (findings: [Diagnostic], isForeign: Bool) {
    WeightsComparison.verdict(tensors, graph, path: path, namedAt: place)
  }

  /// The tensor of a parameter that fits, in the parameter's type; zeros for a counter that the file lacks.
  private static func value(of parameter: Parameter, in weights: TensorCollection) -> Tensor {
    let declaration = parameter.declaration
    guard let tensor = weights[parameter.name] else {
      return Tensor(zeros: declaration.sizes, dtype: declaration.dtype)
    }
    if declaration.dtype == .int64, let integers = tensor.convertedToInt64() { return integers }
    return tensor.dtype == declaration.dtype ? tensor : tensor.convertedToFloat32()
  }
}

extension Graph {
  /// How many of the graph's parameters tensors fit by name, sizes and type.
  package func fitting(_ tensors: [TensorDescription]) -> Int {
    let tensors = Dictionary(tensors.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    return parameters.count { tensors[$0.name]?.fits($0) ?? false }
  }
}
