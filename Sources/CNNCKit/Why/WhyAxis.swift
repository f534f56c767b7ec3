import Tensors

/// Axes of a layer's output that came to be in the same way.
struct WhyAxis: Sendable {
  var indices: [Int]
  var names: [String]
  var size: String
  var chain: WhyChain

  /// What an axis is called: `axis 2 (H)`; a letter is told where the shape is a map's.
  static func name(_ axis: Int, of shape: Shape?) -> String {
    letter(axis, of: shape).map { "axis \(axis) (\($0))" } ?? "axis \(axis)"
  }

  private static func letter(_ axis: Int, of shape: Shape?) -> String? {
    switch shape?.rank {
    case 3: ["N", "C", "L"][axis]
    case 4: ["N", "C", "H", "W"][axis]
    case 5: ["N", "C", "D", "H", "W"][axis]
    default: axis == 0 ? "N" : nil
    }
  }

  /// The axis that a user names by its letter or number; nil when the shape has none of this name.
  static func index(_ text: String, in shape: Shape) -> Int? {
    if let number = Int(text) {
      let index = number < 0 ? number + shape.rank : number
      return (0..<shape.rank).contains(index) ? index : nil
    }
    return (0..<shape.rank).first { letter($0, of: shape) == text.uppercased() }
  }
}
