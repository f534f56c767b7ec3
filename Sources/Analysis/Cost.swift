package import Graph
import Tensors

/// What a layer costs for one sample: counts of its parameters and multiply-accumulates, and bytes.
package struct Cost: Hashable, Sendable {
  /// Elements of its weights; buffers are not counted.
  package var parameters = 0
  /// Elements of its weights that are not frozen.
  package var trainableParameters = 0
  /// Bytes of its weights and buffers.
  package var weightBytes = 0
  /// nil when a size is not known.
  package var multiplyAccumulates: Int? = 0
  /// Bytes of its outputs; nil when a size is not known.
  package var outputBytes: Int? = 0

  package init() {}

  /// The cost of a node with symbols replaced by sizes.
  package init(_ node: Node, in graph: Graph, binding symbols: [String: Int]) {
    for parameter in node.parameters.map({ graph[$0] }) {
      let count = parameter.elementCount
      if parameter.declaration.role == .weight { parameters += count }
      if parameter.isTrainable { trainableParameters += count }
      weightBytes += count * parameter.declaration.dtype.byteCount
    }
    let inputs = node.inputs.map { graph[$0].type.binding(symbols) }
    let outputs = node.outputs.map { graph[$0].type.binding(symbols) }
    outputBytes = outputs.reduce(0) { Cost.sum($0, Cost.byteCount(of: $1)) }
    if let costed = node.operation as? any CostedOperator {
      let shapes = (inputs: inputs.compactMap(\.shape), outputs: outputs.compactMap(\.shape))
      let isComplete = shapes.inputs.count == inputs.count && shapes.outputs.count == outputs.count
      multiplyAccumulates =
        isComplete ? costed.multiplyAccumulates(inputs: shapes.inputs, outputs: shapes.outputs).value : nil
    }
  }

  package static func += (a: inout Cost, b: Cost) {
    a.parameters = sum(a.parameters, b.parameters) ?? .max
    a.trainableParameters = sum(a.trainableParameters, b.trainableParameters) ?? .max
    a.weightBytes = sum(a.weightBytes, b.weightBytes) ?? .max
    a.multiplyAccumulates = sum(a.multiplyAccumulates, b.multiplyAccumulates)
    a.outputBytes = sum(a.outputBytes, b.outputBytes)
  }

  private static func byteCount(of type: TensorType) -> Int? {
    (type.shape?.elementCount).flatMap { ($0 * type.dtype.byteCount).value }
  }

  private static func sum(_ a: Int?, _ b: Int?) -> Int? {
    guard let a, let b else { return nil }
    let (sum, overflow) = a.addingReportingOverflow(b)
    return overflow ? nil : sum
  }
}

extension Graph {
  /// The sizes that make the graph one of a single sample: 1 for every symbol that is an input's first axis.
  package var singleSample: [String: Int] {
    inputs.reduce(into: [:]) { symbols, port in
      if let shape = self[port.value].type.shape, shape.rank > 0, case .symbolic(let polynomial) = shape[0],
        polynomial.symbols.count == 1, let symbol = polynomial.symbols.first, shape[0] == .symbol(symbol)
      {
        symbols[symbol] = 1
      }
    }
  }
}
