import Diagnostics
import Graph
import Tensors

/// What `tiling` in `expect` promises: that the network can be run in tiles, and bounds of their measures.
package struct TilingPromise {
  /// A measure of tiles; it holds for every spatial axis and output.
  package enum Key: String, CaseIterable, Sendable {
    /// The cells of the input needed before or after a part, whichever are more.
    case halo
    case step
    case min
  }

  var bounds: [(key: Key, value: AttributeValue, number: ExpectedNumber)] = []

  static let rule = "must be true or a map of numbers and comparisons for halo, step and min"

  /// Reads `true` or a map of bounds; nil for anything else.
  init?(_ value: AttributeValue) {
    if value.content == .bool(true) { return }
    guard case .map(let entries) = value.content else { return nil }
    for entry in entries {
      guard let key = Key(rawValue: entry.key), let number = ExpectedNumber(entry.value) else { return nil }
      bounds.append((key, entry.value, number))
    }
  }
}

extension ExpectationCheck {
  mutating func checkTiling(_ value: AttributeValue) {
    guard let promise = TilingPromise(value) else {
      return report(.invalidExpectation("tiling", TilingPromise.rule, value, layer: nil))
    }
    guard let sized = graph.withExampleSizes() else { return }
    let certificate = TilingCertificate(sized)
    if let (letter, obstacle) = certificate.obstacle {
      return report(.notTileable(obstacle, axis: letter, in: sized, inputSpan: value.span, askedAt: value.span))
    }
    for bound in promise.bounds {
      guard let (actual, axis) = certificate.largest(bound.key), !bound.number.holds(for: actual) else { continue }
      report(
        .countExpectation(
          "tiling.\(bound.key.rawValue)", bound.value, promised: bound.number.phrase,
          actual: QuantityText.grouped(actual), replacement: bound.number.relation == .equal ? "\(actual)" : nil,
          contributors: blame(bound.key, axis: axis), layer: nil))
    }
  }

  /// The layers that make a measure large: those that widen what the first output sees, or that move by strides.
  private mutating func blame(_ key: TilingPromise.Key, axis: Int) -> [Label] {
    guard key == .step, let output = graph.outputs.first else {
      return graph.outputs.first.map { growth(of: $0.value, axis: axis, isTooSmall: false) } ?? []
    }
    let isNeeded = graph.isNeededForOutputs
    let strides = graph.nodeIDs.filter { isNeeded[$0.index] }.compactMap { id -> (node: NodeID, count: Int)? in
      guard let windowed = graph[id].operation as? any WindowedOperator, let input = graph[id].inputs.first,
        graph[output.value].type.shape?.rank == graph[input].type.shape?.rank
      else { return nil }
      let windows = windowed.windows(for: graph[input].type)
      guard windows.indices.contains(axis), windows[axis].stride > 1 else { return nil }
      return (id, windows[axis].stride)
    }
    return contributors(strides) { "a stride of \($0)" }
  }
}

extension TilingCertificate {
  /// The largest of a measure over axes and outputs, with its axis.
  fileprivate func largest(_ key: TilingPromise.Key) -> (measure: Int, axis: Int)? {
    let measures = axes.enumerated().flatMap { index, axis -> [(measure: Int, axis: Int)] in
      guard case .tileable(let rule) = axis.verdict else { return [] }
      return switch key {
      case .halo: rule.outputs.map { (max($0.haloBegin, $0.haloEnd), index) }
      case .step: [(rule.step, index)]
      case .min: [(rule.minimum, index)]
      }
    }
    return measures.max { $0.measure < $1.measure }
  }
}
