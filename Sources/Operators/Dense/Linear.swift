package import Graph
package import Tensors

/// Fully connected layer: `y = x * transpose(weight) + bias` over the last axis.
///
/// Input `[..., in_features]`, output `[..., out_features]`; all axes but the last are kept, as in PyTorch. After a
/// feature map `[N, C, H, W]` the last axis is the width alone, which is rarely meant: put `flatten` in between, which
/// keeps the order N C H W. Stating `in_features` says that the last axis is meant.
///
/// Parameters as PyTorch's: `weight` `[out_features, in_features]` and `bias` `[out_features]`, both uniform in
/// `±1 / sqrt(in_features)`. With `weight_norm` there are `weight_g` `[out_features, 1]` and `weight_v` in place of `weight`,
/// as in `torch.nn.utils.weight_norm`: `weight = weight_g * weight_v / |weight_v|` for each output.
package struct Linear: ParameterizedOperator, CostedOperator {
  package static let name = "linear"
  package static let summary = "fully connected layer over the last axis"
  package static let arity = 1...1
  package static let primaryAttribute: String? = "out_features"

  package var outFeatures = 1
  package var bias = true
  package var weightForm = WeightForm()
  package var inFeatures: Int?

  package init() {}

  package static let attributes: [Attribute<Linear>] = [
    Attribute("out_features", \.outFeatures, required: true, .channels, "size of the output's last axis"),
    Attribute("bias", \.bias, .any, "whether each output has a bias"),
    Attribute(
      "weight_norm", \.weightForm.isNormalized, .any,
      "whether the weight's rows are trained as directions and lengths"),
    Attribute("in_features", \.inFeatures, .atLeast(1), "size of the input's last axis, when the file states it"),
  ]

  package func outputTypes(for inputs: [TensorType], reporting violations: inout [Violation]) -> [TensorType] {
    checkFloat(inputs, reporting: &violations)
    guard var shape = inputs[0].shape else { return [.unknown] }
    guard shape.rank > 0 else {
      violations.append(.wrongRank(shape, expected: ["N", "features"]))
      return [.unknown]
    }
    if let inFeatures {
      violations.demand(
        .equal(shape[shape.rank - 1], .known(inFeatures)), .channelMismatch, at: .attribute("in_features"))
    }
    if let inFeatures, let size = shape[shape.rank - 1].value, size != inFeatures {
      let isFlat = Shape(Array(shape.dimensions.dropFirst())).elementCount != .known(inFeatures)
      violations.append(
        isFlat
          ? .channelMismatch(attribute: "in_features", declared: inFeatures, found: size, input: shape)
          : .missingFlatten(inFeatures, size, shape))
      if !isFlat { shape = Shape([shape[0], .known(inFeatures)]) }
    }
    shape[shape.rank - 1] = .known(outFeatures)
    return [TensorType(shape)]
  }

  package func parameters(for inputs: [TensorType]) -> [ParameterDeclaration] {
    guard let features = inputs[0].shape?.dimensions.last?.value ?? inFeatures else { return [] }
    return weightForm.parameters(.filters(weight: [outFeatures, features], bias: bias ? outFeatures : nil))
  }

  package func multiplyAccumulates(inputs: [Shape], outputs: [Shape]) -> Dimension {
    outputs[0].elementCount * (inputs[0].dimensions.last ?? .unknown)
  }
}

extension Violation {
  /// An input whose axes but the batch hold the stated features together.
  fileprivate static func missingFlatten(_ declared: Int, _ found: Int, _ input: Shape) -> Violation {
    var violation = channelMismatch(attribute: "in_features", declared: declared, found: found, input: input)
    violation.repairs = []
    violation.help = ["put '- flatten' before it: that makes \(input) the shape \(Shape([input[0], .known(declared)]))"]
    return violation
  }
}
