package import Formats
package import Operators
package import Passes

/// What to run of a model, and on what.
package struct RunRequest: Sendable {
  /// What is computed beyond the outputs.
  package enum Backward: Hashable, Sendable {
    case none
    /// Gradients of the sum of the first output.
    case sum
    /// Gradients of the model's loss with the target in a file.
    case loss(target: String)
  }

  /// Files for the inputs; without any, inputs are standard normal numbers.
  package var inputs: [InputSource] = []
  package var weights = WeightSource.model(seed: 0)
  package var mode = ExecutionMode.inference
  package var backward = Backward.none
  package var optimization = Optimization.full
  /// The folder where packed weights are kept for later runs; nil for none.
  package var packedFolder: String?
  /// Seeds initialisers, inputs without a file, and dropout.
  package var seed: UInt64 = 0
  /// nil for as many as the machine runs together.
  package var threads: Int?
  /// Layers whose outputs are kept, by path.
  package var dumps: [String] = []
  /// How often the model is run for timing after the run that counts.
  package var repeats = 0
  /// Whether each step is timed.
  package var isProfiled = false

  package init() {}
}
