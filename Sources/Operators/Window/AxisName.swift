/// What the positions along one spatial axis are called in messages.
struct AxisName: Hashable, Sendable {
  let index: Int
  let letter: String
  private let singular: String

  init(_ axis: Int, of rank: Int) {
    index = axis
    let names = [("D", "slice"), ("H", "row"), ("W", "column")]
    (letter, singular) = rank == 1 ? ("L", "step") : names[3 - rank + axis]
  }

  /// A number of positions: `1 row`, `3 columns`.
  func counted(_ count: Int) -> String { "\(count) \(singular)\(count == 1 ? "" : "s")" }

  var plural: String { singular + "s" }

  /// The axes of an input with `rank` spatial ones: `[N, C, H, W]`.
  static func layout(_ rank: Int) -> [String] { ["N", "C"] + (0..<rank).map { AxisName($0, of: rank).letter } }
}
