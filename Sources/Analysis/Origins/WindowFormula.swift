import Graph
import Tensors

/// The size that a window makes of an axis, as a formula: `(224 + 2*3 - 7)/2 + 1`.
struct WindowFormula {
  var input: Dimension
  var output: Dimension
  var window: AxisWindow
  /// What the operator's attributes `padding` and `rounding` say.
  var isSame: Bool
  var rounding: Rounding

  enum Rounding: String { case exact, floor, ceil }

  var text: String {
    if isSame { return window.stride == 1 ? input.description : "(\(input)\(roundedUp)" }
    let span = "\(input)\(padding) - \(extent)"
    guard window.stride > 1 else { return "\(span) + 1" }
    switch actualRounding {
    case .exact: return "(\(span))/\(window.stride) + 1"
    case .floor: return "(\(span))//\(window.stride) + 1"
    case .ceil:
      // The last window begins inside of the input or of the padding before it, as in PyTorch.
      guard window.padEnd > window.extent - window.stride else { return "(\(span)\(roundedUp) + 1" }
      return "(\(input)\(window.padBegin == 0 ? "" : " + \(window.padBegin)")\(roundedUp)"
    }
  }

  /// The end of a quotient that is rounded up.
  private var roundedUp: String { " + \(window.stride) - 1)//\(window.stride)" }

  /// How a size in numbers was rounded; exactly wherever nothing is left over.
  private var actualRounding: Rounding {
    let span = input + (window.padBegin + window.padEnd - window.extent)
    guard let value = span.value else { return rounding }
    return value % window.stride == 0 ? .exact : rounding
  }

  private var padding: String {
    if window.padBegin == window.padEnd { return window.padBegin == 0 ? "" : " + 2*\(window.padBegin)" }
    return " + \(window.padBegin) + \(window.padEnd)"
  }

  private var extent: String {
    window.dilation == 1 ? "\(window.kernelSize)" : "(\(window.dilation)*(\(window.kernelSize) - 1) + 1)"
  }
}

extension AxisWindow {
  /// The cells from the first to the last that one position covers.
  fileprivate var extent: Int { dilation * (kernelSize - 1) + 1 }
}
