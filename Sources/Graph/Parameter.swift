package import Tensors

/// How a parameter's values are drawn when no weights are given.
package enum Initializer: Hashable, Sendable {
  case constant(Double)
  case uniform(low: Double, high: Double)
  case normal(mean: Double, standardDeviation: Double)
  /// Normal, drawn again until it lies from `low` to `high`.
  case truncatedNormal(mean: Double, standardDeviation: Double, low: Double, high: Double)
  /// Orthonormal rows, or columns when they are fewer, times a gain (Saxe and others 2014).
  case orthogonal(gain: Double)

  /// Uniform in [-bound, bound].
  package static func uniform(bound: Double) -> Initializer { .uniform(low: -bound, high: bound) }
}

/// A tensor that an operator owns: a trained weight, or a buffer such as a running mean.
package struct ParameterDeclaration: Hashable, Sendable {
  package enum Role: Hashable, Sendable {
    /// Trained: has a gradient and is counted.
    case weight
    /// Kept with the model but not trained.
    case buffer
  }

  /// The last part of the state_dict name: `weight`, `running_mean`. Empty when the whole name is the layer's.
  package var name: String
  package var sizes: [Int]
  package var dtype: DType
  package var role: Role
  package var initializer: Initializer

  package init(
    _ name: String, _ sizes: [Int], _ initializer: Initializer, role: Role = .weight, dtype: DType = .float32
  ) {
    self.name = name
    self.sizes = sizes
    self.dtype = dtype
    self.role = role
    self.initializer = initializer
  }
}

/// A declared parameter at its place in a graph.
package struct Parameter: Hashable, Sendable {
  /// The state_dict name: `layer1.0.conv1.weight`.
  package var name: String
  package var declaration: ParameterDeclaration
  /// Whether a gradient is computed: a weight of a layer that is not frozen.
  package var isTrainable: Bool
  package var node: NodeID

  package init(name: String, declaration: ParameterDeclaration, isTrainable: Bool, node: NodeID) {
    self.name = name
    self.declaration = declaration
    self.isTrainable = isTrainable
    self.node = node
  }

  /// The number of elements; the elaborator has checked that it fits.
  package var elementCount: Int { declaration.sizes.reduce(1, *) }
}
