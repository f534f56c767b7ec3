import KernelInterface

/// What the folded normalization multiplies the weights of a channel by, and the channel's bias.
@inline(__always)
func rowFactors(_ folded: FoldedWeights, _ channel: Int) -> (scale: Double, bias: Float) {
  let bias = folded.bias?[channel] ?? 0
  guard let normalization = folded.normalization else { return (1, bias) }
  var scale = Double(normalization.weight?[channel] ?? 1)
  if let variance = normalization.variance { scale /= (Double(variance[channel]) + normalization.epsilon).squareRoot() }
  let shift = (Double(bias) - Double(normalization.mean?[channel] ?? 0)) * scale
  return (scale, Float(shift + Double(normalization.bias?[channel] ?? 0)))
}
