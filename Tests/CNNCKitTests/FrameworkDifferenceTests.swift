import CNNCKit
import TestSupport
import Testing

/// Where frameworks compute different things under one name: the operator's page says so, and values of PyTorch hold it.
@Suite struct FrameworkDifferenceTests {
  struct Difference: Sendable, CustomTestStringConvertible {
    let about: String
    /// An operator, what its page says, and the oracles that would fail otherwise.
    let places: [(operation: String, sentence: String, oracles: [String])]

    var testDescription: String { about }
  }

  private static let differences: [Difference] = [
    Difference(
      about: "the stride of a pool",
      places: [("max_pool2d", "ONNX's default is 1", ["stride_is_kernel", "stride_1"])]),
    Difference(
      about: "the divisor of an average",
      places: [
        (
          "avg_pool2d", "ONNX's default, only cells of the input count",
          ["padding", "without_padding_in_count", "ceil_mode_padding", "ceil_mode_without_count"]
        )
      ]),
    Difference(
      about: "the last window of ceil mode",
      places: [("max_pool2d", "where Caffe gives 3", ["ceil_mode_window_outside"])]),
    Difference(
      about: "the padding of a maximum",
      places: [("max_pool2d", "Padding counts as -inf", ["padding", "negative_values"])]),
    Difference(
      about: "same padding",
      places: [("conv2d", "SAME_UPPER", ["same_stride", "same_even_kernel"])]),
    Difference(
      about: "weights and output_padding of a transposed convolution",
      places: [("conv_transpose2d", "output_padding", ["output_padding", "groups"])]),
    Difference(
      about: "momentum and variance of batch norm",
      places: [("batch_norm", "Keras and ONNX", ["momentum_training", "four_axes_training"])]),
    Difference(
      about: "alpha of local response normalisation",
      places: [("local_response_norm", "divided by `size`", ["defaults", "alexnet"])]),
    Difference(
      about: "coordinates of resizing",
      places: [
        (
          "upsample", "asymmetric with floor",
          [
            "differs_nearest_is_asymmetric", "differs_linear_is_half_pixel", "differs_scale_as_written",
            "differs_scale_recomputed", "differs_cubic_coefficient",
          ]
        )
      ]),
    Difference(
      about: "windows of adaptive pools",
      places: [("adaptive_avg_pool2d", "overlap", ["overlapping", "enlarges"])]),
    Difference(
      about: "the order of pixel_shuffle",
      places: [("pixel_shuffle", "CRD", ["order_is_crd"])]),
    Difference(
      about: "the order of flatten, and the axis of linear",
      places: [("flatten", "Keras", ["four_axes"]), ("linear", "as in PyTorch", ["four_axes"])]),
    Difference(
      about: "constants of activations",
      places: [
        ("hardsigmoid", "ONNX's default and older Keras have 0.2", ["special_values"]),
        ("leaky_relu", "Keras takes 0.3", ["special_values"]),
        ("gelu", "exact by default", ["special_values", "special_values_approximate"]),
      ]),
    Difference(
      about: "the scale of group norm",
      places: [("group_norm", "one for each group", ["four_axes"])]),
    Difference(
      about: "the axis of softmax",
      places: [("softmax", "ONNX before", ["last_of_four", "channels"])]),
  ]

  @Test("each has its sentence and its values", arguments: differences)
  func hasSentenceAndValues(_ difference: Difference) throws {
    for (operation, sentence, oracles) in difference.places {
      let page = try #require(Explanation.text(of: operation)).split { $0.isWhitespace }.joined(separator: " ")
      #expect(page.contains(sentence), "\(operation)")
      for oracle in oracles {
        let path = "\(Repository.fixtures)/oracles/\(operation)/\(oracle).safetensors"
        #expect(TestFile.exists(path), "\(operation)/\(oracle)")
      }
    }
  }
}
