import Diagnostics
import ModelSyntax

/// Attributes that a layer leaves at their defaults and that change its output's size.
struct AbsentAttributes {
  let list: AttributeList
  let sources: SourceMap

  /// Values to try, each somewhat less plausible than another number at the same place.
  func candidates(proximity: Double) -> [RepairCandidate] {
    guard proximity > 0 else { return [] }
    var entries = [("stride", "2"), ("output_padding", "1")]
    if let kernel = list.kernelSize, kernel > 2 { entries.append(("padding", "\((kernel - 1) / 2)")) }
    entries += outputPaddings.map { ("output_padding", $0) }
    return entries.filter { list.known.contains($0.0) && !list.names.contains($0.0) }.map {
      candidate("\($0): \($1)", score: proximity - 1)
    }
  }

  /// The rounding of a pool, where it is joined with what was rounded otherwise.
  var rounding: RepairCandidate? {
    guard list.known.contains("ceil_mode") else { return nil }
    guard let written = list.rounding else { return candidate("rounding: ceil", score: Self.roundingScore) }
    let other: String
    switch written.content {
    case .string("ceil"): other = "floor"
    case .string: other = "ceil"
    case .bool(let isCeil): other = "\(!isCeil)"
    default: return nil
    }
    let name = if case .bool = written.content { "ceil_mode" } else { "rounding" }
    return RepairCandidate(
      Fix("change \(name) to \(other)", safety: .unsafe, edits: [Edit(written.span, other)]),
      score: Self.roundingScore)
  }

  /// Above what a rule itself proposes: that would change the input for the sake of one pool.
  private static let roundingScore = 13.0

  private func candidate(_ entry: String, score: Double) -> RepairCandidate {
    let edit = sources.insertion(of: [entry], intoMap: list.span, isFlow: list.isFlow)
    var candidate = RepairCandidate(Fix("add \(entry)", safety: .unsafe, edits: [edit]), score: score)
    candidate.label = Label(list.keyword, "\(entry) here mends it")
    return candidate
  }

  /// One more cell along some of several axes.
  private var outputPaddings: [String] {
    guard let rank = ["2d": 2, "3d": 3][String(list.operation.suffix(2))] else { return [] }
    return (1..<(1 << rank) - 1).map { mask in
      "[" + (0..<rank).map { mask >> (rank - 1 - $0) & 1 == 1 ? "1" : "0" }.joined(separator: ", ") + "]"
    }
  }
}
