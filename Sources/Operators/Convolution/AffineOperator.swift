package import Graph
package import Tensors

/// What an affine operator does to channels, whatever its rank.
package struct AffineForm: Hashable, Sendable {
  package var outputChannels: Int
  package var groups: Int
  package var hasBias: Bool
  /// Along each spatial axis; empty for a linear layer.
  package var kernelSize: [Int]
  package var isTransposed: Bool

  init(_ outputChannels: Int, groups: Int = 1, bias: Bool, kernelSize: [Int] = [], isTransposed: Bool = false) {
    self.outputChannels = outputChannels
    self.groups = groups
    hasBias = bias
    self.kernelSize = kernelSize
    self.isTransposed = isTransposed
  }
}

/// An operator that multiplies by a learned weight and adds a bias, without an activation: convolutions and linear layers.
package protocol AffineOperator: Operator {
  /// nil while the number of channels is not known.
  func form(for input: TensorType) -> AffineForm?
}

extension Conv: AffineOperator {
  package func form(for input: TensorType) -> AffineForm? {
    AffineForm(outChannels, groups: groups, bias: bias, kernelSize: window.kernelSize.values)
  }
}

extension PointwiseConv: AffineOperator {
  package func form(for input: TensorType) -> AffineForm? { convolution.form(for: input) }
}

extension DepthwiseConv: AffineOperator {
  package func form(for input: TensorType) -> AffineForm? { convolution(for: input)?.form(for: input) }
}

extension ConvTranspose: AffineOperator {
  package func form(for input: TensorType) -> AffineForm? {
    AffineForm(outChannels, groups: groups, bias: bias, kernelSize: kernelSize.values, isTransposed: true)
  }
}

extension Linear: AffineOperator {
  package func form(for input: TensorType) -> AffineForm? { AffineForm(outFeatures, bias: bias) }
}
