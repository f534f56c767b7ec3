import Analysis
package import Diagnostics
package import Formats
import Graph
import KernelInterface
import Operators
package import Passes
import Tensors

/// The forms in which `plan` prints the memory of an execution plan.
package struct PlanReport: Sendable {
  private let plan: ExecutionPlan
  /// What the plan is the tile of; nil when it is for the whole inputs.
  private let tiled: TiledModel?

  package init(_ plan: ExecutionPlan, tiled: TiledModel? = nil) {
    self.plan = plan
    self.tiled = tiled
  }

  /// The contract of `plan --format json`.
  package var json: JSON {
    let buffers = plan.allocations.map { allocation -> JSON in
      [
        "name": .string(allocation.name), "first": .int(allocation.lifetime.first),
        "last": .int(allocation.lifetime.last), "size": .int(allocation.byteCount), "offset": .int(allocation.offset),
      ]
    }
    var members: [JSON.Member] = [
      .init("mode", .string(plan.mode.rawValue)), .init("peak_bytes", .int(plan.arenaByteCount)),
      .init("lower_bound_bytes", .int(plan.lowerBound)), .init("optimal", .bool(plan.isOptimal)),
      .init("buffers", .array(buffers)),
    ]
    if let tiled {
      members.append(
        .init("tiles", ["count": .int(tiled.count), "size": .ints(tiled.axes.map(\.tileSize))]))
    }
    return .object(members)
  }

  /// A problem and its solution as planners exchange them: name, first and last step, size, offset.
  package var csv: String {
    DelimitedText.csv(
      [["name", "first", "last", "size", "offset"]]
        + plan.allocations.map { allocation in
          [
            allocation.name, "\(allocation.lifetime.first)", "\(allocation.lifetime.last)",
            "\(allocation.byteCount)", "\(allocation.offset)",
          ]
        })
  }

  /// The peak, how good it is, what is alive then, and every buffer.
  package func text(style: TextStyle = .plain) -> String {
    var text = "\(TerminalText.visible(plan.name)), \(plan.mode.rawValue), \(plan.threads) thread"
    text += "\(plan.threads == 1 ? "" : "s"), \(plan.steps.count) steps, \(plan.level.rawValue) kernels\n"
    if let tiled { text += tiled.summary + ", each in the memory below\n" }
    text += style.paint("peak \(bytes(plan.arenaByteCount))", as: .emphasis)
    text += ", lower bound \(bytes(plan.lowerBound))\(plan.isOptimal ? ", proved optimal" : "")\n"
    let weights = plan.parameters.reduce(0) { $0 + $1.elementCount * $1.declaration.dtype.byteCount }
    text += "weights \(bytes(weights))"
    let prepared = plan.buffers.reduce(0) { $0 + ($1.storage == .prepared ? $1.byteCount : 0) }
    text += prepared == 0 ? "\n" : ", \(bytes(prepared)) prepared for kernels\n"
    guard !plan.allocations.isEmpty else { return text }
    if plan.steps.indices.contains(plan.peakStep) {
      let step = plan.steps[plan.peakStep]
      text += "\nalive at the peak, step \(plan.peakStep) (\(TerminalText.visible(step.path)), \(step.kernel))\n"
    }
    text += table(plan.aliveAtPeak, style)
    return text + "\nall buffers\n" + table(plan.allocations, style)
  }

  private func bytes(_ count: Int) -> String { "\(QuantityText.bytes(count)) (\(QuantityText.grouped(count)))" }

  private func table(_ allocations: [Allocation], _ style: TextStyle) -> String {
    var table = TextTable([
      .init("buffer", canShrink: true), .init("steps", isNumber: true), .init("bytes", isNumber: true),
      .init("offset", isNumber: true),
    ])
    for allocation in allocations {
      table.append([
        allocation.name, "\(allocation.lifetime.first)-\(allocation.lifetime.last)",
        QuantityText.grouped(allocation.byteCount), QuantityText.grouped(allocation.offset),
      ])
    }
    return table.render(style: style)
  }
}
