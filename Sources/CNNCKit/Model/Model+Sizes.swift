import Analysis
import Graph
import Tensors

extension Model {
  /// The model with a number for every size, as execution needs it.
  ///
  /// A batch size is for the symbol that is the first axis of the inputs; without one it is a single sample. Throws
  /// the findings when the model, or the model at these sizes, has errors.
  package func concrete(batch: Int? = nil) throws(ModelError) -> Model {
    let graph = try validGraph()
    let symbols = graph.singleSample.keys
    if let batch, symbols.isEmpty, let fixed = graph.fixedBatch, fixed != batch {
      throw ModelError(.request("the batch is \(fixed) in the file, not \(batch)"))
    }
    if graph.isConcrete { return self }
    let model = binding(Dictionary(uniqueKeysWithValues: symbols.map { ($0, batch ?? 1) }))
    let bound = try model.validGraph()
    guard bound.isConcrete else {
      let missing = bound.freeSymbols.map { "--shape \($0)=..." }.joined(separator: " ")
      throw ModelError(.request("sizes of '\(name)' are symbols: give them numbers with \(missing)"))
    }
    return model
  }
}

extension Graph {
  /// The size of the first axis of the first input when it is a number.
  fileprivate var fixedBatch: Int? {
    inputs.first.flatMap { self[$0.value].type.shape }.flatMap { $0.rank > 0 ? $0[0].value : nil }
  }
}
