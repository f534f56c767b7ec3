package import Diagnostics

extension DiagnosticCode {
  package static let pixelLoss = DiagnosticCode(
    "E0301", "pixel-loss",
    explanation: """
      The windows of a convolution or pool must end where the padded input ends. With
      `extent = dilation * (kernel_size - 1) + 1`, an axis has `(in + pad_begin + pad_end - extent) / stride + 1`
      positions. When the division leaves more than the padding at the end, the last rows or columns of the input are
      never read: information is lost, and the layer's size rounds silently in other frameworks.

      Change the padding, give the layer an input of the nearest exact size, or accept the loss with `rounding: floor`.
      """,
    bad: """
      cnnc: 1
      model: pixel_loss
      input: [N, 3, 8, 8]
      layers:
        - conv2d: {out_channels: 4, kernel_size: 3, stride: 2}
      """,
    good: """
      cnnc: 1
      model: exact_windows
      input: [N, 3, 7, 7]
      layers:
        - conv2d: {out_channels: 4, kernel_size: 3, stride: 2}
      """)

  package static let paddingSlack = DiagnosticCode(
    "E0302", "padding-slack",
    explanation: """
      The windows end before the padding does: some padding at the end of an axis is never read. Nothing of the input is
      lost. Trimming the padding at the end, written as pairs `[[begin, end], ...]`, gives the same values and makes
      the layer exact; `rounding: floor` accepts it as it is.
      """,
    bad: """
      cnnc: 1
      model: padding_slack
      input: [N, 3, 8, 8]
      layers:
        - conv2d: {out_channels: 4, kernel_size: 3, stride: 2, padding: 1}
      """,
    good: """
      cnnc: 1
      model: trimmed_padding
      input: [N, 3, 8, 8]
      layers:
        - conv2d: {out_channels: 4, kernel_size: 3, stride: 2, padding: [[1, 0], [1, 0]]}
      """)

  package static let windowTooLarge = DiagnosticCode(
    "E0303", "window-too-large",
    explanation: """
      A window must fit into the input with its padding at least once, else the output has no elements. A dilated window
      covers `dilation * (kernel_size - 1) + 1` cells. This often shows that the input has been made small by the
      layers before, or that its axes are in the order N H W C.
      """,
    bad: """
      cnnc: 1
      model: window_too_large
      input: [N, 3, 4, 4]
      layers:
        - conv2d: {out_channels: 8, kernel_size: 5}
      """,
    good: """
      cnnc: 1
      model: fitting_window
      input: [N, 3, 4, 4]
      layers:
        - conv2d: {out_channels: 8, kernel_size: 3}
      """)

  package static let pixelsNeverRead = DiagnosticCode(
    "W0901", "pixels-never-read", severity: .warning,
    explanation: """
      With `rounding: floor` the windows may end before the input does. Here the last rows or columns of the input
      itself, not only padding, are never read. An input of the nearest exact size, or more padding, avoids it.
      """,
    bad: """
      cnnc: 1
      model: pixels_never_read
      input: [N, 3, 8, 8]
      layers:
        - conv2d: {out_channels: 4, kernel_size: 3, stride: 2, rounding: floor}
      """,
    good: """
      cnnc: 1
      model: every_pixel_read
      input: [N, 3, 7, 7]
      layers:
        - conv2d: {out_channels: 4, kernel_size: 3, stride: 2, rounding: floor}
      """)

  package static let stridedSkip = DiagnosticCode(
    "W0902", "strided-skip", severity: .note,
    explanation: """
      The stride is larger than the window, so cells between the windows are skipped by design, and so are some at the
      end. This is usual in shortcuts that halve a feature map with a kernel of 1 and a stride of 2.
      """,
    bad: """
      cnnc: 1
      model: strided_skip
      input: [N, 3, 8, 8]
      layers:
        - conv2d: {out_channels: 4, kernel_size: 1, stride: 2, rounding: floor}
      """,
    good: """
      cnnc: 1
      model: no_rest
      input: [N, 3, 7, 7]
      layers:
        - conv2d: {out_channels: 4, kernel_size: 1, stride: 2, rounding: floor}
      """)
}
