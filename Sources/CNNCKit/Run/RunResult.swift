package import Execution
package import Formats

/// What came out of a run.
package struct RunResult: Sendable {
  /// One run of the model.
  package struct Timing: Sendable {
    package var milliseconds: Double
    /// When each step ran on each thread; nil when only the whole was timed.
    package var steps: RunTimings?
  }

  /// In the order of the model's outputs; a loss comes last.
  package let outputs: TensorCollection
  /// By parameter names, and `input.<name>`.
  package let gradients: TensorCollection
  package let dumps: TensorCollection
  /// The timed runs, at least one.
  package let timings: [Timing]

  init(outputs: TensorCollection, gradients: TensorCollection, dumps: TensorCollection, timings: [Timing]) {
    self.outputs = outputs
    self.gradients = gradients
    self.dumps = dumps
    self.timings = timings
  }

  /// The median of the timed runs.
  package var milliseconds: Double { Self.median(timings.map(\.milliseconds)) }

  package static func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    guard !sorted.isEmpty else { return 0 }
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }
}

extension Execution.Session {
  /// One run with its time, and with those of its steps when they are wanted.
  func runTimedOrNot(_ isProfiled: Bool) throws(SessionError) -> [RunResult.Timing] {
    if isProfiled {
      let steps = try runTimed()
      return [RunResult.Timing(milliseconds: Double(steps.nanoseconds) / 1e6, steps: steps)]
    }
    let start = ContinuousClock.now
    try run()
    return [RunResult.Timing(milliseconds: (ContinuousClock.now - start).milliseconds, steps: nil)]
  }
}

extension Duration {
  var milliseconds: Double { Double(components.seconds) * 1e3 + Double(components.attoseconds) / 1e15 }
}
