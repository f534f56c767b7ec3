import Graph
import Tensors

/// How a window fits one axis: the number of its positions, and what they leave over.
struct AxisFit: Sendable {
  /// How the number of positions follows from the span.
  enum Rule: Sendable { case exact, floor, ceil, same }

  let axis: AxisName
  let input: Dimension
  let window: AxisWindow
  let output: Dimension
  /// Cells of the padded input after the last position; 0 when the size is not a number.
  let rest: Int

  init(axis: AxisName, input: Dimension, window: AxisWindow, rule: Rule) {
    self.axis = axis
    self.input = input
    self.window = window
    let extent = window.extent
    let span = input + (window.padBegin + window.padEnd - extent)
    switch rule {
    case .same: output = input.ceilDivided(by: window.stride)
    case .exact, .floor: output = span.floorDivided(by: window.stride) + 1
    case .ceil:
      let reach = window.padBegin + min(window.padEnd - extent + window.stride, 0)
      output = (input + reach).ceilDivided(by: window.stride)
    }
    let used = (output - 1) * window.stride
    rest = max((span - used).value ?? 0, 0)
  }

  /// Whether not even one position fits.
  var isEmpty: Bool { (output.value ?? 1) < 1 }
  /// Cells of the input itself, at its end, that no position reads.
  var unread: Int { isEmpty ? 0 : max(rest - window.padEnd, 0) }
  /// Whether only padding is left over.
  var hasSlack: Bool { !isEmpty && rest > 0 && unread == 0 }
  /// Whether positions skip cells by design: they are further apart than they are wide.
  var skips: Bool { window.stride > window.extent }

  /// The steps from the first position to the end of the padded input.
  var span: Dimension { input + (window.padBegin + window.padEnd - window.extent) }

  /// The sum that leaves the rest, such as `8 + 0 + 0 - 3 = 2 * 2 + 1`.
  var sum: String {
    let positions = output - 1
    return "\(input) + \(window.padBegin) + \(window.padEnd) - \(window.extent) = \(span)"
      + " = \(window.stride) * \(positions) + \(rest)"
  }
}

extension AxisWindow {
  /// The cells from the first to the last that one position covers.
  var extent: Int { dilation * (kernelSize - 1) + 1 }
}
