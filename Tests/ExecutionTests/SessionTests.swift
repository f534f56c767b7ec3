import CHeapCounter
import Graph
import KernelInterface
import Operators
import Passes
import Tensors
import Testing

@testable import Execution

@Suite("Running plans")
struct SessionTests {
  private let sizes = [3, 4]
  private let values = (0..<12).map { Float($0) - 5 }

  /// input -> scale -> relu -> fork; sum(fork.0, scale of fork.1) flattened, so that values are read twice, in two
  /// shapes and from two outputs.
  private func makeGraph() -> Graph {
    var graph = Graph(name: "graph")
    let input = graph.addInput("input", TensorType(Shape(sizes)))
    let scaled = graph.add(Scaling(), "scale", input)
    let relu = graph.add(Relu(), "relu", scaled)
    let fork = graph.add(Fork(), "fork", [relu])
    let right = graph.add(Scaling(), "right", fork[1])
    let sum = graph.add(Sum(), "sum", fork[0], right)
    let again = graph.add(Sum(), "again", sum, relu)
    let flat = graph.add(Flat(), "flat", again)
    graph.outputs = [Port(name: "flat", value: flat), Port(name: "scale", value: scaled)]
    return graph
  }

  /// input -> scale, to which a test adds what follows.
  private func makeScaling() -> (graph: Graph, input: ValueID, scaled: ValueID) {
    var graph = Graph(name: "scaling")
    let input = graph.addInput("input", TensorType(Shape(sizes)))
    let scaled = graph.add(Scaling(), "scale", input)
    graph.outputs = [Port(name: "scale", value: scaled)]
    return (graph, input, scaled)
  }

  private let weights = [Tensor([1, -1, 2, 0.5], sizes: [4]), Tensor([1, 2, 3, 4], sizes: [4])]

  private func makeSession(
    _ graph: Graph, threads: Int, _ options: PlanOptions = PlanOptions(), parameters: [Tensor?]? = nil,
    sharing: WorkSharing = .always
  ) throws -> Session {
    var options = options
    options.threads = threads
    let kernels = try KernelSelection(override: "reference").kernels
    let plan = try Pipeline.plan(graph, kernels: kernels, options: options)
    #expect(plan.violations.isEmpty)
    let session = try Session(
      plan: plan, parameters: parameters ?? weights, pool: ThreadPool(count: threads), sharing: sharing)
    if let input = plan.inputs.first { try session.setInput(input.name, to: Tensor(values, sizes: sizes)) }
    return session
  }

  private func relu(_ x: Float) -> Float { max(x, 0) }

  @Test("outputs are the composition of the layers for every number of threads", arguments: 1...4)
  func forward(threads: Int) throws {
    let session = try makeSession(makeGraph(), threads: threads)
    try session.run()
    let expected = values.enumerated().map { index, x in
      let y = relu(x * weights[0].floats[index % 4])
      return 2 * y + 3 * y * weights[1].floats[index % 4] + y
    }
    #expect(try session.output("flat").floats == expected)
    #expect(try session.output("flat").sizes == [12])
    #expect(try session.output("scale").floats == values.indices.map { values[$0] * weights[0].floats[$0 % 4] })
  }

  @Test("gradients are those of the composition for every number of threads", arguments: 1...4)
  func backward(threads: Int) throws {
    let options = PlanOptions(mode: .training, gradients: GradientRequest(inputs: ["input"]))
    let session = try makeSession(makeGraph(), threads: threads, options)
    let upstream = (0..<12).map { Float($0 % 5) - 1 }
    try session.setInput("upstream.flat", to: Tensor(upstream, sizes: [12]))
    try session.run()
    let (first, second) = (weights[0].floats, weights[1].floats)
    var byInput = [Float](repeating: 0, count: 12)
    var byFirst = [Float](repeating: 0, count: 4)
    var bySecond = [Float](repeating: 0, count: 4)
    for (index, x) in values.enumerated() {
      let column = index % 4
      let z = x * first[column]
      let byRelu = upstream[index] * (2 + 3 * second[column] + 1)
      let byScaled = z > 0 ? byRelu : 0
      byInput[index] = byScaled * first[column]
      byFirst[column] += byScaled * x
      bySecond[column] += upstream[index] * 3 * relu(z)
    }
    #expect(session.gradient("input.input")?.floats == byInput)
    #expect(session.gradient("scale.weight")?.floats == byFirst)
    #expect(session.gradient("right.weight")?.floats == bySecond)
    #expect(session.gradient("input.other") == nil)
  }

