import Analysis
import Diagnostics
import Glibc
import Tensors

/// The scores of classes as bars, the best first.
///
/// Scores that are not probabilities already are shown as their softmax.
struct ScoreBars {
  private let labels: [String]
  private let count: Int
  /// For each sample the probability of each class.
  private let samples: [[Double]]

  private static let defaultCount = 5
  private static let sampleLimit = 16
  private static let barColumns = 30

  /// nil when the tensor is no list of class scores: not `[N, K]`, or neither labels nor a number of classes are given.
  init?(_ tensor: Tensor, labels: [String], top: Int?) {
    guard tensor.dtype == .float32, tensor.sizes.count == 2, tensor.sizes[1] > 1, tensor.sizes[0] > 0 else {
      return nil
    }
    let classes = tensor.sizes[1]
    guard top != nil || labels.count == classes else { return nil }
    self.labels = labels.count == classes ? labels : (0..<classes).map { "\($0)" }
    count = min(top ?? Self.defaultCount, classes)
    let values = tensor.floats
    samples = (0..<min(tensor.sizes[0], Self.sampleLimit)).map { sample in
      Self.probabilities(values[sample * classes..<(sample + 1) * classes].map(Double.init))
    }
    hidden = tensor.sizes[0] - samples.count
  }

  private let hidden: Int

  func text(style: TextStyle) -> String {
    var text = ""
    for (number, scores) in samples.enumerated() {
      if number > 0 { text += "\n" }
      if samples.count > 1 { text += "sample \(number)\n" }
      text += bars(scores, style)
    }
    return hidden > 0 ? text + "\n... and \(hidden) more samples\n" : text
  }

  private func bars(_ scores: [Double], _ style: TextStyle) -> String {
    let best = scores.indices.sorted { (Self.rank(scores[$0]), $1) > (Self.rank(scores[$1]), $0) }.prefix(count)
    let width = best.map { TerminalText.width(of: TerminalText.visible(labels[$0])) }.max() ?? 0
    var text = ""
    for (place, index) in best.enumerated() {
      let score = scores[index]
      let columns = score.isFinite ? Int((score * Double(Self.barColumns)).rounded()) : 0
      let bar = String(repeating: "█", count: columns) + String(repeating: "░", count: Self.barColumns - columns)
      let label = TerminalText.padded(TerminalText.visible(labels[index]), to: width)
      let number = score.isFinite ? QuantityText.decimal(100 * score, digits: 1) + " %" : "\(score)"
      let line = "\(label)  \(bar) \(TerminalText.padded(number, to: 7, alignedRight: true))"
      text += style.paint(line, as: place == 0 ? .emphasis : .plain) + "\n"
    }
    return text
  }

  /// NaN after every number.
  private static func rank(_ score: Double) -> Double { score.isNaN ? -.infinity : score }

  private static func probabilities(_ scores: [Double]) -> [Double] {
    let isDistribution = scores.allSatisfy { (0...1).contains($0) } && abs(scores.reduce(0, +) - 1) < 1e-3
    if isDistribution { return scores }
    let largest = scores.max() ?? 0
    let powers = scores.map { exp($0 - largest) }
    let sum = powers.reduce(0, +)
    return powers.map { $0 / sum }
  }
}
