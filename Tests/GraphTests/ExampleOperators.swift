import Graph
import Tensors

/// A dense layer as small as an operator can be.
struct Dense: ParameterizedOperator {
  static let name = "dense"
  static let summary = "a test operator with weights"
  static let arity = 1...1
  static let primaryAttribute: String? = "features"
  static let attributes: [Attribute<Dense>] = [
    Attribute("features", \.features, required: true, .atLeast(1), "the outputs"),
    Attribute("bias", \.bias, .any, "whether there is a bias"),
  ]

  var features = 1
  var bias = true

  func outputTypes(for inputs: [TensorType], reporting violations: inout [Violation]) -> [TensorType] {
    [TensorType(Shape([.symbol("N"), .known(features)]))]
  }

  func parameters(for inputs: [TensorType]) -> [ParameterDeclaration] {
    [ParameterDeclaration("weight", [features, 4], .constant(0))]
      + (bias ? [ParameterDeclaration("bias", [features], .constant(0))] : [])
  }
}

/// Two copies of its input.
struct Fork: Operator {
  static let name = "fork"
  static let summary = "a test operator with two outputs"
  static let arity = 1...1
  static let primaryAttribute: String? = nil
  static let attributes: [Attribute<Fork>] = []

  func outputTypes(for inputs: [TensorType], reporting violations: inout [Violation]) -> [TensorType] {
    [inputs[0], inputs[0]]
  }
}