  @Test("the upstream gradient is one unless it is set")
  func upstreamDefault() throws {
    let session = try makeSession(
      makeScaling().graph, threads: 1, PlanOptions(gradients: GradientRequest(inputs: ["input"])))
    try session.run()
    #expect(session.gradient("input.input")?.floats == (0..<12).map { weights[0].floats[$0 % 4] })
  }

  @Test("an input keeps its value for many runs")
  func repeated() throws {
    let session = try makeSession(makeGraph(), threads: 2)
    try session.run()
    let first = try session.output("flat").floats
    for _ in 0..<20 {
      try session.run()
      #expect(try session.output("flat").floats == first)
    }
    try session.setInput("input", to: Tensor(zeros: sizes))
    try session.run()
    #expect(try session.output("flat").floats == Array(repeating: 0, count: 12))
  }

  @Test("an input that a result views is copied into its memory")
  func viewed() throws {
    var (graph, input, _) = makeScaling()
    graph.outputs += [
      Port(name: "flat", value: graph.add(Flat(), "flat", input)), Port(name: "same", value: input),
    ]
    let session = try makeSession(graph, threads: 1, parameters: [weights[0]])
    let factors = weights[0].floats
    var expected = values
    for _ in 0..<3 {
      try session.run()
      #expect(try session.output("flat").floats == expected)
      #expect(try session.output("same").floats == expected)
      expected = expected.enumerated().map { $0.element * factors[$0.offset % 4] }
      #expect(try session.output("scale").floats == expected)
      try session.setInput("input", to: session.output("scale"))
    }
  }

  @Test("a result can be the input of the next runs, though they overwrite it")
  func recurrent() throws {
    var (graph, input, scaled) = makeScaling()
    graph.outputs.append(Port(name: "sum", value: graph.add(Sum(), "sum", scaled, input)))
    let session = try makeSession(graph, threads: 2, parameters: [weights[0]])
    try session.run()
    let first = try session.output("scale").floats
    try session.setInput("input", to: session.output("scale"))
    for _ in 0..<2 {
      try session.run()
      let expected = first.enumerated().map { $0.element + $0.element * weights[0].floats[$0.offset % 4] }
      #expect(try session.output("sum").floats == expected)
    }
  }

  @Test("an input whose numbers lie across the bounds of words is copied by every run")
  func misaligned() throws {
    let session = try makeSession(makeGraph(), threads: 1)
    try session.run()
    let expected = try session.output("flat").floats
    let tensor = Tensor(sizes: sizes, dtype: .float32, storage: TensorStorage(byteCount: 49), byteOffset: 1)
    values.withUnsafeBytes { tensor.pointer.copyMemory(from: $0.baseAddress!, byteCount: 48) }
    try session.setInput("input", to: tensor)
    for _ in 0..<3 {
      try session.run()
      #expect(try session.output("flat").floats == expected)
    }
  }

