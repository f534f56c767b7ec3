import Analysis
import Elaborator
import Execution
package import Formats
import ModelSyntax
import Operators
import Passes

/// How fast a model runs, once everything is warm: whole runs, and each layer in runs of their own.
package struct Benchmark: Sendable {
  package let model: String
  package let batch: Int
  package let threads: Int
  /// The times of the runs in milliseconds, shortest first.
  package let milliseconds: [Double]
  package let profile: ProfileReport
  /// The multiply-accumulates of each second that all threads reach together in the first cache.
  package let ceiling: Double

  /// Runs that are measured layer by layer; meeting before every step makes them slower than the others.
  private static let profiledRuns = 15

  /// Measures a model.
  ///
  /// - Parameters:
  ///   - seconds: how long to run it as a whole, and half as long before that, to warm up.
  ///   - progress: called with the seconds that have passed.
  package init(
    _ run: ModelRun, seconds: Double, progress: (Double) -> Void = { _ in }
  ) throws(ModelError) {
    model = run.model.elaboration.document.model?.value ?? ""
    batch = run.session.plan.inputs.first?.operand.sizes.first ?? 1
    threads = run.session.plan.threads
    let start = ContinuousClock.now
    func elapsed() -> Double { (ContinuousClock.now - start).milliseconds / 1e3 }
    _ = try run.timed(while: { elapsed() < seconds / 2 })
    milliseconds = try run.timed(while: {
      progress(elapsed())
      return elapsed() < 1.5 * seconds
    }).sorted()
    profile = try run.profile(runs: Self.profiledRuns)
    ceiling = Ceiling.measure(pool: run.session.pool, kernels: try selectedKernels())
  }

  package var median: Double { RunResult.median(milliseconds) }
  /// The time that nine of ten runs stay below.
  package var ninthDecile: Double { milliseconds[min(milliseconds.count * 9 / 10, milliseconds.count - 1)] }
  package var least: Double { milliseconds[0] }

  package var json: JSON {
    [
      "model": .string(model), "batch": .int(batch), "threads": .int(threads), "median_ms": .double(median),
      "p90_ms": .double(ninthDecile), "min_ms": .double(least),
      "layers": .array(
        profile.layers.map {
          [
            "path": .string($0.path), "operator": .string($0.operation), "median_ms": .double($0.milliseconds),
            "gflops": .double(2 * ($0.rate ?? 0)),
          ]
        }),
    ]
  }

  /// The figures of whole runs, in one line each.
  package var summary: String {
    func text(_ value: Double) -> String { QuantityText.decimal(value, digits: 3) + " ms" }
    let rate = QuantityText.decimal(1e3 * Double(batch) / median, digits: 1)
    return """
      \(milliseconds.count) runs of \(batch) on \(threads) \(threads == 1 ? "thread" : "threads")
      median \(text(median)), 9 of 10 below \(text(ninthDecile)), least \(text(least)), \(rate) a second

      """
  }
}
