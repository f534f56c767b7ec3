import Graph
package import Tensors

/// A loss that compares scores `[N, C]` or `[N, C, ...]` with a class for each position.
package protocol ClassLoss: LossOperator {
  var weight: [Double]? { get set }
  var ignoreIndex: Int { get set }
  var reduction: Reduction { get set }
}

extension ClassLoss {
  package static var arity: ClosedRange<Int> { 2...2 }
  package static var primaryAttribute: String? { nil }
  package static var tolerance: Tolerance { .accumulation }

  static var weightAttribute: Attribute<Self> {
    Attribute("weight", \.weight, weights, "how much each class counts, one number a class")
  }
  static var ignoreIndexAttribute: Attribute<Self> {
    Attribute("ignore_index", \.ignoreIndex, .any, "a class whose positions do not count")
  }
  static var reductionAttribute: Attribute<Self> {
    Attribute("reduction", \.reduction, .any, "what becomes of the losses of all positions")
  }

  private static var weights: AttributeConstraint<[Double]?> {
    AttributeConstraint("must be numbers of at least 0") { weights in weights?.allSatisfy { $0 >= 0 } ?? true }
  }

  package func targetType(for prediction: TensorType) -> TensorType {
    TensorType(prediction.shape.map(positions), .int64)
  }

  /// The type of the loss; reports scores without classes, another number of weights, and a target that does not fit.
  func outputType(
    for inputs: [TensorType], acceptsProbabilities: Bool, reporting violations: inout [Violation]
  ) -> TensorType {
    checkFloat([inputs[0]], reporting: &violations)
    let shape = inputs[0].shape.map(positions)
    let result = TensorType(reduction == .none ? shape : Shape([Dimension]()))
    guard inputs[1].dtype == .int64 || (acceptsProbabilities && inputs[1].dtype == .float32) else {
      violations.append(.wrongType(inputs[1].dtype, of: name, expected: .int64, input: 1))
      return result
    }
    guard let scores = inputs[0].shape else { return result }
    guard scores.rank >= 2 else {
      violations.append(.wrongRank(scores, expected: ["N", "C"]))
      return result
    }
    if let weight, let classes = scores[1].value, weight.count != classes {
      violations.append(.classWeights(weight.count, scores: scores))
    }
    let wanted = inputs[1].dtype == .int64 ? positions(scores) : scores
    if let target = inputs[1].shape, target.rank == wanted.rank {
      for (found, size) in zip(target.dimensions, wanted.dimensions) {
        violations.demand(.equal(found, size), .targetShape)
      }
    }
    if let target = inputs[1].shape, !fits(target, wanted) {
      violations.append(.targetShape(target, inputs[1].dtype, wanted: wanted, scores: scores))
    }
    return result
  }

  /// The shape without its classes.
  private func positions(_ scores: Shape) -> Shape {
    Shape(Array(scores.dimensions.prefix(1) + scores.dimensions.dropFirst(2)))
  }

  private func fits(_ target: Shape, _ wanted: Shape) -> Bool {
    target.rank == wanted.rank
      && zip(target.dimensions, wanted.dimensions).allSatisfy { ($0 - $1).value.map { $0 == 0 } ?? true }
  }
}

/// The weights of classes as kernels read them.
struct ClassWeights: Sendable {
  private let values: [Float]?

  init(_ weights: [Double]?) { values = weights.map { $0.map { Float($0) } } }

  /// Calls the body with the weights; nil is 1 for all.
  func withPointer(_ body: (UnsafePointer<Float>?) -> Void) {
    guard let values else { return body(nil) }
    values.withUnsafeBufferPointer { body($0.baseAddress) }
  }
}
