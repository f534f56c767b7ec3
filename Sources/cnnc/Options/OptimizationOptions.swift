import ArgumentParser
import Passes

/// How far the steps of a run may be from its layers one by one.
struct OptimizationOptions: ParsableArguments {
  @Flag(help: "Join layers, but add up the products that define them: without Winograd's transforms.")
  var exact = false

  @Flag(help: "Compute every layer by itself, in the plain layout.")
  var noOptimize = false

  var level: OptimizationLevel { noOptimize ? .none : exact ? .exact : .full }

  func validate() throws {
    if exact, noOptimize { throw ValidationError("--exact and --no-optimize cannot be used together") }
  }
}
