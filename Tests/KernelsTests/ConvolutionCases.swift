import KernelInterface

/// Geometries that reach every path: tails of every kind, groups, strides, dilation, one to three axes.
enum ConvolutionCases {
  typealias Axis = ConvolutionGeometry.Axis

  /// An axis whose output follows from asymmetric padding, rounded down.
  static func axis(
    _ input: Int, _ kernel: Int, stride: Int = 1, dilation: Int = 1, begin: Int = 0, end: Int = 0, extra: Int = 0
  ) -> Axis {
    let span = input + begin + end - dilation * (kernel - 1) - 1
    return Axis(
      input: input, output: span / stride + 1 + extra, kernel: kernel, stride: stride, dilation: dilation,
      padBegin: begin)
  }

  static func geometry(_ batch: Int, _ inputs: Int, _ outputs: Int, groups: Int = 1, _ axes: Axis...)
    -> ConvolutionGeometry
  {
    ConvolutionGeometry(batch: batch, groups: groups, inputChannels: inputs, outputChannels: outputs, axes: axes)
  }

  static let dense: [ConvolutionGeometry] = [
    geometry(1, 1, 1, axis(1, 1)),
    geometry(2, 3, 5, axis(17, 3, begin: 1, end: 1)),
    geometry(1, 4, 12, axis(15, 4, stride: 3, dilation: 2, begin: 2)),
    geometry(1, 2, 3, axis(9, 3, stride: 2, begin: 4)),
    geometry(2, 3, 7, axis(8, 3, begin: 1, end: 1), axis(8, 3, begin: 1, end: 1)),
    geometry(1, 5, 13, axis(9, 3, stride: 2, begin: 1, end: 0), axis(11, 2, stride: 2, begin: 0, end: 1)),
    geometry(1, 17, 24, axis(7, 3, begin: 1, end: 1), axis(7, 3, begin: 1, end: 1)),
    geometry(1, 48, 64, axis(14, 3, begin: 1, end: 1), axis(14, 3, begin: 1, end: 1)),
    geometry(2, 3, 64, axis(33, 7, stride: 2, begin: 3, end: 3), axis(31, 7, stride: 2, begin: 3, end: 3)),
    geometry(1, 300, 25, axis(5, 1), axis(13, 1)),
    geometry(1, 6, 9, axis(20, 1, stride: 2), axis(21, 1, stride: 2)),
    geometry(1, 9, 65, axis(16, 3), axis(17, 5, dilation: 2, begin: 4, end: 4)),
    geometry(2, 8, 12, groups: 2, axis(10, 3, begin: 1, end: 1), axis(9, 3, stride: 2, begin: 1, end: 1)),
    geometry(1, 6, 6, groups: 3, axis(5, 2, begin: 0, end: 1), axis(6, 3)),
    geometry(1, 2, 3, axis(3, 3, begin: 5, end: 5), axis(2, 2, stride: 5, begin: 6, end: 7)),
    geometry(1, 3, 4, axis(5, 3, stride: 2, begin: 1, end: 0, extra: 1), axis(6, 3, stride: 2, extra: 1)),
    geometry(1, 3, 8, axis(5, 3, begin: 1, end: 1), axis(6, 3, begin: 1, end: 1), axis(7, 3, begin: 1, end: 1)),
    geometry(2, 2, 5, groups: 1, axis(6, 2, stride: 2), axis(7, 3, stride: 2, begin: 1), axis(5, 2, dilation: 3)),
    geometry(1, 4, 3, axis(30, 3, begin: 1, end: 1), axis(31, 3, begin: 1, end: 1)),
    geometry(1, 2, 2, axis(4, 3, stride: 9, begin: 1, end: 1), axis(4, 2, stride: 3, dilation: 2)),
    geometry(1, 2, 3, axis(13, 3, dilation: 12, begin: 12, end: 12), axis(20, 3, dilation: 24, begin: 24, end: 24)),
    geometry(1, 2, 3, axis(6, 3, begin: 1, end: 1), axis(1100, 3, begin: 1, end: 1)),
    geometry(1, 2, 3, axis(3000, 5, stride: 3, dilation: 2, begin: 4, end: 4)),
    // Rows of up to eight cells, of few results that are summed in one pass.
    geometry(
      1, 40, 8, groups: 2, axis(7, 3, stride: 2, begin: 1, end: 1), axis(7, 3, stride: 2, begin: 1, end: 1),
      axis(7, 3, stride: 2, begin: 1, end: 1)),
    geometry(1, 33, 12, axis(9, 4, stride: 3, begin: 2, end: 3), axis(14, 4, stride: 3, begin: 2, end: 3)),
    geometry(1, 10, 4, groups: 2, axis(3, 2, stride: 4, begin: 1, end: 2), axis(21, 3, stride: 4, begin: 2, end: 2)),
    geometry(1, 20, 2, axis(2, 2, begin: 1, end: 1), axis(1, 3, begin: 3, end: 3)),
  ]

  static let depthwise: [ConvolutionGeometry] = [
    geometry(2, 3, 3, groups: 3, axis(16, 3, begin: 1, end: 1)),
    geometry(1, 5, 5, groups: 5, axis(15, 3, begin: 1, end: 1), axis(33, 3, begin: 1, end: 1)),
    geometry(2, 4, 4, groups: 4, axis(14, 3, stride: 2, begin: 1, end: 0), axis(65, 3, stride: 2, begin: 1, end: 1)),
    geometry(1, 3, 6, groups: 3, axis(7, 5, begin: 2, end: 2), axis(7, 5, begin: 2, end: 2)),
    geometry(1, 2, 2, groups: 2, axis(20, 3, dilation: 4, begin: 4, end: 4), axis(19, 3, stride: 3, dilation: 2)),
    geometry(1, 2, 2, groups: 2, axis(200, 3, begin: 1, end: 1), axis(130, 3, begin: 1, end: 1)),
    geometry(
      1, 2, 2, groups: 2, axis(6, 3, begin: 1, end: 1), axis(7, 3, stride: 2, begin: 1), axis(9, 2, dilation: 2)),
    geometry(1, 2, 2, groups: 2, axis(3, 2, stride: 5, begin: 1), axis(4, 3, stride: 4, begin: 2, end: 2)),
    geometry(
      1, 2, 2, groups: 2, axis(13, 3, dilation: 12, begin: 12, end: 12), axis(20, 3, dilation: 24, begin: 24, end: 24)),
    geometry(
      1, 2, 2, groups: 2, axis(11, 3, dilation: 2, begin: 2, end: 2), axis(37, 5, dilation: 2, begin: 4, end: 4)),
    geometry(1, 2, 2, groups: 2, axis(40, 3, stride: 3, begin: 1, end: 1), axis(70, 5, stride: 4, begin: 2, end: 2)),
    geometry(1, 2, 4, groups: 2, axis(5000, 5, stride: 2, dilation: 2, begin: 4, end: 4)),
    geometry(1, 1, 1, axis(1, 1)),
  ]
}
