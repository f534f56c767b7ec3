package import Tensors

/// An axis of one of a layer's inputs.
package struct AxisSource: Hashable, Sendable {
  package var input: Int
  package var axis: Int

  package init(_ input: Int = 0, axis: Int) {
    self.input = input
    self.axis = axis
  }
}

/// How the size of an axis of a layer's output came to be.
///
/// Formulas are written in the expression language with the sizes of the sources in place of names.
package enum AxisOrigin: Hashable, Sendable {
  /// It is the size of that axis.
  case kept(AxisSource)
  /// It follows from one axis: `(224 + 2*3 - 7)/2 + 1`.
  case computed(formula: String, AxisSource)
  /// It is made of several sizes: `64 + 128`, or `512*7*7`.
  case combined(formula: String, [AxisSource])
  /// It is the size that all these have.
  case shared([AxisSource])
  /// It does not depend on the input: `out_channels: 64`.
  case given(String)
}

/// An operator whose sizes follow from its inputs in a way of its own.
///
/// Convolutions and pools, elementwise operators and those that keep sizes or state them as attributes need not be this.
package protocol AxisOriginOperator: Operator {
  /// nil where the size follows as in any other operator.
  func origin(ofAxis axis: Int, ofOutput output: Int, inputs: [Shape], outputs: [Shape]) -> AxisOrigin?
}

extension Dimension {
  /// The size as a part of a product or sum.
  package var factor: String {
    let text = description
    return text.contains(" ") ? "(\(text))" : text
  }
}
