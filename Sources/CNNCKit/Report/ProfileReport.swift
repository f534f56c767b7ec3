import Analysis
package import Diagnostics
import Execution
package import Formats
import Graph
import KernelInterface
import Passes

/// Where the time of a run goes, layer by layer.
package struct ProfileReport: Sendable {
  /// The work of one layer in the median run.
  private struct Layer {
    var path: String
    var kernels: [String] = []
    var milliseconds: Double = 0
    var multiplyAccumulates: Int?
  }

  private let layers: [Layer]
  private let plan: ExecutionPlan
  private let timings: [RunTimings]

  package init(_ run: ModelRun, _ result: RunResult) {
    plan = run.session.plan
    timings = result.timings.compactMap(\.steps)
    let costs = Dictionary(
      run.graph.nodes.map { ($0.path, Cost($0, in: run.graph, binding: [:]).multiplyAccumulates) },
      uniquingKeysWith: { first, _ in first })
    var order: [String] = []
    var byPath: [String: Layer] = [:]
    for (index, step) in plan.steps.enumerated() {
      let times = timings.map { Double($0.nanoseconds(ofStep: index)) / 1e6 }
      var layer = byPath[step.path] ?? Layer(path: step.path, multiplyAccumulates: costs[step.path] ?? nil)
      if byPath[step.path] == nil { order.append(step.path) }
      if !layer.kernels.contains(step.kernel) { layer.kernels.append(step.kernel) }
      layer.milliseconds += RunResult.median(times)
      byPath[step.path] = layer
    }
    layers = order.compactMap { byPath[$0] }
  }

  /// One row a layer: its kernels, time, share of the whole, and rate of multiply-accumulates.
  package func table(style: TextStyle = .plain) -> String {
    var table = TextTable([
      .init("layer", canShrink: true), .init("kernels", canShrink: true), .init("ms", isNumber: true),
      .init("share", isNumber: true), .init("GMAC/s", isNumber: true),
    ])
    let total = layers.reduce(0) { $0 + $1.milliseconds }
    for layer in layers {
      let rate = layer.multiplyAccumulates.map { Double($0) / layer.milliseconds / 1e6 } ?? 0
      table.append([
        layer.path, layer.kernels.joined(separator: ", "), QuantityText.decimal(layer.milliseconds, digits: 3),
        QuantityText.decimal(total > 0 ? 100 * layer.milliseconds / total : 0, digits: 1) + " %",
        rate > 0 && rate.isFinite ? QuantityText.decimal(rate, digits: 1) : "-",
      ])
    }
    table.append(["total", "", QuantityText.decimal(total, digits: 3), "100.0 %", ""], role: .emphasis)
    return table.render(style: style)
  }

  /// The last timed run in the trace format of Chrome and Perfetto: one event for each step on each thread.
  package var trace: JSON {
    var events: [JSON] = []
    for (index, step) in plan.steps.enumerated() {
      for (thread, interval) in (timings.last?.intervals[index] ?? []).enumerated() where interval.end > interval.start
      {
        events.append([
          "name": .string(step.path), "cat": .string(step.kernel), "ph": "X", "pid": 1, "tid": .int(thread),
          "ts": .double(Double(interval.start) / 1e3), "dur": .double(Double(interval.end - interval.start) / 1e3),
        ])
      }
    }
    return ["traceEvents": .array(events), "displayTimeUnit": "ms"]
  }
}
