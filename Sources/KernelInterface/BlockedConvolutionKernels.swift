/// Arguments of a convolution by windows over blocks of channels; a unit is one of `blocking.units`.
package struct WindowArguments {
  package var blocking: WindowBlocking
  package var operands: BlockedOperands
  package var scratch: UnsafeMutableRawPointer

  package init(blocking: WindowBlocking, operands: BlockedOperands, scratch: UnsafeMutableRawPointer) {
    self.blocking = blocking
    self.operands = operands
    self.scratch = scratch
  }
}

/// Arguments of bringing weights into the order in which a convolution reads them; a unit is a panel of a group.
package struct WindowWeightArguments {
  package var blocking: WindowBlocking
  package var weights: FoldedWeights
  package var packed: UnsafeMutablePointer<Float>

  package init(blocking: WindowBlocking, weights: FoldedWeights, packed: UnsafeMutablePointer<Float>) {
    self.blocking = blocking
    self.weights = weights
    self.packed = packed
  }

  package static func units(_ blocking: WindowBlocking) -> Int { blocking.groups * blocking.panels }
}
