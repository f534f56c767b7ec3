package import Tensors

/// A kind of layer: its attributes, and the shapes it makes.
///
/// Everything beyond is an ability of its own: `ParameterizedOperator`, `CostedOperator`, `WindowedOperator`,
/// `CompositeOperator` here, and how it runs in `Operators`.
package protocol Operator: Sendable {
  /// The name in files, PyTorch's in snake case.
  static var name: String { get }
  /// One line for `cnnc operators`.
  static var summary: String { get }
  /// How many inputs it takes.
  static var arity: ClosedRange<Int> { get }
  static var attributes: [Attribute<Self>] { get }
  /// The attribute that the shorthand `- linear: 10` sets, if any.
  static var primaryAttribute: String? { get }

  /// All attributes at their defaults; required ones hold a placeholder until they are read.
  init()

  /// The types of the outputs. Reports what cannot work and goes on with the best guess, so that one mistake is one
  /// finding: sizes that follow from a mistake are `.unknown`, and nothing is reported about unknown inputs.
  func outputTypes(for inputs: [TensorType], reporting violations: inout [Violation]) -> [TensorType]
}

extension Operator {
  package var name: String { Self.name }

  /// The attributes without the operator's type, in the order of declaration.
  package static var attributeDescriptions: [AttributeDescription] { attributes.map(\.description) }

  /// Sets one attribute; nil when the operator has none of this name.
  package mutating func set(_ name: String, to value: AttributeValue) throws(AttributeProblem) -> Void? {
    guard let attribute = Self.attributes.first(where: { $0.description.name == name }) else { return nil }
    return try attribute.read(&self, value)
  }

  /// Every attribute with its present value, in the order of declaration.
  package var attributeLiterals: [(name: String, literal: AttributeLiteral)] {
    Self.attributes.map { ($0.description.name, $0.literal(self)) }
  }
}

/// An operator with weights or buffers.
package protocol ParameterizedOperator: Operator {
  /// The parameters in PyTorch's order; empty when a size they need is not known.
  func parameters(for inputs: [TensorType]) -> [ParameterDeclaration]
}

/// An operator that multiplies and accumulates; all others count zero.
package protocol CostedOperator: Operator {
  /// The exact number of multiply-accumulates, padding positions included.
  func multiplyAccumulates(inputs: [Shape], outputs: [Shape]) -> Dimension
}

/// How an operator's window moves along one spatial axis.
package struct AxisWindow: Hashable, Sendable {
  package var kernelSize: Int
  package var stride: Int
  package var dilation: Int
  package var padBegin: Int
  package var padEnd: Int

  package init(kernelSize: Int, stride: Int = 1, dilation: Int = 1, padBegin: Int = 0, padEnd: Int = 0) {
    self.kernelSize = kernelSize
    self.stride = stride
    self.dilation = dilation
    self.padBegin = padBegin
    self.padEnd = padEnd
  }
}

/// An operator whose output positions each read a window of the input, such as a convolution or a pool.
package protocol WindowedOperator: Operator {
  /// One window per spatial axis for an input of this type.
  func windows(for input: TensorType) -> [AxisWindow]
}

/// An operator that stands for a chain of others; each stage is a layer of its own, named below the composite's path.
package protocol CompositeOperator: Operator {
  /// The stages in order, each reading the one before.
  func stages(for input: TensorType) -> [(name: String, operation: any Operator)]
}

/// An operator that reads nothing but the shape of the inputs behind its first: no gradient flows into them.
package protocol ShapeReadingOperator: Operator {}

/// An operator whose outputs after the first are read by number only, as `pool.1`: the layer behind it and its name alone
/// mean the first.
package protocol AuxiliaryOutputOperator: Operator {}
