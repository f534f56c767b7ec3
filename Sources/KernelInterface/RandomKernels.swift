/// Arguments of dropping elements; a unit is `elementsPerUnit` elements.
///
/// Whether an element is dropped follows from key, run and its index alone, so the gradient repeats the decision.
/// The output may be the input's memory.
package struct DropoutArguments {
  package static let elementsPerUnit = 4096

  package var input: UnsafePointer<Float>
  package var output: UnsafeMutablePointer<Float>
  package var count: Int
  /// The probability of an element to be dropped.
  package var probability: Double
  package var outcome: DropoutOutcome
  package var key: UInt64
  /// The number of the run, so that each drops others.
  package var run: UInt64

  package init(
    input: UnsafePointer<Float>, output: UnsafeMutablePointer<Float>, count: Int, probability: Double,
    outcome: DropoutOutcome, key: UInt64, run: UInt64
  ) {
    self.input = input
    self.output = output
    self.count = count
    self.probability = probability
    self.outcome = outcome
    self.key = key
    self.run = run
  }
}

/// What becomes of elements: those that stay are `x * scale + shift`, the others are `replacement`.
package struct DropoutOutcome: Hashable, Sendable {
  package var scale: Float
  package var shift: Float
  package var replacement: Float

  package init(scale: Float, shift: Float = 0, replacement: Float = 0) {
    self.scale = scale
    self.shift = shift
    self.replacement = replacement
  }
}

/// Arguments of setting whole groups of elements to 0, such as samples or channels; a unit is `elementsPerUnit` elements
/// of one group.
///
/// Whether a group is dropped follows from key, run and its index alone. The output may be the input's memory.
package struct GroupDropoutArguments {
  package static let elementsPerUnit = 16384

  package var input: UnsafePointer<Float>
  package var output: UnsafeMutablePointer<Float>
  package var groupLength: Int
  /// The probability of a group to become 0.
  package var probability: Double
  /// What the elements of the others are multiplied by.
  package var scale: Float
  package var key: UInt64
  package var run: UInt64

  package init(
    input: UnsafePointer<Float>, output: UnsafeMutablePointer<Float>, groupLength: Int, probability: Double,
    scale: Float, key: UInt64, run: UInt64
  ) {
    self.input = input
    self.output = output
    self.groupLength = groupLength
    self.probability = probability
    self.scale = scale
    self.key = key
    self.run = run
  }

  /// The number of units that one group is divided into.
  package static func unitsPerGroup(_ groupLength: Int) -> Int { groupLength.groups(of: elementsPerUnit) }
}

/// Kernels that draw random numbers.
package struct RandomKernels: Sendable {
  package var dropout: Kernel<DropoutArguments>
  package var groupDropout: Kernel<GroupDropoutArguments>

  package init(dropout: @escaping Kernel<DropoutArguments>, groupDropout: @escaping Kernel<GroupDropoutArguments>) {
    self.dropout = dropout
    self.groupDropout = groupDropout
  }
}
