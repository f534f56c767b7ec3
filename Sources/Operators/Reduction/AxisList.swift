package import Graph
import Tensors

/// One axis or several, which count from the end as negative numbers.
package enum AxisList: Hashable, Sendable {
  case one(Int)
  case several([Int])

  /// The axes as they are written.
  package var written: [Int] {
    switch self {
    case .one(let axis): [axis]
    case .several(let axes): axes
    }
  }
}

extension AxisList: AttributeConvertible {
  package static var kind: AttributeKind { .either([.int(minimum: nil), .list(.int(minimum: nil))]) }

  package init(_ value: AttributeValue) throws(AttributeProblem) {
    switch value.content {
    case .int(let axis): self = .one(axis)
    case .list: self = .several(try [Int](value))
    default: throw AttributeProblem(rule: "must be an axis or a list of axes", value: value)
    }
  }

  package var literal: AttributeLiteral {
    switch self {
    case .one(let axis): .int(axis)
    case .several(let axes): .list(axes.map { .int($0) })
    }
  }
}

extension AttributeConstraint where Value == AxisList? {
  package static var notEmpty: Self {
    Self("must name at least one axis") { axes in axes.map { !$0.written.isEmpty } ?? true }
  }
}
