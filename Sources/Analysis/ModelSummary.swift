package import Diagnostics
package import Graph
package import Tensors

/// A network layer by layer: shapes, parameters, multiply-accumulates, receptive field and bytes, for one sample.
package struct ModelSummary: Sendable {
  package struct Layer: Sendable {
    package var path: String
    package var operatorName: String
    /// The names of what it reads: inputs, layers, or `layer.1` for one of several outputs.
    package var inputs: [String]
    /// nil for an output of unknown rank.
    package var outputShapes: [Shape?]
    package var cost: Cost
    /// What it sees along each spatial axis of the input; nil when unknown.
    package var field: [AxisField]?
    /// Where the layer is written.
    package var span: Span
  }

  package struct Edge: Sendable {
    package var name: String
    package var shape: Shape?
  }

  package var model: String
  package var inputs: [Edge]
  package var outputs: [Edge]
  package var layers: [Layer]
  package var totals: Cost

  package init(_ graph: Graph) {
    let symbols = graph.singleSample
    let fields = ReceptiveField(graph)
    let names = graph.valueNames
    model = graph.name
    inputs = graph.inputs.map { Edge(name: $0.name, shape: graph[$0.value].type.shape) }
    outputs = graph.outputs.map { Edge(name: $0.name, shape: graph[$0.value].type.shape) }
    layers = graph.nodes.map { node in
      Layer(
        path: node.path, operatorName: node.operation.name, inputs: node.inputs.map { names[$0.index] },
        outputShapes: node.outputs.map { graph[$0].type.shape }, cost: Cost(node, in: graph, binding: symbols),
        field: node.outputs.first.flatMap { fields.axes(of: $0) }, span: node.origin.span)
    }
    totals = layers.reduce(into: Cost()) { $0 += $1.cost }
  }
}
