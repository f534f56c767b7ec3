import Diagnostics
import Graph
import Tensors
import Testing

/// Adds nodes with types and parameters as their operators declare them.
struct GraphBuilder {
  var graph = Graph(name: "example")

  mutating func input() -> ValueID { graph.addInput("input", TensorType(Shape([.symbol("N"), 4]))) }

  mutating func add(_ operation: any Operator, _ path: String, _ inputs: [ValueID], frozen: Bool = false) -> [ValueID] {
    let types = inputs.map { graph[$0].type }
    var violations: [Violation] = []
    let id = graph.addNode(
      operation, path: path, inputs: inputs,
      outputTypes: operation.outputTypes(for: types, reporting: &violations),
      parameters: (operation as? any ParameterizedOperator)?.parameters(for: types) ?? [], isFrozen: frozen,
      origin: Origin(span: Span(SourceID(index: 0), 0..<0)))
    return graph[id].outputs
  }
}

@Suite struct GraphPrinterTests {
  @Test("A graph prints its nodes, the attributes that differ, parameters and ports")
  func text() {
    var builder = GraphBuilder()
    let input = builder.input()
    let dense = builder.add(Dense(features: 10, bias: true), "head.fc", [input])
    let fork = builder.add(Fork(), "fork", dense)
    let last = builder.add(Dense(features: 2, bias: false), "out", [fork[1]], frozen: true)
    builder.graph.outputs = [Port(name: "out", value: last[0]), Port(name: "side", value: fork[0])]
    #expect(
      GraphPrinter(builder.graph).text() == """
        graph example
        input: [N, 4]
        head.fc = dense(input) {features: 10} -> [N, 10]
          weight [10, 4]
          bias [10]
        fork = fork(head.fc) -> [N, 10], [N, 10]
        out = dense(fork.1) {features: 2, bias: false} -> [N, 2]
          weight [2, 4] frozen
        return out, side: fork.0

        """)
  }

  @Test("Values that no node and no input owns print by their number")
  func unknownValues() {
    var builder = GraphBuilder()
    let unknown = builder.graph.addUnknownValue()
    let dense = builder.add(Dense(features: 1, bias: false), "fc", [unknown])
    builder.graph.outputs = [Port(name: "fc", value: dense[0])]
    #expect(GraphPrinter(builder.graph).text().contains("fc = dense(%0) {bias: false} -> [N, 1]"))
  }
}
