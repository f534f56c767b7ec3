import Analysis
import Diagnostics
import Graph
import Tensors

/// A window along every spatial axis.
struct Slide: WindowedOperator {
  static let name = "slide"
  static let summary = "a window"
  static let arity = 1...1
  static let attributes: [Attribute<Slide>] = []
  static let primaryAttribute: String? = nil
  var window = AxisWindow(kernelSize: 1)

  func windows(for input: TensorType) -> [AxisWindow] {
    Array(repeating: window, count: (input.shape?.rank ?? 2) - 2)
  }

  func outputTypes(for inputs: [TensorType], reporting violations: inout [Violation]) -> [TensorType] {
    inputs.map { input in
      guard var shape = input.shape else { return input }
      let extent = window.dilation * (window.kernelSize - 1) + 1
      for axis in 2..<shape.rank {
        shape[axis] = (shape[axis] + (window.padBegin + window.padEnd - extent)).floorDivided(by: window.stride) + 1
      }
      return TensorType(shape)
    }
  }
}

/// Reads as told along each axis.
struct Spread: SpatialOperator {
  static let name = "spread"
  static let summary = "a reach"
  static let arity = 1...1
  static let attributes: [Attribute<Spread>] = []
  static let primaryAttribute: String? = nil
  var reaches: AxisReach?
  var factor = 1
  /// The size of the output, when it is not a multiple of the input's.
  var size: Int?

  func reach(from input: Shape, to output: Shape) -> [AxisReach?] {
    Array(repeating: reaches, count: input.rank - 2)
  }

  func outputTypes(for inputs: [TensorType], reporting violations: inout [Violation]) -> [TensorType] {
    inputs.map { input in
      guard var shape = input.shape else { return input }
      for axis in 2..<shape.rank { shape[axis] = size.map { .known($0) } ?? shape[axis] * factor }
      return TensorType(shape)
    }
  }
}

/// Joins values position by position.
struct Sum: Operator {
  static let name = "sum"
  static let summary = "a sum"
  static let arity = 1...Int.max
  static let attributes: [Attribute<Sum>] = []
  static let primaryAttribute: String? = nil
  func outputTypes(for inputs: [TensorType], reporting violations: inout [Violation]) -> [TensorType] { [inputs[0]] }
}

/// Joins values of unlike sizes, those of size 1 with every position.
struct Join: Operator {
  static let name = "join"
  static let summary = "a sum"
  static let arity = 2...2
  static let attributes: [Attribute<Join>] = []
  static let primaryAttribute: String? = nil
  func outputTypes(for inputs: [TensorType], reporting violations: inout [Violation]) -> [TensorType] { [inputs[1]] }
}

/// A graph that grows by one operator at a time.
struct Net {
  var graph = Graph(name: "net")

  mutating func input(_ sizes: [Dimension]) -> ValueID { graph.addInput("input", TensorType(Shape(sizes))) }

  mutating func add(_ operation: any Operator, _ inputs: ValueID...) -> ValueID {
    var violations: [Violation] = []
    let types = operation.outputTypes(for: inputs.map { graph[$0].type }, reporting: &violations)
    let origin = Origin(span: Span(SourceID(index: 0), 0..<0))
    let node = graph.addNode(
      operation, path: "n\(graph.nodes.count)", inputs: inputs, outputTypes: types, origin: origin)
    return graph[node].outputs[0]
  }

  /// The graph with a value as its output.
  func reading(_ value: ValueID) -> Graph {
    var graph = graph
    graph.outputs = [Port(name: "output", value: value)]
    return graph
  }

  func field(_ value: ValueID) -> [Int]? { ReceptiveField(graph)[value] }
}
