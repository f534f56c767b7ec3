package import Graph
package import Operators

/// How far a plan that computes outputs alone may differ from its graph's layers.
package struct Optimization: Hashable, Sendable {
  /// Whether layers are joined at all, and computed in other layouts.
  package var joinsLayers = true
  /// Whether convolutions may add up other products than those that they are defined by: of transforms, whose weights
  /// are up to four times as many, and of means that a pool behind them takes.
  package var allowsTransforms = true
  /// How many of the passes run that a plan can do without; nil for all.
  package var passLimit: Int?

  package init(joinsLayers: Bool = true, allowsTransforms: Bool = true, passLimit: Int? = nil) {
    self.joinsLayers = joinsLayers
    self.allowsTransforms = allowsTransforms
    self.passLimit = passLimit
  }

  /// Every layer by itself.
  package static let none = Optimization(joinsLayers: false)
  /// Without transforms.
  package static let exact = Optimization(allowsTransforms: false)
  package static let full = Optimization()
}

extension Optimization: CustomStringConvertible {
  package var description: String {
    let passes = passLimit.map { "\($0) passes" } ?? "all passes"
    return joinsLayers ? "\(passes), \(allowsTransforms ? "with" : "without") transforms" : "none"
  }
}

/// What a plan is made for.
package struct PlanOptions: Sendable {
  package var mode: ExecutionMode
  /// How many threads will run it; each needs workspace of its own.
  package var threads: Int
  /// The seed of everything random in training.
  package var seed: UInt64
  /// Which gradients it computes; nil for outputs alone.
  package var gradients: GradientRequest?
  /// Values that are still readable after a run, beside the outputs.
  package var keep: Set<ValueID>
  package var optimization: Optimization
  /// How much work the exact placement may do, in elementary operations; the greedy one stands where it ends.
  package var searchBudget: Int

  package init(
    mode: ExecutionMode = .inference, threads: Int = 1, seed: UInt64 = 0, gradients: GradientRequest? = nil,
    keep: Set<ValueID> = [], optimization: Optimization = .full, searchBudget: Int = 8_000_000
  ) {
    precondition(threads >= 1, "a plan is run by at least one thread")
    self.mode = mode
    self.threads = threads
    self.seed = seed
    self.gradients = gradients
    self.keep = keep
    self.optimization = optimization
    self.searchBudget = searchBudget
  }
}

/// Which outputs gradients flow back from, and which inputs they are wanted for beside the trainable parameters.
package struct GradientRequest: Sendable {
  /// Names of outputs; nil for the first one. Each has an input `upstream.<name>` in the plan.
  package var outputs: [String]?
  /// Names of inputs whose gradients are kept, as `input.<name>`.
  package var inputs: Set<String>

  package init(outputs: [String]? = nil, inputs: Set<String> = []) {
    self.outputs = outputs
    self.inputs = inputs
  }
}
