/// What kind of layer an operator is, for colours.
enum OperatorFamily: String, CaseIterable {
  case convolution, dense, pooling, normalization, activation, join, shape, resample, reduction, attention, random, loss

  init(_ name: String) {
    self = Self.named[name] ?? Self.byEnding(name)
  }

  private static func byEnding(_ name: String) -> OperatorFamily {
    let base = name.last == "d" ? name.dropLast(2) : name[...]
    if base.hasSuffix("conv") || base.hasSuffix("conv_transpose") { return .convolution }
    if base.hasSuffix("pool") { return .pooling }
    if base.hasSuffix("norm") { return .normalization }
    if base.hasSuffix("dropout") || name == "stochastic_depth" { return .random }
    if base.hasSuffix("attention") { return .attention }
    return .activation
  }

  private static let named: [String: OperatorFamily] = {
    let groups: [(OperatorFamily, [String])] = [
      (.dense, ["linear", "matmul"]),
      (.pooling, ["max_unpool2d"]),
      (.join, ["add", "sub", "mul", "div", "maximum", "minimum", "concat", "scale", "bias"]),
      (
        .shape,
        [
          "flatten", "reshape", "permute", "transpose", "squeeze", "unsqueeze", "split", "chunk", "slice", "crop",
          "center_crop", "pad", "channel_shuffle", "pixel_shuffle", "pixel_unshuffle", "expand", "identity",
        ]
      ),
      (.resample, ["upsample"]),
      (.reduction, ["mean", "sum", "max", "min", "argmax"]),
      (.random, ["stochastic_depth"]),
      (
        .loss,
        ["cross_entropy", "nll", "mse", "l1", "smooth_l1", "huber", "bce", "bce_with_logits", "kl_div", "dice"]
      ),
    ]
    return Dictionary(uniqueKeysWithValues: groups.flatMap { family, names in names.map { ($0, family) } })
  }()
}
