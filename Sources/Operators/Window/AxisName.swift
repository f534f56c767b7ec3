/// What the positions along one spatial axis are called in messages.
package struct AxisName: Hashable, Sendable {
  package let index: Int
  package let letter: String
  private let singular: String

  package init(_ axis: Int, of rank: Int) {
    index = axis
    let names = [("D", "slice"), ("H", "row"), ("W", "column")]
    (letter, singular) = rank == 1 ? ("L", "step") : names[3 - rank + axis]
  }

  /// A number of positions: `1 row`, `3 columns`.
  package func counted(_ count: Int) -> String { "\(count) \(singular)\(count == 1 ? "" : "s")" }

  package var plural: String { singular + "s" }

  /// The axes of an input with `rank` spatial ones: `[N, C, H, W]`.
  package static func layout(_ rank: Int) -> [String] { ["N", "C"] + (0..<rank).map { AxisName($0, of: rank).letter } }
}
