package import Graph

/// Every operator in the order of the catalogue, one family a group.
package enum OperatorRegistry {
  package static let all: [any Operator.Type] = [
    Conv<1>.self, Conv<2>.self, Conv<3>.self,
    ConvTranspose<1>.self, ConvTranspose<2>.self, ConvTranspose<3>.self,
    PointwiseConv<1>.self, PointwiseConv<2>.self, PointwiseConv<3>.self,
    DepthwiseConv<1>.self, DepthwiseConv<2>.self, DepthwiseConv<3>.self,
    SeparableConv<1>.self, SeparableConv<2>.self,
    Linear.self, Matmul.self,
    MaxPool<1>.self, MaxPool<2>.self, MaxPool<3>.self,
    AvgPool<1>.self, AvgPool<2>.self, AvgPool<3>.self,
    LpPool<1>.self, LpPool<2>.self,
    AdaptiveAvgPool<1>.self, AdaptiveAvgPool<2>.self, AdaptiveAvgPool<3>.self,
    AdaptiveMaxPool<1>.self, AdaptiveMaxPool<2>.self, AdaptiveMaxPool<3>.self,
    GlobalAvgPool.self, GlobalMaxPool.self, MaxUnpool2d.self,
    BatchNorm.self, InstanceNorm.self, GroupNorm.self, LayerNorm.self, RMSNorm.self, LocalResponseNorm.self,
    Relu.self, Relu6.self, LeakyRelu.self, Prelu.self, Elu.self, Celu.self, Selu.self, Gelu.self, Silu.self,
    Mish.self, Hardswish.self, Hardsigmoid.self, Hardtanh.self, Sigmoid.self, Tanh.self, Softplus.self,
    Softsign.self, Softmax.self, LogSoftmax.self, Glu.self, Threshold.self, Exp.self, Log.self, Sqrt.self, Abs.self,
    Neg.self, Clamp.self, Pow.self,
    Add.self, Sub.self, Mul.self, Div.self, Maximum.self, Minimum.self, Scale.self, Bias.self,
    Flatten.self, Reshape.self, Permute.self, Transpose.self, Squeeze.self, Unsqueeze.self, Concat.self, Split.self,
    Chunk.self, Slice.self, Crop.self, CenterCrop.self, Pad.self, ChannelShuffle.self, PixelShuffle.self,
    PixelUnshuffle.self, Expand.self, Identity.self,
    Upsample.self,
    Mean.self, Sum.self, Max.self, Min.self, Argmax.self,
    ScaledDotProductAttention.self, MultiheadAttention.self,
    Dropout.self, Dropout2d.self, AlphaDropout.self, StochasticDepth.self,
    CrossEntropy.self, NLL.self, MSE.self, L1.self, SmoothL1.self, Huber.self, BCE.self, BCEWithLogits.self,
    KLDiv.self, Dice.self,
  ]

  private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })

  /// Further names of operators, with the names they stand for.
  package static let aliases = ["interpolate": Upsample.name]

  package static func find(_ name: String) -> (any Operator.Type)? { byName[aliases[name] ?? name] }
}
