import Graph
import Tensors

extension Operator {
  /// Reports a declared number of channels that the input does not have, and channels that are no number.
  func checkFeatures(
    _ attribute: String, declared: Int?, of shape: Shape, reporting violations: inout [Violation]
  ) {
    if let declared, let channels = shape[1].value, channels != declared {
      violations.append(.channelMismatch(attribute: attribute, declared: declared, found: channels, input: shape))
    } else if case .symbolic = shape[1] {
      violations.append(.symbolicChannels(shape, for: name))
    }
  }
}

extension AttributeConstraint where Value == Double? {
  /// The weight of a batch in running statistics.
  static var momentum: Self {
    Self("must be from 0 to 1, or null", bounds: AttributeBounds(0, 1)) { value in
      value.map { (0...1).contains($0) } ?? true
    }
  }
}
