package import Diagnostics
import Graph
import Tensors

extension PaddingMode {
  /// How many cells at most can be added at one end of an axis of this size; nil for any number.
  func limit(for size: Int) -> Int? {
    switch self {
    case .zeros, .replicate: nil
    case .reflect: size - 1
    case .circular: size
    }
  }

  /// The smallest size that this many cells can be added to at one end; nil when any will do.
  func minimumSize(for cells: Int) -> Int? {
    switch self {
    case .zeros, .replicate: nil
    case .reflect: cells + 1
    case .circular: cells
    }
  }
}

extension Violation {
  static func paddingBeyondInput(_ cells: Int, mode: PaddingMode, limit: Int, size: Int, input: Shape) -> Violation {
    Violation(
      .paddingBeyondInput,
      "'padding' with padding_mode \(mode.rawValue) must be at most \(limit) for a size of \(size): it is \(cells)",
      at: .attribute("padding"), label: "adds \(cells)", remarks: [Remark(.input(0), "produces \(input)")],
      help: ["use at most \(limit) cells of padding, or padding_mode zeros or replicate"])
  }

  static func outputPaddingTooLarge(_ cells: Int, stride: Int, dilation: Int) -> Violation {
    let limit = max(stride, dilation)
    return Violation(
      .outputPaddingTooLarge,
      "'output_padding' must be less than the stride or the dilation: \(cells) is not less than stride \(stride) or"
        + " dilation \(dilation)",
      at: .attribute("output_padding"), label: "\(cells)",
      repairs: [
        Repair(
          "change output_padding to \(limit - 1)", safety: .unsafe, set: "output_padding", to: .int(limit - 1))
      ])
  }

  static func emptyTransposedOutput(_ size: Dimension, axis: AxisName, input: Shape) -> Violation {
    Violation(
      .emptyTransposedOutput, "'padding' must leave something of the output: \(axis.letter) comes to \(size)",
      at: .attribute("padding"), remarks: [Remark(.input(0), "produces \(input)")],
      help: ["use less padding or a larger kernel_size"])
  }
}

extension DiagnosticCode {
  package static let paddingBeyondInput = DiagnosticCode(
    "E0321", "padding-beyond-input",
    explanation: """
      Padding that mirrors the input (`reflect`) has only the cells behind the border to copy, one less than the size;
      padding that wraps (`circular`) has the size itself. PyTorch has the same limits.
      """,
    bad: """
      cnnc: 1
      model: padding_beyond_input
      input: [N, 3, 4, 4]
      layers:
        - conv2d: {out_channels: 4, kernel_size: 9, padding: 4, padding_mode: reflect}
      """,
    good: """
      cnnc: 1
      model: padding_within_input
      input: [N, 3, 4, 4]
      layers:
        - conv2d: {out_channels: 4, kernel_size: 7, padding: 3, padding_mode: reflect}
      """)

  package static let outputPaddingTooLarge = DiagnosticCode(
    "E0431", "output-padding-too-large",
    explanation: """
      Several input sizes of a strided convolution give the same output size; `output_padding` says which of them a
      transposed convolution returns to. There are as many as the stride, so it must be less than the stride, or than the
      dilation where that is larger.
      """,
    bad: """
      cnnc: 1
      model: output_padding_too_large
      input: [N, 3, 4, 4]
      layers:
        - conv_transpose2d: {out_channels: 4, kernel_size: 2, stride: 2, output_padding: 2}
      """,
    good: """
      cnnc: 1
      model: fitting_output_padding
      input: [N, 3, 4, 4]
      layers:
        - conv_transpose2d: {out_channels: 4, kernel_size: 2, stride: 2, output_padding: 1}
      """)

  package static let emptyTransposedOutput = DiagnosticCode(
    "E0322", "empty-transposed-output",
    explanation: """
      A transposed convolution, and an unpooling, cut `padding` cells off at both ends of their output. When that is all
      there is, no output is left.
      """,
    bad: """
      cnnc: 1
      model: empty_transposed_output
      input: [N, 3, 1, 1]
      layers:
        - conv_transpose2d: {out_channels: 4, kernel_size: 2, padding: 1}
      """,
    good: """
      cnnc: 1
      model: some_transposed_output
      input: [N, 3, 1, 1]
      layers:
        - conv_transpose2d: {out_channels: 4, kernel_size: 3, padding: 1}
      """)
}
