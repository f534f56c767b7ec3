import Diagnostics
package import Graph
import KernelInterface
package import Tensors

/// Normalises each group of channels of a sample to mean 0 and variance 1, then scales and shifts each channel:
/// `y = (x - mean) / sqrt(var + eps) * weight + bias` (Wu and He, "Group Normalization", 2018).
///
/// The input is `[N, C]` or `[N, C]` with 1 to 3 spatial axes; `num_groups` divides `C`, and a group's statistics are
/// over its channels and all positions, the variance biased. One group is layer normalisation of the whole sample, `C`
/// groups are instance normalisation. `weight` and `bias` are `[C]`, one for each channel; ONNX had one for each group
/// before opset 21. Training does not differ from inference.
package struct GroupNorm: DifferentiableOperator, ParameterizedOperator {
  package var numGroups = 1
  package var numChannels: Int?
  package var eps = 1e-5
  package var affine = true

  package static let name = "group_norm"
  package static let summary = "normalises groups of channels of each sample"
  package static let arity = 1...1
  package static let primaryAttribute: String? = "num_groups"
  package static let attributes: [Attribute<GroupNorm>] = [
    Attribute("num_groups", \.numGroups, required: true, .atLeast(1), "the number of groups of channels"),
    Attribute("num_channels", \.numChannels, .atLeast(1), "the number of channels, checked against the input"),
    Attribute("eps", \.eps, .positive, "added to the variance"),
    Attribute("affine", \.affine, .any, "whether there are weight and bias"),
  ]
  package static let tolerance = Tolerance.accumulation

  package init() {}

  package func outputTypes(for inputs: [TensorType], reporting violations: inout [Violation]) -> [TensorType] {
    checkFloat(inputs, reporting: &violations)
    guard let shape = inputs[0].shape else { return [.unknown] }
    guard (2...5).contains(shape.rank) else {
      violations.append(.notChannels(shape, for: name))
      return [TensorType(shape)]
    }
    checkFeatures("num_channels", declared: numChannels, of: shape, reporting: &violations)
    if let channels = shape[1].value, channels % numGroups != 0 {
      violations.append(.indivisibleChannels(channels, attribute: "num_groups", groups: numGroups))
    }
    return [TensorType(shape)]
  }

  package func parameters(for inputs: [TensorType]) -> [ParameterDeclaration] {
    guard affine, let channels = inputs[0].channels ?? numChannels else { return [] }
    return [
      ParameterDeclaration("weight", [channels], .constant(1)), ParameterDeclaration("bias", [channels], .constant(0)),
    ]
  }

  package func lower(_ site: LoweringSite, in lowering: inout Lowering) { steps(site).lower(in: &lowering) }

  package func lowerGradient(_ site: GradientSite, in lowering: inout Lowering) {
    steps(site.forward).lowerGradient(site, in: &lowering)
  }

  private func steps(_ site: LoweringSite) -> RowNormalizationSteps {
    let sizes = site.inputs[0].sizes
    return RowNormalizationSteps(
      name: name, site: site,
      layout: RowLayout(
        rows: sizes[0] * numGroups, groups: numGroups, channels: sizes[1] / numGroups,
        spatial: sizes[2...].reduce(1, *)),
      epsilon: eps, weight: affine ? site.parameters[0] : nil, bias: affine ? site.parameters[1] : nil)
  }
}

extension Violation {
  /// A number of groups that does not divide the channels.
  static func indivisibleChannels(_ channels: Int, attribute: String, groups: Int) -> Violation {
    let valid = divisors(of: channels)
    let nearest = nearest(to: groups, among: valid)
    var violation = Violation(
      .indivisibleGroups, "'\(attribute)' must divide the channels: \(groups) does not divide \(channels)",
      at: .attribute(attribute), label: "\(groups)", remarks: [.init(.input(0), "produces \(channels) channels")],
      notes: ["valid group counts for \(channels) are \(listed(valid))"],
      repairs: [Repair("change \(attribute) to \(nearest)", safety: .unsafe, set: attribute, to: .int(nearest))])
    violation.wantedChannels = nearestMultiples(of: groups, to: channels)
    return violation
  }
}
