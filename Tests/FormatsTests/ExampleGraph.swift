import Diagnostics
import Graph
import Tensors

/// An operator with whatever parameters a test needs.
struct ExampleLayer: Operator {
  static let name = "example"
  static let summary = "a layer of a test"
  static let arity = 1...1
  static let primaryAttribute: String? = nil
  static let attributes: [Attribute<ExampleLayer>] = []

  func outputTypes(for inputs: [TensorType], reporting violations: inout [Violation]) -> [TensorType] { inputs }
}

extension Graph {
  static let source = SourceID(index: 0)
  /// Where tests say that the weights file is named.
  static let weightsPlace = Span(source, 900..<910)

  /// A chain of layers; the n-th is written at bytes 10 n to 10 n + 5.
  init(layers: [(path: String, operation: any Operator, parameters: [ParameterDeclaration])]) {
    self.init(name: "example")
    var value = addInput("input", TensorType(Shape([.symbol("N"), 4])))
    for (number, layer) in layers.enumerated() {
      let id = addNode(
        layer.operation, path: layer.path, inputs: [value], outputTypes: [TensorType(Shape([.symbol("N"), 4]))],
        parameters: layer.parameters, origin: Origin(span: Span(Graph.source, 10 * number..<10 * number + 5)))
      value = self[id].outputs[0]
    }
    outputs = [Port(name: "output", value: value)]
  }

  /// A convolution with a batch norm and a linear layer, as PyTorch names and shapes their parameters.
  static let classifier = Graph(layers: [
    (
      "conv1", ExampleLayer(),
      [
        ParameterDeclaration("weight", [8, 3, 3, 3], .uniform(bound: 0.2)),
        ParameterDeclaration("bias", [8], .uniform(bound: 0.2)),
      ]
    ),
    (
      "bn1", ExampleLayer(),
      [
        ParameterDeclaration("weight", [8], .constant(1)),
        ParameterDeclaration("running_var", [8], .constant(1), role: .buffer),
        ParameterDeclaration("num_batches_tracked", [], .constant(0), role: .buffer, dtype: .int64),
      ]
    ),
    ("fc", ExampleLayer(), [ParameterDeclaration("weight", [10, 8], .normal(mean: 0, standardDeviation: 0.1))]),
  ])
}
