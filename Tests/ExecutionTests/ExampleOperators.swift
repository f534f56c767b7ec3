import Diagnostics
import Graph
import KernelInterface
import Operators
import Tensors

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

/// The number of elements in a unit of the test operators.
private let elementsPerUnit = 3

extension StepRun {
  /// The elements of the run's units.
  fileprivate func elements(of count: Int) -> Range<Int> {
    min(units.lowerBound * elementsPerUnit, count)..<min(units.upperBound * elementsPerUnit, count)
  }
}

/// `y = w * x` with one learned number for each of 4 columns; the weight is doubled by preparation and halved again.
struct Scaling: ExampleOperator, DifferentiableOperator, ParameterizedOperator {
  static let name = "scaling"
  static let tolerance = Tolerance.rounding

  func parameters(for inputs: [TensorType]) -> [ParameterDeclaration] {
    [ParameterDeclaration("weight", [4], .constant(1))]
  }

  func lower(_ site: LoweringSite, in lowering: inout Lowering) {
    let packed = lowering.makeBuffer("packed \(site.path)", byteCount: 16, storage: .prepared)
    lowering.emit(
      Step(
        kernel: "pack", path: site.path, reads: [site.parameters[0].buffer], writes: [packed], units: 2,
        scratchBytes: 8, isPreparation: true
      ) { run in
        for index in run.units.lowerBound * 2..<run.units.upperBound * 2 {
          run.floats(1)[index] = 2 * run.floats(0)[index]
        }
      })
    let count = site.outputs[0].elementCount
    lowering.emit(
      Step(
        kernel: "scaling", path: site.path, reads: [site.inputs[0].buffer, packed], writes: [site.outputs[0].buffer],
        reuse: [.init(write: 0, read: 0)], units: count.groups(of: elementsPerUnit), scratchBytes: 16
      ) { run in
        let halves = run.scratch.assumingMemoryBound(to: Float.self)
        for column in 0..<4 { halves[column] = run.floats(1)[column] / 2 }
        for index in run.elements(of: count) { run.floats(2)[index] = halves[index % 4] * run.floats(0)[index] }
      })
  }

  func lowerGradient(_ site: GradientSite, in lowering: inout Lowering) {
    guard let upstream = site.upstream[0] else { return }
    let count = upstream.elementCount
    let reads = [upstream.buffer, site.forward.inputs[0].buffer, site.forward.parameters[0].buffer]
    if let gradient = site.inputGradients[0] {
      lowering.emit(
        Step(
          kernel: "scaling by input", path: site.forward.path, reads: reads, writes: [gradient.buffer],
          units: count.groups(of: elementsPerUnit)
        ) { run in
          for index in run.elements(of: count) {
            run.floats(3)[index] = run.floats(2)[index % 4] * run.floats(0)[index]
          }
        })
    }
    if let gradient = site.parameterGradients[0] {
      lowering.emit(
        Step(kernel: "scaling by weight", path: site.forward.path, reads: reads, writes: [gradient.buffer], units: 4) {
          run in
          for column in run.units {
            run.floats(3)[column] = 0
            for index in 0..<count where index % 4 == column {
              run.floats(3)[column] += run.floats(0)[index] * run.floats(1)[index]
            }
          }
        })
    }
  }
}

/// The sum of two inputs, in place of either.
struct Sum: ExampleOperator, DifferentiableOperator {
  static let name = "sum"
  static let tolerance = Tolerance.rounding

  func lower(_ site: LoweringSite, in lowering: inout Lowering) {
    let count = site.outputs[0].elementCount
    lowering.emit(
      Step(
        kernel: "sum", path: site.path, reads: site.inputs.map(\.buffer), writes: [site.outputs[0].buffer],
        reuse: site.inputs.indices.map { .init(write: 0, read: $0) }, units: count.groups(of: elementsPerUnit)
      ) { run in
        for index in run.elements(of: count) { run.floats(2)[index] = run.floats(0)[index] + run.floats(1)[index] }
      })
  }

