package import Graph

/// What stands in the cells that an operator reads beyond the borders of its input.
package enum BorderFilling: Hashable, Sendable {
  /// A number.
  case constant
  /// The cell at the border.
  case replicate
  /// The cells behind the one at the border.
  case reflect
  /// The cells at the other border.
  case circular
}

/// An operator that may fill cells beyond the borders of its input from the input itself.
package protocol BorderFillingOperator: Operator {
  var borderFilling: BorderFilling { get }
}

extension Conv: BorderFillingOperator {
  package var borderFilling: BorderFilling { paddingMode.filling }
}

extension DepthwiseConv: BorderFillingOperator {
  package var borderFilling: BorderFilling { paddingMode.filling }
}

extension Pad: BorderFillingOperator {
  package var borderFilling: BorderFilling {
    switch mode {
    case .constant: .constant
    case .reflect: .reflect
    case .replicate: .replicate
    case .circular: .circular
    }
  }
}

extension PaddingMode {
  fileprivate var filling: BorderFilling {
    switch self {
    case .zeros: .constant
    case .reflect: .reflect
    case .replicate: .replicate
    case .circular: .circular
    }
  }
}
