import Graph
package import Tensors

extension AttributeConstraint where Value == Int {
  /// A number of channels: at least 1 and small enough that sizes of tensors stay countable.
  static var channels: Self {
    Self("must be from 1 to \(SpatialSize.maximum)", bounds: .size) { (1...SpatialSize.maximum).contains($0) }
  }
}

extension AttributeBounds {
  /// Those of a size that a layer can have.
  static let size = AttributeBounds(1, Double(SpatialSize.maximum))
}

extension TensorType {
  /// The size of axis 1 when it is a number.
  package var channels: Int? { shape.flatMap { $0.rank > 1 ? $0[1].value : nil } }
}

extension [ParameterDeclaration] {
  /// The weight and bias of a layer with PyTorch's default initialisers: `kaiming_uniform` with `a = sqrt(5)` is uniform
  /// in `±1 / sqrt(fan_in)`, and so is the bias; the fan-in is the product of the weight's axes but the first.
  static func filters(weight sizes: [Int], bias: Int?) -> [ParameterDeclaration] {
    let fanIn = sizes.dropFirst().reduce(1.0) { $0 * Double($1) }
    let bound = fanIn > 0 ? 1 / fanIn.squareRoot() : 0
    let weight = ParameterDeclaration("weight", sizes, .uniform(bound: bound))
    return [weight] + (bias.map { [ParameterDeclaration("bias", [$0], .uniform(bound: bound))] } ?? [])
  }
}
