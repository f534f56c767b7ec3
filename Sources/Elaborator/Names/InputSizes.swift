import Graph
import ModelSyntax
import Tensors

/// The names by which expressions read the sizes of a layer's input: `in_channels`, `in_height`, ...
package enum InputSizes {
  package static let names = ["in_channels", "in_length", "in_depth", "in_height", "in_width"]

  /// What a name says about an input; nil for other names.
  static func answer(_ name: String, for input: TensorType?) -> ExpressionScope.Answer? {
    guard names.contains(name) else { return nil }
    guard let shape = input?.shape else { return .poisoned }
    let what = name.dropFirst(3)
    guard let axis = axis(of: name, rank: shape.rank) else {
      return .unavailable("the input \(shape) has no \(what)")
    }
    switch shape[axis] {
    case .known(let size): return .value(.int(size))
    case .unknown, .overflow: return .poisoned
    case .symbolic(let size):
      let symbols = size.symbols.sorted().map { "--shape \($0)=..." }.joined(separator: " ")
      return .unavailable("the \(what) of the input is \(size), which is a number only with \(symbols)")
    }
  }

  private static func axis(of name: String, rank: Int) -> Int? {
    switch (name, rank) {
    case ("in_channels", 2...): 1
    case ("in_length", 3), ("in_depth", 5), ("in_height", 4): 2
    case ("in_width", 4), ("in_height", 5): 3
    case ("in_width", 5): 4
    default: nil
    }
  }
}
