import Diagnostics
import Graph
import Tensors
import Testing

@Suite struct GraphVerifierTests {
  @Test("A graph built in order has no problems")
  func sound() {
    var builder = GraphBuilder()
    let input = builder.input()
    let fork = builder.add(Fork(), "fork", [input])
    builder.graph.outputs = [Port(name: "a", value: fork[0]), Port(name: "b", value: fork[1])]
    #expect(GraphVerifier(builder.graph).problems().isEmpty)
  }

  @Test("Reading a value before it is produced, or one that is not there, is found")
  func order() {
    var builder = GraphBuilder()
    let input = builder.input()
    _ = builder.add(Fork(), "first", [input])
    let origin = Origin(span: Span(SourceID(index: 0), 0..<0))
    let type = TensorType(Shape([1]))
    _ = builder.graph.addNode(
      Fork(), path: "early", inputs: [ValueID(index: 3)], outputTypes: [type], origin: origin)
    _ = builder.graph.addNode(
      Fork(), path: "lost", inputs: [ValueID(index: 99)], outputTypes: [type, type], origin: origin)
    builder.graph.outputs = [Port(name: "out", value: ValueID(index: 77))]
    #expect(
      GraphVerifier(builder.graph).problems() == [
        "lost names the value 99 that the graph does not have",
        "early reads 3 before it is produced",
        "the port out names the value 77 that the graph does not have",
      ])
  }

  @Test("A wrong number of inputs, equal paths and missing outputs are found")
  func namesAndArity() {
    var builder = GraphBuilder()
    let input = builder.input()
    _ = builder.add(Dense(features: 2, bias: false), "fc", [input])
    _ = builder.add(Dense(features: 2, bias: false), "fc", [input, input])
    #expect(
      GraphVerifier(builder.graph).problems() == [
        "fc reads 2 inputs, but dense takes 1...1",
        "the path fc names two nodes",
        "the name fc.weight names two parameters",
        "the graph has no outputs",
      ])
  }

  @Test("Frozen weights and buffers are not trainable")
  func trainable() {
    var builder = GraphBuilder()
    let input = builder.input()
    _ = builder.add(Dense(features: 2, bias: true), "a", [input])
    _ = builder.add(Dense(features: 2, bias: false), "b", [input], frozen: true)
    #expect(builder.graph.parameters.map(\.isTrainable) == [true, true, false])
    #expect(builder.graph.parameters.map(\.elementCount) == [8, 2, 8])
  }

  @Test("A graph is concrete when every size is a number")
  func concrete() {
    var builder = GraphBuilder()
    _ = builder.input()
    #expect(!builder.graph.isConcrete)
    #expect(Graph(name: "empty").isConcrete)
  }
}
