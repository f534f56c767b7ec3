import Graph

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
      let actual = certificate.measures(bound.key).max() ?? 0
      guard !bound.number.holds(for: actual) else { continue }
      report(
        .countExpectation(
          "tiling.\(bound.key.rawValue)", bound.value, promised: bound.number.phrase,
          actual: QuantityText.grouped(actual), replacement: bound.number.relation == .equal ? "\(actual)" : nil,
          contributors: [], layer: nil))
    }
  }
}

extension TilingCertificate {
  /// A measure of each axis and output.
  fileprivate func measures(_ key: TilingPromise.Key) -> [Int] {
    axes.flatMap { axis -> [Int] in
      guard case .tileable(let rule) = axis.verdict else { return [] }
      return switch key {
      case .halo: rule.outputs.map { max($0.haloBegin, $0.haloEnd) }
      case .step: [rule.step]
      case .min: [rule.minimum]
      }
    }
  }
}
