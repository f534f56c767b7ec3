package import Diagnostics
import Elaborator
import Graph
import ModelSyntax
import Operators
import Tensors

/// Inputs in the order N H W C, whose height the first convolution takes for channels.
package enum ChannelsLast: Lint {
  package static let code = DiagnosticCode.channelsLast
  package static let toleratesErrors = true

  package static func check(_ network: LintedNetwork, reporting report: inout LintReport) {
    for input in network.sections.inputs {
      guard let shape = network.graph[input.value].type.shape, looksLikeChannelsLast(shape),
        network.written.first(where: { $0.name.value == input.name.value })?.layout == nil,
        let reader = network.readers[input.value.index].first, network.affine[reader.index]?.kernelSize.isEmpty == false
      else { continue }
      report.add(.channelsLast(input, shape, network.graph[reader]))
    }
  }

  /// Whether the last axis has as many sizes as a pixel has channels, and the two before are those of an image.
  private static func looksLikeChannelsLast(_ shape: Shape) -> Bool {
    guard shape.rank == 4, let height = shape[1].value, let width = shape[2].value, let channels = shape[3].value else {
      return false
    }
    return [1, 3, 4].contains(channels) && height == width && height >= 8
      || channels == 3 && min(height, width) >= 32
  }
}

extension DiagnosticCode {
  static let channelsLast = DiagnosticCode(
    "W0934", "channels-last", severity: .warning,
    explanation: """
      The axes of an image are N C H W, as in PyTorch. Arrays of Keras, OpenCV and Pillow are H W C; such a shape makes the
      height the channels of the first convolution, which works and learns nothing sensible. Write the shape as
      N C H W, and transpose the data where they are loaded. When the order is meant, `layout: NCHW` in the long form of
      the input says so.
      """,
    bad: """
      cnnc: 1
      model: channels_last
      input: [N, 224, 224, 3]
      layers:
        - conv2d: {out_channels: 8, kernel_size: 3, padding: 1}
      """,
    good: """
      cnnc: 1
      model: channels_first
      input: [N, 3, 224, 224]
      layers:
        - conv2d: {out_channels: 8, kernel_size: 3, padding: 1}
      """)
}

extension Diagnostic {
  fileprivate static func channelsLast(_ input: ModelInput, _ shape: Shape, _ reader: Node) -> Diagnostic {
    let mended = Shape([shape[0], shape[3], shape[1], shape[2]])
    return Diagnostic(
      .channelsLast,
      "an image must be given as N C H W: \(shape) looks like N H W C, and '\(reader.operation.name)' takes "
        + "\(shape[1]) channels from it",
      at: Label(input.span), labels: [Label(reader.origin.span, "reads \(shape[1]) channels")],
      help: ["write \(mended), or state 'layout: NCHW' if the order is meant"])
  }
}
