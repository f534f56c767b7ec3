package import Graph
package import KernelInterface
package import Tensors

/// A convolution with everything that is computed while its sums are near: a folded normalization, a tensor that is
/// added, an activation, and a pool of maxima. Its result is in blocks of channels, unless it brings that back itself.
///
/// Parameters are the weight, the bias when there is one, and those of the normalization.
package struct FusedConvolution: BlockedOperator {
  package var geometry = ConvolutionGeometry(batch: 1, inputChannels: 1, outputChannels: 1, axes: [.single])
  package var direction = ConvolutionDirection.forward
  package var hasBias = false
  package var normalization: FoldedNormalization?
  /// Whether the second input is added.
  package var adds = false
  package var activation = FusedActivation.none
  /// The pool that takes maxima of its windows, when there is one.
  private(set) var pool: PoolGeometry?
  /// Whether it may add up products of transforms of what the network multiplies.
  package var allowsTransforms = true
  /// Whether it brings its plain source into blocks, and its result back to a plain tensor.
  package internal(set) var blocksSource = false
  package internal(set) var unblocksResult = false
  /// The paths of the layers that it computes beside its own.
  package var absorbed: [String] = []
  private var type = TensorType.unknown

  package static let name = "fused_convolution"
  package static let summary = "a convolution with what follows it"
  package static let arity = 1...2
  package static let primaryAttribute: String? = nil
  package static let attributes: [Attribute<FusedConvolution>] = []
  package static let tolerance = Tolerance.accumulation

  package init() {}

  /// The convolution of a layer.
  package init(_ layer: PlainConvolution, output: TensorType, allowsTransforms: Bool) {
    self.allowsTransforms = allowsTransforms
    geometry = layer.geometry
    direction = layer.direction
    hasBias = layer.hasBias
    type = output
  }

  package func outputTypes(for inputs: [TensorType], reporting violations: inout [Violation]) -> [TensorType] {
    [type]
  }

  /// The convolution with a pool of maxima behind it; nil where a pool by itself is better.
  package func pooled(_ pool: PoolGeometry, output: TensorType, vectors: VectorShape) -> FusedConvolution? {
    guard !adds, self.pool == nil,
      let algorithm = ConvolutionAlgorithm(self, vectors: vectors, threads: 1).pooled(pool, threads: 1),
      algorithm.scratchBytes <= Self.largestScratch
    else { return nil }
    var result = self
    result.pool = pool
    result.type = output
    return result
  }

  var inputChannels: Int { direction == .forward ? geometry.inputChannels : geometry.outputChannels }
  var outputChannels: Int { direction == .forward ? geometry.outputChannels : geometry.inputChannels }
}

extension FusedConvolution: CustomStringConvertible {
  package var description: String {
    let kind = direction == .forward ? "fused_convolution" : "fused_transposed_convolution"
    return ([kind] + absorbed.map { "+ \($0)" }).joined(separator: " ")
  }
}

/// A convolution layer as a geometry: with zeros outside of its input and a weight that is a parameter.
package struct PlainConvolution {
  package var geometry: ConvolutionGeometry
  package var direction: ConvolutionDirection
  package var hasBias: Bool
}

/// A layer that is a convolution.
package protocol ConvolutionLayer: LowerableOperator {
  /// The convolution on tensors of these sizes; nil when it is not plain.
  func plainConvolution(input: [Int], output: [Int]) -> PlainConvolution?
}
