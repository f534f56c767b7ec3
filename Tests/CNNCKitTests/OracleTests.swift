import CNNCKit
import Execution
import Formats
import Graph
import KernelInterface
import Operators
import Passes
import Tensors
import TestSupport
import Testing

/// A file of `Tests/Fixtures/oracles`: a small model with what PyTorch computes for it.
struct Oracle: Sendable, CustomTestStringConvertible {
  /// The path below the oracles without its suffix, such as `conv2d/padding_asymmetric`.
  let name: String

  static let folder = Repository.fixtures + "/oracles"

  static let all = TestFile.files(below: folder, withExtension: "safetensors")
    .map { Oracle(name: String($0.dropLast(".safetensors".count))) }

  var testDescription: String { name }

  var group: String { String(name.prefix { $0 != "/" }) }

  func load() throws -> OracleContent {
    try OracleContent(TensorCollection(reading: "\(Oracle.folder)/\(name).safetensors"), group: group)
  }
}

extension TensorCollection {
  init(reading path: String) throws { self = try Safetensors.read(path) }
}

/// An oracle's model, tensors and tolerance.
struct OracleContent {
  let tensors: TensorCollection
  let mode: ExecutionMode
  let graph: Graph
  /// The largest allowed error of outputs and of gradients, relative to the largest magnitude of the tensor.
  let tolerance: (outputs: Float, gradients: Float)

  init(_ tensors: TensorCollection, group: String) throws {
    self.tensors = tensors
    mode = try #require(tensors.metadata["mode"].flatMap(ExecutionMode.init(rawValue:)))
    let stated = tensors.metadata["tolerance"].flatMap(Float.init)
    let declared = (OperatorRegistry.find(group) as? any LowerableOperator.Type)?.tolerance ?? .accumulation
    let outputs = stated ?? (group == "networks" ? 1e-4 : declared.relativeError)
    tolerance = (outputs, stated ?? (group == "networks" ? 1e-3 : max(outputs, Tolerance.rounding.relativeError)))
    graph = try OracleContent.model(of: tensors).validGraph()
  }

