import Diagnostics
package import Graph
package import Tensors

/// What a windowed operator reads beyond the borders of its input.
package enum Padding<let rank: Int>: Hashable, Sendable {
  /// As much as gives `ceil(in / stride)` outputs, the odd cell at the end (TensorFlow and ONNX SAME_UPPER).
  case same
  /// None.
  case valid
  /// All at the beginning, `dilation * (kernel_size - 1)`, so that no output sees a later input; 1-d only.
  case causal
  /// One pair for each axis.
  case explicit([Border])

  /// The cells before the first and after the last of one axis.
  package struct Border: Hashable, Sendable {
    package var begin: Int
    package var end: Int

    package init(begin: Int, end: Int) {
      self.begin = begin
      self.end = end
    }
  }

  /// The same at both ends of every axis.
  package init(_ cells: Int) {
    self = .explicit(Array(repeating: Border(begin: cells, end: cells), count: rank))
  }

  /// The border of one axis for a window that covers `extent` cells and moves by `stride`.
  ///
  /// `same` depends on the size of the input; for one that is not a number, it is that of a multiple of the stride.
  package func border(axis: Int, extent: Int, stride: Int, size: Dimension) -> Border {
    switch self {
    case .valid: return Border(begin: 0, end: 0)
    case .causal: return Border(begin: extent - 1, end: 0)
    case .explicit(let borders): return borders[axis]
    case .same:
      let rest = size.value.map { $0 % stride } ?? 0
      let total = max(extent - (rest <= 0 ? stride : rest), 0)
      return Border(begin: total / 2, end: total - total / 2)
    }
  }
}

extension Padding: AttributeConvertible {
  package static var kind: AttributeKind {
    .either([.perAxis(.int(minimum: 0), count: rank), .list(.list(.int(minimum: 0))), .choice(words)])
  }

  package init(_ value: AttributeValue) throws(AttributeProblem) {
    switch value.content {
    case .string("same"): self = .same
    case .string("valid"): self = .valid
    case .string("causal") where rank == 1: self = .causal
    case .string(let word):
      let near = Suggestion.nearest(to: word, among: Self.words)
      throw AttributeProblem(rule: Self.rule, value: value, suggestions: near)
    case .list(let items):
      guard items.count == rank else { throw AttributeProblem(rule: Self.rule, value: value) }
      var borders: [Border] = []
      for item in items { borders.append(try Self.border(item)) }
      self = .explicit(borders)
    default: self.init(try Self.cells(value))
    }
  }

  package var literal: AttributeLiteral {
    switch self {
    case .same: return .string("same")
    case .valid: return .string("valid")
    case .causal: return .string("causal")
    case .explicit(let borders):
      guard borders.allSatisfy({ $0.begin == $0.end }) else {
        return .list(borders.map { .list([.int($0.begin), .int($0.end)]) })
      }
      return Set(borders).count == 1 ? .int(borders[0].begin) : .list(borders.map { .int($0.begin) })
    }
  }

  private static var words: [String] { rank == 1 ? ["same", "valid", "causal"] : ["same", "valid"] }

  private static var rule: String {
    let list = rank == 1 ? "[[begin, end]]" : "a list of \(rank) integers or of \(rank) pairs [begin, end]"
    return "must be an integer, \(list), \(words.dropLast().joined(separator: ", ")) or \(words[words.count - 1])"
  }

  private static func border(_ value: AttributeValue) throws(AttributeProblem) -> Border {
    guard case .list(let pair) = value.content else {
      let both = try cells(value)
      return Border(begin: both, end: both)
    }
    guard pair.count == 2 else { throw AttributeProblem(rule: rule, value: value) }
    return Border(begin: try cells(pair[0]), end: try cells(pair[1]))
  }

  private static func cells(_ value: AttributeValue) throws(AttributeProblem) -> Int {
    let cells = try SpatialSize.read(value, rule: rule)
    guard cells >= 0 else { throw AttributeProblem(rule: "must be at least 0", value: value) }
    return cells
  }
}