  @Test("a kept value is readable after the run")
  func keptValue() throws {
    let graph = makeGraph()
    let relu = try #require(graph.nodes.first { $0.path == "relu" }?.outputs[0])
    let session = try makeSession(graph, threads: 2, PlanOptions(keep: [relu]))
    try session.run()
    #expect(
      session.value(relu)?.floats
        == values.enumerated().map { self.relu($0.element * weights[0].floats[$0.offset % 4]) })
    #expect(session.value(graph.inputs[0].value) == nil)
  }

  @Test("what a run updates is the session's own and stays for the next run")
  func updates() throws {
    var graph = Graph(name: "counting")
    let input = graph.addInput("input", TensorType(Shape(sizes)))
    graph.outputs = [Port(name: "count", value: graph.add(Counting(), "count", input))]
    let given = Tensor([7], sizes: [1])
    let session = try makeSession(graph, threads: 2, PlanOptions(mode: .training), parameters: [given])
    for _ in 0..<3 { try session.run() }
    #expect(session.parameter(ParameterID(index: 0))?.floats == [10])
    #expect(given.floats == [7])
    #expect(try session.output("count").floats == values.map { $0 + 2 })
  }

  @Test("preparation runs again before every training run, so that new weights count")
  func preparation() throws {
    var graph = Graph(name: "one")
    let input = graph.addInput("input", TensorType(Shape(sizes)))
    graph.outputs = [Port(name: "scale", value: graph.add(Scaling(), "scale", input))]
    let weight = Tensor([1, 1, 1, 1], sizes: [4])
    let training = try makeSession(graph, threads: 2, PlanOptions(mode: .training), parameters: [weight])
    try training.run()
    #expect(try training.output("scale").floats == values)
    weight.pointer.assumingMemoryBound(to: Float.self).update(repeating: 3, count: 4)
    try training.run()
    #expect(try training.output("scale").floats == values.map { 3 * $0 })
  }

  @Test("an input that is an output passes through, and several outputs may be one value")
  func passThrough() throws {
    var graph = Graph(name: "nothing")
    let input = graph.addInput("input", TensorType(Shape(sizes)))
    graph.outputs = [Port(name: "a", value: input), Port(name: "b", value: input)]
    let session = try makeSession(
      graph, threads: 2, PlanOptions(gradients: GradientRequest(outputs: ["a", "b"], inputs: ["input"])))
    try session.run()
    #expect(try session.output("a").floats == values)
    #expect(try session.output("b").floats == values)
    #expect(session.gradient("input.input")?.floats == Array(repeating: 2, count: 12))
  }

  /// How often the threads of a session ask for memory during some runs, and while this is being found out.
  private func allocations(during runs: Int, of session: Session) throws -> UInt {
    let count = session.pool.count
    let counts = UnsafeMutablePointer<UInt>.allocate(capacity: 2 * count)
    counts.initialize(repeating: 0, count: 2 * count)
    defer { counts.deallocate() }
    let address = UInt(bitPattern: counts)
    session.pool.run { UnsafeMutablePointer<UInt>(bitPattern: address)?[2 * $0] = heap_allocations_of_thread() }
    for _ in 0..<runs { try session.run() }
    session.pool.run { UnsafeMutablePointer<UInt>(bitPattern: address)?[2 * $0 + 1] = heap_allocations_of_thread() }
    var sum: UInt = 0
    for thread in 0..<count { sum += counts[2 * thread + 1] - counts[2 * thread] }
    return sum
  }

  @Test("a run allocates nothing", arguments: 1...2)
  func allocations(threads: Int) throws {
    let options = PlanOptions(mode: .training, gradients: GradientRequest(inputs: ["input"]))
    let session = try makeSession(makeGraph(), threads: threads, options)
    _ = try allocations(during: 3, of: session)
    #expect(try allocations(during: 100, of: session) == allocations(during: 0, of: session))
  }

  @Test("timings cover every step and thread")
  func timings() throws {
    let session = try makeSession(makeGraph(), threads: 2)
    let timings = try session.runTimed()
    #expect(timings.intervals.count == session.plan.steps.count)
    #expect(timings.intervals.allSatisfy { $0.count == 2 && $0.allSatisfy { $0.start <= $0.end } })
    for (earlier, later) in zip(timings.intervals, timings.intervals.dropFirst()) {
      #expect(earlier.map(\.start).max() ?? 0 <= later.map(\.end).min() ?? 0)
    }
    #expect(timings.intervals.indices.allSatisfy { timings.nanoseconds(ofStep: $0) <= timings.nanoseconds })
  }

  @Test("a run with little work leaves the other threads asleep, with the same result")
  func littleWork() throws {
    let shared = try makeSession(makeGraph(), threads: 2)
    let alone = try makeSession(makeGraph(), threads: 2, sharing: .standard)
    #expect(try shared.runTimed().intervals.allSatisfy { $0.count == 2 })
    #expect(try alone.runTimed().intervals.allSatisfy { $0.count == 1 })
    #expect(try shared.output("flat").floats == alone.output("flat").floats)
    let mixed = try makeSession(makeGraph(), threads: 2, sharing: WorkSharing(leastStep: 1000, leastRun: 0))
    try mixed.run()
    #expect(try mixed.output("flat").floats == alone.output("flat").floats)
  }

  @Test("wrong inputs and parameters are errors")
  func errors() throws {
    let graph = makeGraph()
    let session = try makeSession(graph, threads: 1)
    #expect(throws: SessionError.noSuchInput("x", among: ["input"])) { try session.setInput("x", to: weights[0]) }
    #expect(throws: SessionError.mismatch(name: "input", expected: "[3, 4]", found: "[4]")) {
      try session.setInput("input", to: weights[0])
    }
    #expect(throws: SessionError.noSuchOutput("x", among: ["flat", "scale"])) { try session.output("x") }
    #expect(throws: SessionError.missingParameter("right.weight")) {
      try makeSession(graph, threads: 1, parameters: [weights[0], nil])
    }
    #expect(throws: SessionError.mismatch(name: "right.weight", expected: "[4]", found: "[1]")) {
      try makeSession(graph, threads: 1, parameters: [weights[0], Tensor([1], sizes: [1])])
    }
    let plan = try Pipeline.plan(graph, kernels: KernelSelection(override: nil).kernels)
    let unset = try Session(plan: plan, parameters: weights, pool: ThreadPool(count: 1))
    #expect(throws: SessionError.missingInput("input")) { try unset.run() }
  }
}