  func lowerGradient(_ site: GradientSite, in lowering: inout Lowering) {
    guard let upstream = site.upstream[0] else { return }
    let count = upstream.elementCount
    for gradient in site.inputGradients.compactMap(\.self) {
      lowering.emit(
        Step(
          kernel: "sum gradient", path: site.forward.path, reads: [upstream.buffer], writes: [gradient.buffer],
          units: count.groups(of: elementsPerUnit)
        ) { run in
          for index in run.elements(of: count) { run.floats(1)[index] = run.floats(0)[index] }
        })
    }
  }
}

/// Two outputs: twice and three times the input.
struct Fork: ExampleOperator, DifferentiableOperator {
  static let name = "fork"
  static let outputCount = 2
  static let tolerance = Tolerance.rounding

  func lower(_ site: LoweringSite, in lowering: inout Lowering) {
    let count = site.outputs[0].elementCount
    lowering.emit(
      Step(
        kernel: "fork", path: site.path, reads: [site.inputs[0].buffer], writes: site.outputs.map(\.buffer),
        units: count.groups(of: elementsPerUnit)
      ) { run in
        for index in run.elements(of: count) {
          run.floats(1)[index] = 2 * run.floats(0)[index]
          run.floats(2)[index] = 3 * run.floats(0)[index]
        }
      })
  }

  func lowerGradient(_ site: GradientSite, in lowering: inout Lowering) {
    guard let gradient = site.inputGradients[0] else { return }
    let count = gradient.elementCount
    let factors = zip(site.upstream, [2, 3] as [Float]).filter { $0.0 != nil }.map(\.1)
    lowering.emit(
      Step(
        kernel: "fork gradient", path: site.forward.path, reads: site.upstream.compactMap { $0?.buffer },
        writes: [gradient.buffer], units: 1
      ) { run in
        for index in 0..<count {
          var sum: Float = 0
          for read in 0..<factors.count { sum += factors[read] * run.floats(read)[index] }
          run.floats(factors.count)[index] = sum
        }
      })
  }
}

/// The same elements in another shape.
struct Flat: ExampleOperator, ViewOperator {
  static let name = "flat"

  func outputTypes(for inputs: [TensorType], reporting violations: inout [Violation]) -> [TensorType] {
    [TensorType(inputs[0].shape.map { Shape([$0.elementCount]) })]
  }

  func isView(in mode: ExecutionMode) -> Bool { true }
}

/// Passes its input on and counts the runs in a buffer; adds the number of the run.
struct Counting: ExampleOperator, LowerableOperator, ParameterizedOperator {
  static let name = "counting"
  static let tolerance = Tolerance.exact

  func parameters(for inputs: [TensorType]) -> [ParameterDeclaration] {
    [ParameterDeclaration("count", [1], .constant(0), role: .buffer)]
  }

  func lower(_ site: LoweringSite, in lowering: inout Lowering) {
    let count = site.outputs[0].elementCount
    lowering.emit(
      Step(
        kernel: "counting", path: site.path, reads: [site.inputs[0].buffer, site.parameters[0].buffer],
        writes: [site.outputs[0].buffer, site.parameters[0].buffer], units: 1
      ) { run in
        for index in 0..<count { run.floats(2)[index] = run.floats(0)[index] + Float(run.run) }
        run.floats(3)[0] = run.floats(1)[0] + 1
      })
  }
}

extension Graph {
  /// Adds a layer; its name becomes the path.
  mutating func add(_ operation: any Operator, _ path: String, _ inputs: [ValueID]) -> [ValueID] {
    let types = inputs.map { self[$0].type }
    var violations: [Violation] = []
    let node = addNode(
      operation, path: path, inputs: inputs, outputTypes: operation.outputTypes(for: types, reporting: &violations),
      parameters: (operation as? any ParameterizedOperator)?.parameters(for: types) ?? [],
      origin: Origin(span: Span(SourceID(index: 0), 0..<0)))
    return self[node].outputs
  }

  /// Adds a layer with one output.
  mutating func add(_ operation: any Operator, _ path: String, _ inputs: ValueID...) -> ValueID {
    add(operation, path, inputs)[0]
  }
}
