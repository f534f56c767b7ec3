import Graph
import KernelInterface
import Operators
import Tensors
import Testing

@testable import Passes

@Suite("From a graph to a plan")
struct PipelineTests {
  private let type = TensorType(Shape([2, 8]))

  /// input -> a -> b -> c, each with weights.
  private func makeChain() -> Graph {
    var graph = Graph(name: "chain")
    var value = graph.addInput("input", type)
    for path in ["a", "b", "c"] { value = graph.add(Weighted(), path, value) }
    graph.outputs = [Port(name: "c", value: value)]
    return graph
  }

  private func kernelNames(_ plan: ExecutionPlan) -> [String] { plan.steps.map { "\($0.path) \($0.kernel)" } }

  @Test("a chain needs two activations and the workspaces at a time")
  func chain() throws {
    let plan = try Pipeline.plan(makeChain(), kernels: kernels, options: PlanOptions(threads: 3))
    #expect(kernelNames(plan) == ["a weighted", "b weighted", "c weighted"])
    #expect(plan.preparation.map(\.path) == ["a", "b", "c"])
    #expect(plan.arenaByteCount == 2 * 64 + 3 * 128)
    #expect(plan.lowerBound == plan.arenaByteCount)
    #expect(plan.isOptimal)
    #expect(plan.violations.isEmpty)
    #expect(plan.peakStep == 0)
    #expect(Set(plan.aliveAtPeak.map(\.name)) == ["a workspace", "input", "a"])
  }

  @Test("a plan is the same every time")
  func deterministic() throws {
    let options = PlanOptions(mode: .training, threads: 2, gradients: GradientRequest(inputs: ["input"]))
    let first = try Pipeline.plan(makeChain(), kernels: kernels, options: options)
    let second = try Pipeline.plan(makeChain(), kernels: kernels, options: options)
    #expect(first.description == second.description)
  }

  @Test("a result takes the memory of an operand that nothing needs afterwards")
  func inPlace() throws {
    var graph = Graph(name: "residual")
    let input = graph.addInput("input", type)
    let body = graph.add(Weighted(), "body", input)
    let sum = graph.add(Sum(), "sum", body, input)
    graph.outputs = [Port(name: "sum", value: sum)]
    let plan = try Pipeline.plan(graph, kernels: kernels)
    #expect(Set(plan.allocations.map(\.name)) == ["body workspace", "input", "body = sum"])
    #expect(plan.arenaByteCount == 64 + 64 + 128)
  }

  @Test("a kept value keeps its memory")
  func keep() throws {
    var graph = Graph(name: "residual")
    let input = graph.addInput("input", type)
    let body = graph.add(Weighted(), "body", input)
    let sum = graph.add(Sum(), "sum", body, input)
    graph.outputs = [Port(name: "sum", value: sum)]
    let plan = try Pipeline.plan(graph, kernels: kernels, options: PlanOptions(keep: [body]))
    #expect(plan.allocations.contains { $0.name == "input = sum" })
    #expect(plan.allocations.first { $0.name == "body" }?.lifetime.last == 1)
    #expect(plan.kept[body]?.sizes == [2, 8])
  }

  @Test("a value that is read in two ways by a step is not overwritten by it")
  func readTwice() throws {
    var graph = Graph(name: "square")
    let input = graph.addInput("input", type)
    let body = graph.add(Weighted(), "body", input)
    let sum = graph.add(Sum(), "sum", body, body)
    let other = graph.add(OneWay(), "other", sum)
    graph.outputs = [Port(name: "other", value: other)]
    let plan = try Pipeline.plan(graph, kernels: kernels)
    // Sum allows both operands, so here it may; OneWay allows none.
    #expect(plan.allocations.contains { $0.name == "body = sum" })
    #expect(plan.allocations.contains { $0.name == "other" })
  }

  @Test("a view has its input's memory, and its gradient is the upstream one")
  func views() throws {
    var graph = Graph(name: "view")
    let input = graph.addInput("input", type)
    let body = graph.add(Weighted(), "body", input)
    let same = graph.add(Same(), "same", body)
    graph.outputs = [Port(name: "same", value: same)]
    let plan = try Pipeline.plan(
      graph, kernels: kernels, options: PlanOptions(mode: .training, gradients: GradientRequest()))
    #expect(kernelNames(plan) == ["body weighted", "body by weight"])
    #expect(plan.outputs[0].operand.buffer == plan.steps[0].writes[0])
    #expect(plan.steps[1].reads[0] == plan.inputs[1].operand.buffer)
    #expect(plan.inputs.map(\.name) == ["input", "upstream.same"])
  }

