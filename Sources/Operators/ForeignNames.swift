import Graph

/// What other frameworks call the operators and attributes of this language, so that a name from there is understood well
/// enough to suggest the one from here.
package enum ForeignNames {
  private static let operators = [
    "dense": "linear", "fc": "linear", "fullyconnected": "linear", "innerproduct": "linear", "gemm": "linear",
    "cat": "concat", "concatenate": "concat", "convolution": "conv", "convtranspose": "conv_transpose",
    "deconv": "conv_transpose", "deconvolution": "conv_transpose", "conv2dtranspose": "conv_transpose2d",
    "depthwiseconvolution": "depthwise_conv", "pointwiseconvolution": "pointwise_conv", "maxpooling": "max_pool",
    "averagepooling": "avg_pool", "averagepool": "avg_pool", "meanpool": "avg_pool", "gap": "global_avg_pool",
    "globalaveragepooling": "global_avg_pool", "globalaveragepool": "global_avg_pool",
    "globalmaxpooling": "global_max_pool", "bn": "batch_norm", "batchnormalization": "batch_norm",
    "layernormalization": "layer_norm", "lrn": "local_response_norm", "leakyrelu": "leaky_relu", "swish": "silu",
    "hswish": "hardswish", "hsigmoid": "hardsigmoid", "upsampling": "upsample", "resize": "upsample",
    "zeropadding": "pad", "zeropad": "pad", "droppath": "stochastic_depth", "view": "reshape",
    "crossentropyloss": "cross_entropy", "mseloss": "mse", "nllloss": "nll", "l1loss": "l1", "eltwise": "add",
    "multiply": "mul", "subtract": "sub",
  ]

  private static let foreignAttributes = [
    "filters": "out_channels", "channels": "out_channels", "outchannels": "out_channels", "numoutput": "out_channels",
    "kernel": "kernel_size", "kernelshape": "kernel_size", "kernelsize": "kernel_size", "poolsize": "kernel_size",
    "window": "kernel_size", "size": "kernel_size", "strides": "stride", "pad": "padding", "pads": "padding",
    "dilations": "dilation", "dilationrate": "dilation", "group": "groups", "units": "out_features",
    "features": "out_features", "outfeatures": "out_features", "usebias": "bias", "epsilon": "eps",
    "scale": "scale_factor", "scales": "scale_factor", "rate": "p", "dim": "axis", "axis": "dim", "shape": "sizes",
  ]

  private static let prefixes = [
    "nn.", "torch.nn.", "torch.", "F.", "keras.layers.", "layers.", "tf.", "nn.functional.",
  ]

  /// The operators that a name from elsewhere may stand for.
  ///
  /// - Parameter rank: The number of spatial axes of the input, which completes the name of a family such as `conv`.
  package static func operators(called name: String, rank: Int?) -> [String] {
    let prefix = prefixes.filter { name.hasPrefix($0) }.max { $0.count < $1.count } ?? ""
    let whole = squashed(String(name.dropFirst(prefix.count)))
    let ending = ["1d", "2d", "3d"].first { whole.hasSuffix($0) }
    let stem = ending == nil ? whole : String(whole.dropLast(2))
    let inputEnding = rank.map { "\($0)d" }
    let ranks = [ending, inputEnding, "2d"].compactMap { $0 }
    if let family = operators[whole] ?? operators[stem], let known = member(of: family, ranks) { return [known] }
    let names = OperatorRegistry.all.map { $0.name }
    if let known = names.first(where: { squashed($0) == whole || squashed($0) == stem }) { return [known] }
    guard let known = names.first(where: { squashed($0).dropLast(2) == stem }) else { return [] }
    return member(of: String(known.dropLast(2)), ranks).map { [$0] } ?? []
  }

  /// The attribute among some that a name from elsewhere may stand for.
  package static func attribute(called name: String, of attributes: [String]) -> String? {
    foreignAttributes[squashed(name)].flatMap { attributes.contains($0) ? $0 : nil }
  }

  private static func member(of family: String, _ ranks: [String]) -> String? {
    ([family] + ranks.map { family + $0 }).first { OperatorRegistry.find($0) != nil }
  }

  private static func squashed(_ name: String) -> String { name.lowercased().filter { $0 != "_" && $0 != "-" } }
}
