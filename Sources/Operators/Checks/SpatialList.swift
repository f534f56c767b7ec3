package import Graph

/// One value for all spatial axes, or a list with one for each in axis order, where the input decides how many there
/// are.
package enum SpatialList<Value: AttributeConvertible>: Hashable, Sendable {
  case all(Value)
  case each([Value])

  /// The values for a number of axes; nil when the list has another length.
  package func values(count: Int) -> [Value]? {
    switch self {
    case .all(let value): Array(repeating: value, count: count)
    case .each(let values): values.count == count ? values : nil
    }
  }

  /// Every value that is written.
  package var written: [Value] {
    switch self {
    case .all(let value): [value]
    case .each(let values): values
    }
  }
}

extension SpatialList: AttributeConvertible {
  package static var kind: AttributeKind { .perAxis(Value.kind, count: nil) }

  package init(_ value: AttributeValue) throws(AttributeProblem) {
    guard case .list(let items) = value.content else {
      self = .all(try Value(value))
      return
    }
    var values: [Value] = []
    for item in items { values.append(try Value(item)) }
    self = .each(values)
  }

  package var literal: AttributeLiteral {
    switch self {
    case .all(let value): value.literal
    case .each(let values): .list(values.map(\.literal))
    }
  }
}
