package import Graph
package import Tensors

/// The same elements under another shape, in row-major order.
///
/// `shape` is the whole new shape, the batch included, as in `torch.reshape`. One size may be -1: it takes what the
/// others leave, so `shape: [-1, 16, 7, 7]` works for every batch size `N`. Nothing is computed: the output is the
/// same memory. The number of elements must be the same, which is checked for symbolic sizes too where it follows
/// from the shapes.
package struct Reshape: ViewOperator {
  package var shape: [Int] = [-1]

  package static let name = "reshape"
  package static let summary = "the same elements under another shape"
  package static let arity = 1...1
  package static let primaryAttribute: String? = "shape"
  package static let attributes: [Attribute<Reshape>] = [
    Attribute("shape", \.shape, required: true, sizes, "the new shape with the batch; one size may be -1")
  ]

  package init() {}

  package func outputTypes(for inputs: [TensorType], reporting violations: inout [Violation]) -> [TensorType] {
    let dtype = inputs[0].dtype
    let written = shape.reduce(Dimension.known(1)) { $1 == -1 ? $0 : $0 * .known($1) }
    let dimensions = shape.map { $0 == -1 ? Dimension.unknown : .known($0) }
    guard let input = inputs[0].shape, let product = written.value else {
      return [TensorType(Shape(dimensions), dtype)]
    }
    let total = input.elementCount
    let inferred = total.floorDivided(by: product)
    if isWrong(total, product, inferred, batch: input.dimensions.first) {
      violations.append(wrongCount(input, total, product))
      return [TensorType(Shape(dimensions), dtype)]
    }
    violations.demand(
      shape.contains(-1) ? .multiple(total, of: product) : .equal(total, .known(product)), .elementCount,
      at: .attribute("shape"))
    return [TensorType(Shape(zip(shape, dimensions).map { $0 == -1 ? inferred : $1 }), dtype)]
  }

  package func isView(in mode: ExecutionMode) -> Bool { true }

  /// Whether the elements cannot fit for every batch size, or for the sizes there are.
  private func isWrong(_ total: Dimension, _ product: Int, _ inferred: Dimension, batch: Dimension?) -> Bool {
    let rest = total - inferred * product
    let isExact = shape.contains(-1) ? rest : total - product
    if let count = isExact.value { return count != 0 }
    guard case .symbolic(let polynomial) = total, case .symbolic(let symbol)? = batch else { return false }
    return polynomial.symbols == symbol.symbols
  }

  private func wrongCount(_ input: Shape, _ total: Dimension, _ product: Int) -> Violation {
    let has = shape.contains(-1) ? "a multiple of \(product)" : "\(product)"
    var help: [String] = []
    if !shape.contains(-1), total.value == nil { help.append("write -1 in place of the batch size") }
    if shape.count == 2, shape[0] == -1, let batch = input.dimensions.first {
      let features = Shape(Array(input.dimensions.dropFirst())).elementCount
      help.append("'- flatten' in its place gives \(Shape([batch, features])), whatever the sizes are")
    }
    return Violation(
      .elementCount, "'shape' must hold every element of the input: \(input) has \(total), \(shape) holds \(has)",
      at: .attribute("shape"), label: "holds \(has)", remarks: [.init(.input(0), "produces \(input)")], help: help)
  }

  private static let sizes = AttributeConstraint<[Int]>(
    "must be a list of sizes of at least 1, of which one may be -1"
  ) { sizes in
    sizes.allSatisfy { $0 >= 1 || $0 == -1 } && sizes.filter { $0 == -1 }.count <= 1
  }
}
