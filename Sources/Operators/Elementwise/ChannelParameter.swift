package import Graph
package import Tensors

/// An operator with one learned number for each channel, such as a scale or a bias.
package protocol ChannelParameter: DifferentiableOperator, ParameterizedOperator {
  var axis: Int { get set }
  var initValue: Double { get set }
  var parameter: String? { get set }
  var keepdim: Bool { get set }
}

extension ChannelParameter {
  package static var arity: ClosedRange<Int> { 1...1 }
  package static var primaryAttribute: String? { "init_value" }
  package static var tolerance: Tolerance { .accumulation }

  /// The attributes, which are the same for all.
  static var channelAttributes: [Attribute<Self>] {
    [
      Attribute("init_value", \.initValue, .any, "what every channel starts from"),
      Attribute("axis", \.axis, .any, "the axis of the channels"),
      Attribute("parameter", \.parameter, parameterName, "the parameter's name; null calls it as the layer"),
      Attribute("keepdim", \.keepdim, .any, "whether the parameter has an axis of 1 for each axis behind the channels"),
    ]
  }

  private static var parameterName: AttributeConstraint<String?> {
    AttributeConstraint("must be a name of letters, digits and underscores, or null") { name in
      name.map { !$0.isEmpty && $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") } } ?? true
    }
  }

  package func outputTypes(for inputs: [TensorType], reporting violations: inout [Violation]) -> [TensorType] {
    checkFloat(inputs, reporting: &violations)
    guard let shape = inputs[0].shape else { return [.unknown] }
    if let axis = AxisIndex.resolve(axis, attribute: "axis", in: shape, reporting: &violations),
      shape[axis].value == nil, !shape[axis].isUnknown
    {
      violations.append(.symbolicChannels(shape, for: name))
    }
    return [TensorType(shape)]
  }

  package func parameters(for inputs: [TensorType]) -> [ParameterDeclaration] {
    guard let shape = inputs[0].shape, let axis = AxisIndex.resolve(axis, rank: shape.rank),
      let channels = shape[axis].value
    else { return [] }
    let ones = keepdim ? Array(repeating: 1, count: shape.rank - axis - 1) : []
    return [ParameterDeclaration(parameter ?? "", [channels] + ones, .constant(initValue))]
  }

  /// A tensor of the parameter's sizes, with an axis of 1 for each other axis of the input.
  func repeatable(_ operand: Operand, over input: Operand) -> Operand {
    let axis = AxisIndex.resolve(axis, rank: input.sizes.count)
    var operand = operand
    operand.sizes = input.sizes.indices.map { $0 == axis ? input.sizes[$0] : 1 }
    return operand
  }
}
