package import Diagnostics
import Graph

/// How the weight of a layer follows from what is trained.
package struct WeightForm: Hashable, Sendable {
  /// Each filter is a direction `weight_v` of length `weight_g` (Salimans and Kingma, "Weight Normalization", 2016).
  package var isNormalized = false
  /// Each filter is brought to mean 0 and variance 1 (Qiao and others, "Micro-Batch Training with Batch-Channel
  /// Normalization and Weight Standardization", 2019).
  package var isStandardized = false

  /// Added to the variance of a filter, as in timm's `StdConv2d`.
  static let epsilon = 1e-6

  /// Whether the weight is a parameter as it is.
  var isPlain: Bool { !isNormalized && !isStandardized }

  /// The parameters in place of a layer's own, of which the weight is the first.
  func parameters(_ plain: [ParameterDeclaration]) -> [ParameterDeclaration] {
    guard isNormalized, let weight = plain.first else { return plain }
    var direction = weight
    direction.name = "weight_v"
    let sizes = weight.sizes.indices.map { $0 == 0 ? weight.sizes[0] : 1 }
    let length = ParameterDeclaration("weight_g", sizes, .constant(weight.expectedLength))
    return [length, direction] + plain.dropFirst()
  }

  /// Reports forms that exclude each other.
  func check(reporting violations: inout [Violation]) {
    guard isNormalized, isStandardized else { return }
    violations.append(
      Violation(
        .twoWeightForms, "a weight must have one form: 'weight_norm' and 'weight_standardization' are both set",
        at: .attribute("weight_standardization")))
  }
}

extension ParameterDeclaration {
  /// The length that a filter has on average after it is drawn.
  fileprivate var expectedLength: Double {
    let count = sizes.dropFirst().reduce(1.0) { $0 * Double($1) }
    guard case .uniform(let low, let high) = initializer else { return 1 }
    return (count * (low * low + low * high + high * high) / 3).squareRoot()
  }
}

extension DiagnosticCode {
  package static let twoWeightForms = DiagnosticCode(
    "E0451", "two-weight-forms",
    explanation: """
      `weight_norm` trains the direction and the length of each filter apart, `weight_standardization` gives each filter
      mean 0 and variance 1. A filter whose length is trained has no variance of its own to fix, so one of them is chosen.
      """,
    bad: """
      cnnc: 1
      model: two_weight_forms
      input: [N, 3, 8, 8]
      layers:
        - conv2d: {out_channels: 4, kernel_size: 3, weight_norm: true, weight_standardization: true}
      """,
    good: """
      cnnc: 1
      model: one_weight_form
      input: [N, 3, 8, 8]
      layers:
        - conv2d: {out_channels: 4, kernel_size: 3, weight_norm: true}
      """)
}
