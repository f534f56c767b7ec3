import Analysis
package import Diagnostics
package import Execution
package import Formats
import KernelInterface
import Passes
import Tensors

/// The forms in which `run` prints what came out.
package struct RunReport: Sendable {
  private let result: RunResult
  /// Names for the classes of the first output; empty when the model gives none.
  private let labels: [String]
  /// How many classes to show; nil to decide by the labels.
  private let top: Int?

  package init(_ result: RunResult, labels: [String] = [], top: Int? = nil) {
    self.result = result
    self.labels = labels
    self.top = top
  }

  /// A list of values is printed only up to this many.
  private static let valueLimit = 4096

  /// The contract of `run --format json`.
  package var json: JSON {
    [
      "outputs": .array(
        result.outputs.entries.map { output in
          var members: [JSON.Member] = [
            .init("name", .string(output.name)), .init("shape", .ints(output.tensor.sizes)),
          ]
          if output.tensor.elementCount <= Self.valueLimit {
            members.append(.init("data", .array(output.tensor.jsonValues)))
          }
          return .object(members)
        }),
      "time_ms": .double((result.milliseconds * 1000).rounded() / 1000),
    ]
  }

  /// Class scores as bars, and every other output by its values.
  package func text(style: TextStyle = .plain) -> String {
    var sections: [String] = []
    for (index, output) in result.outputs.entries.enumerated() {
      if index == 0, let scores = ScoreBars(output.tensor, labels: labels, top: top) {
        sections.append(scores.text(style: style))
      } else {
        sections.append(TensorText.describe(output.name, output.tensor, style: style))
      }
    }
    return sections.joined(separator: "\n")
  }

  /// The size of each gradient: its Euclidean norm and largest magnitude.
  package func gradientTable(style: TextStyle = .plain) -> String {
    var table = TextTable([
      .init("gradient of", canShrink: true), .init("shape"), .init("norm", isNumber: true),
      .init("largest", isNumber: true),
    ])
    for gradient in result.gradients.entries {
      let values = gradient.tensor.floats.map(Double.init)
      let norm = values.reduce(0) { $0 + $1 * $1 }.squareRoot()
      table.append([
        gradient.name, "\(Shape(gradient.tensor.sizes))", TensorText.number(norm),
        TensorText.number(values.map(\.magnitude).max() ?? 0),
      ])
    }
    return table.render(style: style)
  }

  /// How long the run took, with what.
  package static func timeLine(_ result: RunResult, of session: Execution.Session) -> String {
    let times = result.timings.map(\.milliseconds)
    var line = QuantityText.decimal(result.milliseconds, digits: 3) + " ms"
    if times.count > 1, let least = times.min(), let most = times.max() {
      line += " (median of \(times.count), from \(QuantityText.decimal(least, digits: 3))"
      line += " to \(QuantityText.decimal(most, digits: 3)))"
    }
    let threads = session.pool.count
    return line + ", \(threads) thread\(threads == 1 ? "" : "s"), \(session.plan.level.rawValue) kernels"
  }

  /// What is wrong with values that are not finite, as phrases.
  package var warnings: [String] {
    result.outputs.entries.compactMap { output in
      guard output.tensor.dtype == .float32 else { return nil }
      let values = output.tensor.floats
      let (nan, infinite) = (values.count { $0.isNaN }, values.count { $0.isInfinite })
      let parts = [(nan, "NaN"), (infinite, "infinite")].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
      return parts.isEmpty
        ? nil : "'\(output.name)' is not finite: \(parts.joined(separator: " and ")) of \(values.count) values"
    }
  }
}

extension Tensor {
  /// The elements as numbers; those that are not finite are null.
  fileprivate var jsonValues: [JSON] {
    if let integers = convertedToInt64() {
      return integers.integers.map { .int(Int($0)) }
    }
    return convertedToFloat32().floats.map { .float($0) }
  }

  /// The elements of an int64 tensor, copied.
  var integers: [Int64] {
    precondition(dtype == .int64, "the tensor holds int64")
    return withExtendedLifetime(storage) {
      Array(UnsafeBufferPointer(start: pointer.assumingMemoryBound(to: Int64.self), count: elementCount))
    }
  }
}
