import Diagnostics
import Graph
import KernelInterface
import Kernels
import Operators
import Tensors

/// The plain kernels that the tests plan with; nothing runs.
let kernels = makeReferenceKernelTable()

/// Declares an operator without attributes whose outputs have the type of its first input.
protocol ExampleOperator: Operator {
  static var outputCount: Int { get }
}

extension ExampleOperator {
  static var summary: String { "a test operator" }
  static var arity: ClosedRange<Int> { 1...2 }
  static var primaryAttribute: String? { nil }
  static var attributes: [Attribute<Self>] { [] }
  static var outputCount: Int { 1 }

  func outputTypes(for inputs: [TensorType], reporting violations: inout [Violation]) -> [TensorType] {
    Array(repeating: inputs[0], count: Self.outputCount)
  }
}

/// An operator with a weight whose output and gradients each take one step, with workspace.
struct Weighted: ExampleOperator, DifferentiableOperator, ParameterizedOperator {
  static let name = "weighted"
  static let tolerance = Tolerance.exact

  func parameters(for inputs: [TensorType]) -> [ParameterDeclaration] {
    [ParameterDeclaration("weight", [8], .constant(1))]
  }

  func lower(_ site: LoweringSite, in lowering: inout Lowering) {
    let packed = lowering.makeBuffer("packed \(site.path)", byteCount: 32, storage: .prepared)
    lowering.emit(
      Step(
        kernel: "pack", path: site.path, reads: [site.parameters[0].buffer], writes: [packed], units: 1,
        isPreparation: true
      ) { _ in })
    lowering.emit(
      Step(
        kernel: "weighted", path: site.path, reads: [site.inputs[0].buffer, packed], writes: [site.outputs[0].buffer],
        units: 4, scratchBytes: 100
      ) { _ in })
  }

  func lowerGradient(_ site: GradientSite, in lowering: inout Lowering) {
    let upstream = site.upstream.compactMap { $0?.buffer }
    if let gradient = site.inputGradients[0] {
      lowering.emit(
        Step(kernel: "by input", path: site.forward.path, reads: upstream, writes: [gradient.buffer], units: 4) { _ in }
      )
    }
    if let gradient = site.parameterGradients[0] {
      lowering.emit(
        Step(
          kernel: "by weight", path: site.forward.path, reads: upstream + [site.forward.inputs[0].buffer],
          writes: [gradient.buffer], units: 4
        ) { _ in })
    }
  }
}

/// The sum of two inputs, in place of either.
struct Sum: ExampleOperator, DifferentiableOperator {
  static let name = "sum"
  static let tolerance = Tolerance.exact

  func lower(_ site: LoweringSite, in lowering: inout Lowering) {
    lowering.emit(
      Step(
        kernel: "sum", path: site.path, reads: site.inputs.map(\.buffer), writes: [site.outputs[0].buffer],
        reuse: site.inputs.indices.map { .init(write: 0, read: $0) }, units: 4
      ) { _ in })
  }

  func lowerGradient(_ site: GradientSite, in lowering: inout Lowering) {
    for gradient in site.inputGradients.compactMap(\.self) {
      lowering.emit(
        Step(
          kernel: "sum gradient", path: site.forward.path, reads: site.upstream.compactMap { $0?.buffer },
          writes: [gradient.buffer], units: 4
        ) { _ in })
    }
  }
}

/// An operator that runs but has no gradient.
struct OneWay: ExampleOperator, LowerableOperator {
  static let name = "one_way"
  static let tolerance = Tolerance.exact

  func lower(_ site: LoweringSite, in lowering: inout Lowering) {
    lowering.emit(
      Step(
        kernel: "one way", path: site.path, reads: [site.inputs[0].buffer], writes: [site.outputs[0].buffer], units: 1
      ) { _ in })
  }
}

/// An operator that nothing can be done with but to infer its shape.
struct ShapeOnly: ExampleOperator {
  static let name = "shape_only"
}

/// The same elements in the same memory.
struct Same: ExampleOperator, ViewOperator {
  static let name = "same"
  func isView(in mode: ExecutionMode) -> Bool { true }
}

extension Graph {
  /// Adds a layer with one output; its name becomes the path.
  mutating func add(_ operation: any Operator, _ path: String, _ inputs: ValueID..., isFrozen: Bool = false) -> ValueID
  {
    let types = inputs.map { self[$0].type }
    var violations: [Violation] = []
    let node = addNode(
      operation, path: path, inputs: inputs, outputTypes: operation.outputTypes(for: types, reporting: &violations),
      parameters: (operation as? any ParameterizedOperator)?.parameters(for: types) ?? [], isFrozen: isFrozen,
      origin: Origin(span: Span(SourceID(index: 0), 0..<0)))
    return self[node].outputs[0]
  }
}