  /// The model of the metadata with the sizes of the inputs; what its file expects at full size is not checked.
  private static func model(of tensors: TensorCollection) throws -> Model {
    var options = ModelOptions()
    if let settings = tensors.metadata["set"] {
      guard case .array(let items) = try JSON(parsing: settings) else { throw Failure("'set' is not a list") }
      options.settings = items.compactMap { if case .string(let text) = $0 { text } else { nil } }
    }
    let model: Model
    if let file = tensors.metadata["model_file"] {
      model = try Model(contentsOf: Repository.root + "/" + file, options: options)
    } else {
      model = Model(text: try #require(tensors.metadata["model"]), options: options)
    }
    guard let graph = model.graph else { return model }
    var bindings = SymbolBindings()
    for port in graph.inputs {
      guard let tensor = tensors.input(port.name), let shape = graph[port.value].type.shape else { continue }
      try bindings.bind(tensor.sizes, to: shape, of: port.name, in: "oracle")
    }
    return model.binding(bindings.sizes)
  }

  struct Failure: Error, CustomStringConvertible {
    var description: String
    init(_ description: String) { self.description = description }
  }

  /// The gradients that the file has; nil without any.
  var gradientRequest: GradientRequest? {
    let outputs = tensors.names(after: "upstream.")
    guard !outputs.isEmpty else { return nil }
    return GradientRequest(outputs: outputs, inputs: Set(tensors.names(after: "grad.input.")))
  }

  /// Runs the model once, and returns every tensor that the file has a value for. Its inputs and parameters lie right
  /// before memory that must not be read.
  func run(_ kernels: KernelTable, threads: Int) throws -> [(name: String, found: Tensor)] {
    let parameters = try graph.parameters.map { parameter in
      try #require(tensors["param." + parameter.name], "the file has no param.\(parameter.name)").fenced(at: .end)
    }
    let options = PlanOptions(mode: mode, threads: threads, gradients: gradientRequest)
    let plan = try Pipeline.plan(graph, kernels: kernels, options: options)
    try #require(plan.violations.isEmpty)
    let session = try Session(
      plan: plan, parameters: parameters, pool: ThreadPool(count: threads), sharing: .always)
    for port in plan.inputs {
      let tensor = port.name.hasPrefix("upstream.") ? tensors[port.name] : tensors.input(port.name)
      try session.setInput(port.name, to: #require(tensor, "the file has no value for \(port.name)").fenced(at: .end))
    }
    try session.run()
    var found = try tensors.names(after: "output.").map {
      (name: "output." + $0, found: try session.output($0).copied())
    }
    for name in tensors.names(after: "grad.") {
      found.append(("grad." + name, try #require(session.gradient(name), "there is no gradient by \(name)").copied()))
    }
    for (index, parameter) in graph.parameters.enumerated() where tensors["buffer." + parameter.name] != nil {
      // What no step touches is as it was.
      let tensor = session.parameter(ParameterID(index: index)) ?? parameters[index]
      found.append(("buffer." + parameter.name, tensor.copied()))
    }
    return found
  }

  /// How a tensor is wrong; nil when it agrees.
  func disagreement(_ name: String, _ found: Tensor) -> String? {
    guard let expected = tensors[name] else { return "\(name) is not in the file" }
    guard expected.sizes == found.sizes, expected.dtype == found.dtype else {
      return "\(name) has shape \(found.sizes) \(found.dtype), expected \(expected.sizes) \(expected.dtype)"
    }
    guard expected.dtype == .float32 else {
      return expected.bytes.elementsEqual(found.bytes) ? nil : "\(name) is different"
    }
    let (expectedValues, foundValues) = (expected.floats, found.floats)
    let limit = name.hasPrefix("grad.") ? tolerance.gradients : tolerance.outputs
    let scale = expectedValues.lazy.filter(\.isFinite).map(\.magnitude).max() ?? 0
    var worst: (index: Int, error: Float)?
    for (index, (expected, found)) in zip(expectedValues, foundValues).enumerated() {
      if expected == found || (expected.isNaN && found.isNaN) { continue }
      let error = expected.isFinite && found.isFinite ? (expected - found).magnitude / scale : .infinity
      if error > limit, error > worst?.error ?? -1 { worst = (index, error) }
    }
    return worst.map { worst in
      "\(name)\(position(of: worst.index, in: expected.sizes)): expected \(expectedValues[worst.index]),"
        + " got \(foundValues[worst.index]), relative error \(worst.error) above \(limit)"
    }
  }

  /// The indices of an element by axis.
  private func position(of index: Int, in sizes: [Int]) -> [Int] {
    var rest = index
    return Array(
      sizes.reversed().map { size in
        defer { rest /= size }
        return rest % size
      }.reversed())
  }
}

extension TensorCollection {
  /// An input by its name; the only one may stand without.
  func input(_ name: String) -> Tensor? { self["input." + name] ?? (name == "input" ? self["input"] : nil) }

  /// What follows a prefix in the names that have it.
  func names(after prefix: String) -> [String] {
    names.filter { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) }
  }
}

@Suite("Agreement with PyTorch")
struct OracleTests {
  private static let operatorNames = OperatorRegistry.all.map { $0.name }

  @Test("outputs, gradients and running statistics agree at every kernel level", arguments: Oracle.all)
  func agrees(_ oracle: Oracle) throws {
    let content = try oracle.load()
    for level in KernelSelection.available {
      let kernels = level.makeTable()
      let single = try content.run(kernels, threads: 1)
      let double = try content.run(kernels, threads: 2)
      for (one, two) in zip(single, double) {
        if let disagreement = content.disagreement(one.name, one.found) {
          Issue.record("\(oracle.name), \(level.level.rawValue): \(disagreement)")
        }
        #expect(
          one.found.bytes.elementsEqual(two.found.bytes),
          "\(oracle.name), \(level.level.rawValue): \(one.name) is not the same with two threads")
      }
    }
  }

  @Test("an oracle has a gradient for every trainable parameter", arguments: Oracle.all)
  func completeGradients(_ oracle: Oracle) throws {
    let content = try oracle.load()
    guard content.gradientRequest != nil else { return }
    for parameter in content.graph.parameters where parameter.isTrainable {
      #expect(content.tensors["grad." + parameter.name] != nil, "\(oracle.name) has no grad.\(parameter.name)")
    }
  }

  @Test("every operator has oracles, and gradients unless it has none", arguments: operatorNames)
  func completeOperators(_ name: String) throws {
    let oracles = Oracle.all.filter { $0.group == name }
    #expect(!oracles.isEmpty, "there is no folder \(name) among the oracles")
    let kind = OperatorRegistry.find(name)
    if kind is any LowerableOperator.Type, !(kind is any DifferentiableOperator.Type) { return }
    #expect(try oracles.contains { try !$0.load().tensors.names(after: "grad.").isEmpty })
  }
}
