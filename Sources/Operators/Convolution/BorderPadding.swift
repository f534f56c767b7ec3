import Graph
import KernelInterface

/// Padding that is not zeros, computed into a tensor of its own before a convolution that then pads nothing.
struct BorderPadding {
  let sizes: [Int]
  let paddedSizes: [Int]
  private let axes: [PadAxis]
  private let rule: PadRule

  /// nil when the mode is zeros, which the convolution reads beyond its input by itself, or when there is no padding.
  init?(_ mode: PaddingMode, sizes: [Int], windows: [AxisWindow]) {
    switch mode {
    case .zeros: return nil
    case .reflect: rule = .reflect
    case .replicate: rule = .replicate
    case .circular: rule = .circular
    }
    guard windows.contains(where: { $0.padBegin + $0.padEnd > 0 }) else { return nil }
    let spatial = zip(sizes.dropFirst(2), windows).map { size, window in
      PadAxis(input: size, output: size + window.padBegin + window.padEnd, begin: window.padBegin)
    }
    self.sizes = sizes
    paddedSizes = sizes.prefix(2) + spatial.map(\.output)
    axes = Array(repeating: PadAxis(input: 1, output: 1, begin: 0), count: 3 - spatial.count) + spatial
  }

  /// Emits the copy of an input with its padding.
  func pad(_ input: BufferID, path: String, in lowering: inout Lowering) -> Operand {
    let padded = lowering.makeTemporary(path + " padded", sizes: paddedSizes)
    emit("pad", lowering.kernels.shape.pad, path: path, read: input, write: padded.buffer, in: &lowering)
    return padded
  }

  /// Emits the gradient by the input from the gradient by the padded one.
  func padGradient(_ upstream: BufferID, to gradient: BufferID, path: String, in lowering: inout Lowering) {
    emit("pad gradient", lowering.kernels.shape.padGradient, path: path, read: upstream, write: gradient, in: &lowering)
  }

  private func emit(
    _ name: String, _ kernel: @escaping Kernel<PadArguments>, path: String, read: BufferID, write: BufferID,
    in lowering: inout Lowering
  ) {
    let (depth, height, width, rule) = (axes[0], axes[1], axes[2], rule)
    lowering.emit(
      Step(kernel: name, path: path, reads: [read], writes: [write], units: sizes[0] * sizes[1]) { run in
        kernel(
          PadArguments(
            input: run.floats(0), output: run.floats(1), depth: depth, height: height, width: width, rule: rule,
            value: 0),
          run.units)
      })
  }
}