  @Test("the contributions to a value that is read twice are summed")
  func fanOut() throws {
    var graph = Graph(name: "fan")
    let input = graph.addInput("input", type)
    let stem = graph.add(Weighted(), "stem", input)
    let left = graph.add(Weighted(), "left", stem)
    let sum = graph.add(Sum(), "sum", left, stem)
    graph.outputs = [Port(name: "sum", value: sum)]
    let plan = try Pipeline.plan(
      graph, kernels: kernels, options: PlanOptions(mode: .training, gradients: GradientRequest()))
    #expect(
      kernelNames(plan) == [
        "stem weighted", "left weighted", "sum sum", "sum sum gradient", "sum sum gradient", "left by input",
        "left by weight", "left gradient sum", "stem by weight",
      ])
    #expect(plan.gradients.map(\.name) == ["left.weight", "stem.weight"])
    #expect(plan.gradients.allSatisfy { $0.operand.sizes == [8] })
  }

  @Test("frozen layers and everything before them get no gradients")
  func frozen() throws {
    var graph = Graph(name: "frozen")
    let input = graph.addInput("input", type)
    let stem = graph.add(Weighted(), "stem", input, isFrozen: true)
    let head = graph.add(Weighted(), "head", stem)
    graph.outputs = [Port(name: "head", value: head)]
    let plan = try Pipeline.plan(
      graph, kernels: kernels, options: PlanOptions(mode: .training, gradients: GradientRequest()))
    #expect(kernelNames(plan) == ["stem weighted", "head weighted", "head by weight"])
    let wanted = try Pipeline.plan(
      graph, kernels: kernels, options: PlanOptions(mode: .training, gradients: GradientRequest(inputs: ["input"])))
    #expect(wanted.gradients.map(\.name) == ["head.weight", "input.input"])
  }

  @Test("only branches that a requested output depends on run backward")
  func unusedBranches() throws {
    var graph = Graph(name: "branches")
    let input = graph.addInput("input", type)
    let left = graph.add(Weighted(), "left", input)
    let right = graph.add(Weighted(), "right", input)
    let dead = graph.add(Weighted(), "dead", input)
    graph.outputs = [Port(name: "left", value: left), Port(name: "right", value: right)]
    let first = try Pipeline.plan(
      graph, kernels: kernels, options: PlanOptions(gradients: GradientRequest()))
    #expect(first.gradients.map(\.name) == ["left.weight"])
    #expect(!first.steps.contains { $0.path == "dead" })
    let both = try Pipeline.plan(
      graph, kernels: kernels,
      options: PlanOptions(mode: .training, gradients: GradientRequest(outputs: ["left", "right"], inputs: ["input"])))
    #expect(both.gradients.map(\.name) == ["right.weight", "left.weight", "input.input"])
    #expect(both.steps.contains { $0.path == "dead" })
    #expect(dead.index == 3)
  }

  @Test("an input that is an output needs no step")
  func inputIsOutput() throws {
    var graph = Graph(name: "nothing")
    let input = graph.addInput("input", type)
    graph.outputs = [Port(name: "input", value: input)]
    let plan = try Pipeline.plan(
      graph, kernels: kernels, options: PlanOptions(gradients: GradientRequest(inputs: ["input"])))
    #expect(plan.steps.isEmpty)
    #expect(plan.gradients.map(\.name) == ["input.input"])
    #expect(plan.gradients[0].operand.buffer == plan.inputs[1].operand.buffer)
    #expect(plan.arenaByteCount == 128)
  }

  @Test("what cannot be planned is an error that names the layer")
  func errors() throws {
    var graph = Graph(name: "errors")
    let input = graph.addInput("input", type)
    let stem = graph.add(Weighted(), "stem", input)
    let oneWay = graph.add(OneWay(), "way", stem)
    graph.outputs = [Port(name: "way", value: oneWay)]
    #expect(throws: PlanError.notDifferentiable(path: "way", operation: "one_way")) {
      try Pipeline.plan(graph, kernels: kernels, options: PlanOptions(gradients: GradientRequest()))
    }
    #expect(throws: PlanError.noSuchOutput("x", among: ["way"])) {
      try Pipeline.plan(graph, kernels: kernels, options: PlanOptions(gradients: GradientRequest(outputs: ["x"])))
    }
    #expect(throws: PlanError.noSuchInput("x", among: ["input"])) {
      try Pipeline.plan(graph, kernels: kernels, options: PlanOptions(gradients: GradientRequest(inputs: ["x"])))
    }
    let shapeOnly = graph.add(ShapeOnly(), "shape", oneWay)
    graph.outputs = [Port(name: "shape", value: shapeOnly)]
    #expect(throws: PlanError.notRunnable(path: "shape", operation: "shape_only")) {
      try Pipeline.plan(graph, kernels: kernels)
    }
  }

  @Test(
    "sizes that are no numbers, or too many bytes, are errors",
    arguments: [
      (Shape([.symbol("N"), 8]), PlanError.unknownSize(path: "input", shape: "[N, 8]")),
      (Shape([1 << 31, 1 << 31]), PlanError.tooLarge(path: "input")),
      (Shape([.overflow]), PlanError.unknownSize(path: "input", shape: "[(too large)]")),
    ])
  func badSizes(shape: Shape, error: PlanError) {
    var graph = Graph(name: "sizes")
    let input = graph.addInput("input", TensorType(shape))
    graph.outputs = [Port(name: "input", value: input)]
    #expect(throws: error) { try Pipeline.plan(graph, kernels: kernels) }
  }
}
