import Diagnostics
import Execution
import Graph
import KernelInterface
import Operators
import Passes
import Tensors
import TestSupport
import Testing

/// One operator run as a whole graph: its output and every gradient, on any kernels.
struct OperatorRun {
  var operation: any Operator
  var inputs: [Tensor]
  var parameters: [Tensor] = []
  var mode = ExecutionMode.training

  struct Result {
    var output: [Float]
    /// The gradients by the inputs and then by the parameters; none for what is not float32.
    var gradients: [[Float]]
    /// The parameters afterwards.
    var parameters: [Tensor?]
  }

  /// Attributes as in a file, and seeded inputs of some sizes.
  init(
    _ type: any Operator.Type, _ attributes: [String: AttributeLiteral] = [:], on sizes: [Int]...,
    mode: ExecutionMode = .training
  ) throws {
    operation = try OperatorProbe.make(type, attributes)
    var numbers = SeededNumbers(seed: 7)
    inputs = sizes.map { Tensor(numbers.floats($0.reduce(1, *)), sizes: $0) }
    self.mode = mode
    if let operation = operation as? any ParameterizedOperator {
      parameters = operation.parameters(for: inputs.map(\.type)).map { declaration in
        guard declaration.dtype == .float32 else { return Tensor(zeros: declaration.sizes, dtype: declaration.dtype) }
        return Tensor(numbers.floats(declaration.sizes.reduce(1, *)).map { $0 + 1.5 }, sizes: declaration.sizes)
      }
    }
  }

  /// Runs forward and backward; `upstream` is the same for every element count.
  func callAsFunction(
    _ level: KernelLevel = .reference, threads: Int = 1, runs: Int = 1, upstream: [Float]? = nil
  ) throws -> Result {
    let (graph, names) = makeGraph()
    let options = PlanOptions(mode: mode, threads: threads, gradients: GradientRequest(inputs: Set(names)))
    let kernels = try KernelSelection(override: level.rawValue).kernels
    let plan = try Pipeline.plan(graph, kernels: kernels, options: options)
    let session = try Session(
      plan: plan, parameters: parameters, pool: ThreadPool(count: threads), sharing: .always)
    for (index, input) in inputs.enumerated() { try session.setInput("x\(index)", to: input) }
    if let seed = plan.inputs.first(where: { $0.name == "upstream.y" }) {
      let values = upstream ?? Self.upstream(seed.operand.elementCount)
      try session.setInput("upstream.y", to: Tensor(values, sizes: seed.operand.sizes))
    }
    for _ in 0..<runs { try session.run() }
    let byParameters = graph.parameters.filter(\.isTrainable).compactMap { session.gradient($0.name)?.floats }
    return Result(
      output: try session.output("y").floats,
      gradients: names.compactMap { session.gradient("input." + $0)?.floats } + byParameters,
      parameters: graph.parameterIDs.map { session.parameter($0) })
  }

  static func upstream(_ count: Int) -> [Float] {
    var numbers = SeededNumbers(seed: 3)
    return numbers.floats(count)
  }

  private func makeGraph() -> (Graph, wanted: [String]) {
    var graph = Graph(name: "graph")
    let values = inputs.enumerated().map { graph.addInput("x\($0)", $1.type) }
    var violations: [Violation] = []
    let types = operation.outputTypes(for: inputs.map(\.type), reporting: &violations)
    #expect(violations.allSatisfy { $0.code.severity != .error })
    let declarations = (operation as? any ParameterizedOperator)?.parameters(for: inputs.map(\.type)) ?? []
    let node = graph.addNode(
      operation, path: "layer", inputs: values, outputTypes: types, parameters: declarations,
      origin: Origin(span: Span(SourceID(index: 0), 0..<0)))
    graph.outputs = [Port(name: "y", value: graph[node].outputs[0])]
    return (graph, inputs.indices.filter { inputs[$0].dtype == .float32 }.map { "x\($0)" })
  }
}

extension OperatorRun {
  /// The levels of this machine beside the reference.
  static let levels: [KernelLevel] = KernelSelection.available.map(\.level).filter { $0 != .reference }

  /// Fails unless every level computes what the reference does, and the same for every number of threads.
  func expectEqualLevels(sourceLocation: SourceLocation = #_sourceLocation) throws {
    let tolerance = (Swift.type(of: operation) as? any LowerableOperator.Type)?.tolerance.relativeError ?? 0
    let expected = try self()
    for level in Self.levels {
      let found = try self(level)
      let name = "\(operation.name) \(level)"
      expectClose(found.output, expected.output, name, max(tolerance, 1e-6), sourceLocation)
      for (index, pair) in zip(found.gradients, expected.gradients).enumerated() {
        expectClose(pair.0, pair.1, "\(name) gradient \(index)", max(tolerance, 4e-6), sourceLocation)
      }
      let shared = try self(level, threads: 3)
      #expect(shared.output.map(\.bitPattern) == found.output.map(\.bitPattern), sourceLocation: sourceLocation)
      for pair in zip(shared.gradients, found.gradients) {
        #expect(pair.0.map(\.bitPattern) == pair.1.map(\.bitPattern), sourceLocation: sourceLocation)
      }
    }
  }

  /// Fails unless the gradients by the inputs and parameters are what small changes of them do to the output.
  func expectGradientsOfDifferences(
    step: Float = 0.01, tolerance: Float = 4e-3, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let result = try self()
    let upstream = Self.upstream(result.output.count)
    let trained = parameters.prefix(result.gradients.count - inputs.filter { $0.dtype == .float32 }.count)
    let variables = inputs.filter { $0.dtype == .float32 } + trained
    for (index, variable) in variables.enumerated() {
      var differences: [Float] = []
      let values = variable.pointer.assumingMemoryBound(to: Float.self)
      for i in 0..<variable.elementCount {
        let value = values[i]
        values[i] = value + step
        let above = try loss(upstream)
        values[i] = value - step
        let below = try loss(upstream)
        values[i] = value
        differences.append(Float((above - below) / (2 * Double(step))))
      }
      expectClose(
        result.gradients[index], differences, "\(operation.name) gradient \(index)", tolerance, sourceLocation)
    }
  }

  private func loss(_ upstream: [Float]) throws -> Double {
    zip(try self().output, upstream).reduce(0) { $0 + Double($1.0) * Double($1.1) }
  }

  private func expectClose(
    _ found: [Float], _ expected: [Float], _ what: String, _ tolerance: Float, _ sourceLocation: SourceLocation
  ) {
    #expect(found.count == expected.count, "\(what)", sourceLocation: sourceLocation)
    let scale = expected.reduce(Float(0.1)) { $1.isFinite ? max($0, $1.magnitude) : $0 }
    for (place, pair) in zip(found, expected).enumerated() {
      let fits =
        pair.1.isNaN ? pair.0.isNaN : pair.0 == pair.1 || (pair.0 - pair.1).magnitude <= tolerance * scale
      if !fits {
        Issue.record("\(what): \(pair.0) for \(pair.1) at \(place)", sourceLocation: sourceLocation)
        return
      }
    }
  }
}

extension Tensor {
  var type: TensorType { TensorType(Shape(sizes), dtype) }

  /// Class indices.
  init(indices: [Int64], sizes: [Int]) {
    self.init(zeros: sizes, dtype: .int64)
    precondition(indices.count == elementCount, "as many indices as elements")
    pointer.assumingMemoryBound(to: Int64.self).update(from: indices, count: indices.count)
  }
}
