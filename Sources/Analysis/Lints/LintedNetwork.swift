package import Diagnostics
package import Elaborator
package import Graph
package import ModelSyntax
package import Operators
import Tensors

/// A network as lints look at it: who reads what, and what each layer does.
package struct LintedNetwork {
  package let graph: Graph
  package let sections: ModelSections
  /// The inputs as the file writes them.
  package let written: [InputSyntax]
  package let sources: SourceMap
  /// The nodes that read each value.
  package let readers: [[NodeID]]
  /// Whether each value is an output of the model.
  package let isOutput: [Bool]
  /// For each node what it does to channels, when it is affine.
  package let affine: [AffineForm?]
  package let field: ReceptiveField

  init(_ graph: Graph, of elaboration: Elaboration, sources: SourceMap) {
    self.graph = graph
    sections = elaboration.sections
    written = elaboration.document.inputs
    self.sources = sources
    var readers: [[NodeID]] = Array(repeating: [], count: graph.values.count)
    var isOutput = Array(repeating: false, count: graph.values.count)
    for (index, node) in graph.nodes.enumerated() {
      for input in node.inputs { readers[input.index].append(NodeID(index: index)) }
    }
    for port in graph.outputs { isOutput[port.value.index] = true }
    self.readers = readers
    self.isOutput = isOutput
    affine = graph.nodes.map { node in
      (node.operation as? any AffineOperator)?.form(for: graph[node.inputs[0]].type)
    }
    field = ReceptiveField(graph)
  }

  /// The spatial sizes of the first input, when they are numbers.
  var inputSizes: [Int]? {
    graph.inputs.first.flatMap { graph[$0.value].type.shape }.flatMap { Shape(Array($0.dimensions.dropFirst(2))).sizes }
  }

  /// The only node that reads what a node puts out; nil when others do, or when it is an output of the model.
  func soleReader(of node: Node) -> NodeID? {
    guard node.outputs.count == 1, let value = node.outputs.first, !isOutput[value.index] else { return nil }
    let readers = readers[value.index]
    return readers.count == 1 ? readers.first : nil
  }

  /// The node that alone reads a node's output behind others, each with a sole reader, that pass through.
  func reader(of node: Node, behind passes: (any Operator) -> Bool) -> NodeID? {
    var next = soleReader(of: node)
    while let reader = next, graph[reader].inputs.count == 1, passes(graph[reader].operation) {
      next = soleReader(of: graph[reader])
    }
    return next
  }

  /// The size of the axis that an affine node multiplies along.
  func inputChannels(of node: Node) -> Int? {
    guard let shape = inputShape(of: node), shape.rank >= 2 else { return nil }
    return shape[node.operation is Linear ? shape.rank - 1 : 1].value
  }

  /// The node that makes the first input of a node.
  func producer(of node: Node) -> NodeID? { node.inputs.first.flatMap { graph[$0].producer } }

  func inputShape(of node: Node) -> Shape? { node.inputs.first.flatMap { graph[$0].type.shape } }

  func outputShape(of node: Node) -> Shape? { node.outputs.first.flatMap { graph[$0].type.shape } }

  /// The windows with which a node reads its input.
  func windows(of node: Node) -> [AxisWindow] {
    guard let windowed = node.operation as? any WindowedOperator, let input = node.inputs.first else { return [] }
    return windowed.windows(for: graph[input].type)
  }

  /// Where the file writes the value of an attribute, or else the layer.
  func place(of attribute: String, in node: Node) -> Span { node.origin.attributes[attribute] ?? node.origin.span }
}
