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
  package struct Layer: Sendable {
    package var path: String
    /// The operator's name, empty for what plans add.
    package var operation: String
    var kernels: [String] = []
    package var milliseconds: Double = 0
    var multiplyAccumulates: Int?

    /// Billions of multiply-accumulates a second, of those that define the layer.
    package var rate: Double? {
      guard let multiplyAccumulates, multiplyAccumulates > 0, milliseconds > 0 else { return nil }
      return Double(multiplyAccumulates) / milliseconds / 1e6
    }
  }

  package let layers: [Layer]
  private let plan: ExecutionPlan
  private let timings: [RunTimings]

  package init(_ run: ModelRun, _ result: RunResult) {
    plan = run.session.plan
    timings = result.timings.compactMap(\.steps)
    let costs = Dictionary(
      run.graph.nodes.map { ($0.path, Cost($0, in: run.graph, binding: [:]).multiplyAccumulates) },
      uniquingKeysWith: { first, _ in first })
    let operations = Dictionary(
      run.graph.nodes.map { ($0.path, $0.operation.name) }, uniquingKeysWith: { first, _ in first })
    var order: [String] = []
    var byPath: [String: Layer] = [:]
    for (index, step) in plan.steps.enumerated() {
      let times = timings.map { Double($0.nanoseconds(ofStep: index)) / 1e6 }
      var layer =
        byPath[step.path]
        ?? Layer(path: step.path, operation: operations[step.path] ?? "", multiplyAccumulates: costs[step.path] ?? nil)
      if byPath[step.path] == nil { order.append(step.path) }
      if !layer.kernels.contains(step.kernel) { layer.kernels.append(step.kernel) }
      layer.milliseconds += RunResult.median(times)
      byPath[step.path] = layer
    }
    layers = order.compactMap { byPath[$0] }
  }

  /// One row a layer: its kernels, time, share of the whole, rate of multiply-accumulates, and how that compares with a
  /// ceiling.
  package func table(ceiling: Double? = nil, style: TextStyle = .plain) -> String {
    var columns: [TextTable.Column] = [
      .init("layer", canShrink: true), .init("kernels", canShrink: true), .init("ms", isNumber: true),
      .init("share", isNumber: true), .init("GMAC/s", isNumber: true),
    ]
    if ceiling != nil { columns.append(.init("of ceiling", isNumber: true)) }
    var table = TextTable(columns)
    let total = layers.reduce(0) { $0 + $1.milliseconds }
    func percent(_ part: Double, _ whole: Double) -> String {
      QuantityText.decimal(whole > 0 ? 100 * part / whole : 0, digits: 1) + " %"
    }
    for layer in layers {
      var row = [
        layer.path, layer.kernels.joined(separator: ", "), QuantityText.decimal(layer.milliseconds, digits: 3),
        percent(layer.milliseconds, total), layer.rate.map { QuantityText.decimal($0, digits: 1) } ?? "-",
      ]
      if let ceiling { row.append(layer.rate.map { percent($0, ceiling) } ?? "-") }
      table.append(row)
    }
    var last = ["total", "", QuantityText.decimal(total, digits: 3), "100.0 %", ""]
    if let ceiling { last += [QuantityText.decimal(ceiling, digits: 1) + " GMAC/s"] }
    table.append(last, role: .emphasis)
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
