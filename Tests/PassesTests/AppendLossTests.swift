import Graph
import Operators
import Tensors
import Testing

@testable import Passes

@Suite("Appending a loss")
struct AppendLossTests {
  private func makeGraph(_ shape: Shape) -> Graph {
    var graph = Graph(name: "net")
    let input = graph.addInput("input", TensorType(shape))
    graph.outputs = [Port(name: "scores", value: graph.add(Weighted(), "scores", input))]
    return graph
  }

  @Test("the loss reads the output and a new target, and follows the outputs")
  func append() throws {
    let graph = try appendLoss(CrossEntropy(), to: makeGraph(Shape([2, 8])))
    #expect(graph.inputs.map(\.name) == ["input", "target"])
    #expect(graph[graph.inputs[1].value].type == TensorType(Shape([2]), .int64))
    #expect(graph.outputs.map(\.name) == ["scores", "loss"])
    let options = PlanOptions(mode: .training, gradients: GradientRequest(outputs: [LossPort.loss]))
    let plan = try Pipeline.plan(graph, kernels: kernels, options: options)
    #expect(plan.inputs.map(\.name) == ["input", "target", "upstream.loss"])
    #expect(plan.gradients.map(\.name) == ["scores.weight"])
    #expect(plan.outputs.map(\.name) == ["scores", "loss"])
  }

  @Test("an output that the loss cannot take, or that is not there, is an error")
  func errors() throws {
    #expect(throws: PlanError.self) { try appendLoss(CrossEntropy(), to: makeGraph(Shape([8]))) }
    #expect(throws: PlanError.noSuchOutput("x", among: ["scores"])) {
      try appendLoss(MSE(), to: makeGraph(Shape([2, 8])), output: "x")
    }
  }
}
