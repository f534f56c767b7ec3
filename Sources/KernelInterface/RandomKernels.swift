/// Arguments of dropping elements; a unit is `elementsPerUnit` elements.
///
/// Whether an element is dropped follows from key, run and its index alone, so the gradient repeats the decision.
/// The output may be the input's memory.
package struct DropoutArguments {
  package static let elementsPerUnit = 4096

  package var input: UnsafePointer<Float>
  package var output: UnsafeMutablePointer<Float>
  package var count: Int
  /// The probability of an element to become 0; the others are divided by what is left of 1.
  package var probability: Double
  package var key: UInt64
  /// The number of the run, so that each drops others.
  package var run: UInt64

  package init(
    input: UnsafePointer<Float>, output: UnsafeMutablePointer<Float>, count: Int, probability: Double, key: UInt64,
    run: UInt64
  ) {
    self.input = input
    self.output = output
    self.count = count
    self.probability = probability
    self.key = key
    self.run = run
  }
}

/// Kernels that draw random numbers.
package struct RandomKernels: Sendable {
  package var dropout: Kernel<DropoutArguments>

  package init(dropout: @escaping Kernel<DropoutArguments>) { self.dropout = dropout }
}
