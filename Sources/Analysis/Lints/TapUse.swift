import Graph
import Operators
import Tensors

/// Which taps of a window meet the input somewhere, along one axis.
struct TapUse {
  /// Taps beyond this are not looked at one by one.
  private static let tapLimit = 4096

  /// The taps that at least one position holds over the input.
  let used: Int
  let all: Int

  /// nil for windows of very many taps.
  init?(_ window: AxisWindow, input: Int, output: Int) {
    guard window.kernelSize <= Self.tapLimit, output > 0 else { return nil }
    all = window.kernelSize
    var used = 0
    for tap in 0..<window.kernelSize {
      let start = tap * window.dilation - window.padBegin
      // The first position that holds the tap at or behind the first cell.
      let first = start >= 0 ? 0 : (-start + window.stride - 1) / window.stride
      if first < output, start + first * window.stride < input { used += 1 }
    }
    self.used = used
  }

  var unused: Int { all - used }
}

/// An axis of a convolution with the use of its taps.
struct TappedAxis {
  let name: AxisName
  let window: AxisWindow
  /// The size of the input.
  let size: Int
  let use: TapUse
}

extension LintedNetwork {
  /// The convolutions with an axis that satisfies a condition, each with the first such axis.
  func convolutions(with isWanted: (TappedAxis) -> Bool) -> [(node: Node, axis: TappedAxis)] {
    zip(graph.nodes, affine).compactMap { node, form in
      form == nil ? nil : tappedAxes(of: node).first(where: isWanted).map { (node, $0) }
    }
  }

  /// The axes of a convolution whose sizes are numbers and whose padding is zeros.
  private func tappedAxes(of node: Node) -> [TappedAxis] {
    let filling = (node.operation as? any BorderFillingOperator)?.borderFilling ?? .constant
    guard filling == .constant, let input = inputShape(of: node), let output = outputShape(of: node) else { return [] }
    let windows = windows(of: node)
    guard windows.count == input.rank - 2, output.rank == input.rank else { return [] }
    return windows.enumerated().compactMap { axis, window in
      guard let size = input[axis + 2].value, let count = output[axis + 2].value,
        let use = TapUse(window, input: size, output: count)
      else { return nil }
      return TappedAxis(name: AxisName(axis, of: windows.count), window: window, size: size, use: use)
    }
  }
}
