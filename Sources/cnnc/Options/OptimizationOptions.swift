import ArgumentParser
import Passes

/// How far the steps of a run may be from its layers one by one.
struct OptimizationOptions: ParsableArguments {
  @Flag(help: "Join layers, but add up the products that define them: without Winograd's transforms.")
  var exact = false

  @Flag(help: "Join layers, but without transforms of weights, which take up to four times their memory.")
  var memory = false

  @Flag(help: "Compute every layer by itself, in the plain layout.")
  var noOptimize = false

  @Option(help: ArgumentHelp("Optimize with the first passes alone, to find one that goes wrong.", valueName: "count"))
  var stopAfter: Int?

  var choice: Optimization {
    Optimization(joinsLayers: !noOptimize, allowsTransforms: !exact && !memory, passLimit: stopAfter)
  }

  func validate() throws {
    let others = [("--exact", exact), ("--memory", memory), ("--stop-after", stopAfter != nil)].filter(\.1)
    if noOptimize, let other = others.first {
      throw ValidationError("\(other.0) and --no-optimize cannot be used together")
    }
    let passes = OptimizationPass.optional
    if let stopAfter, !(0...passes.count).contains(stopAfter) {
      let names = passes.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("--stop-after must be from 0 to \(passes.count): the passes are \(names)")
    }
  }
}
