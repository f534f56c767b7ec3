package import Graph

/// The cells that are added around the spatial axes: one number for all, or for each axis a number or a pair.
package struct Borders: Hashable, Sendable {
  /// The cells before the first and after the last of one axis.
  package struct Pair: AttributeConvertible {
    package var begin: Int
    package var end: Int

    package init(begin: Int, end: Int) {
      self.begin = begin
      self.end = end
    }

    package static var kind: AttributeKind { .either([.int(minimum: 0), .list(.int(minimum: 0))]) }

    package init(_ value: AttributeValue) throws(AttributeProblem) {
      var ends = [value, value]
      if case .list(let items) = value.content { ends = items }
      guard ends.count == 2 else { throw AttributeProblem(rule: Borders.rule, value: value) }
      begin = try SpatialSize.read(ends[0], rule: Borders.rule)
      end = try SpatialSize.read(ends[1], rule: Borders.rule)
    }

    package var literal: AttributeLiteral { begin == end ? .int(begin) : .list([.int(begin), .int(end)]) }
  }

  package var pairs: SpatialList<Pair>

  package init(_ cells: Int) { pairs = .all(Pair(begin: cells, end: cells)) }

  static let rule = "must be an integer, or a list with an integer or a pair [begin, end] for each spatial axis"
}

extension Borders: AttributeConvertible {
  package static var kind: AttributeKind { SpatialList<Pair>.kind }
  package init(_ value: AttributeValue) throws(AttributeProblem) { pairs = try SpatialList(value) }
  package var literal: AttributeLiteral { pairs.literal }
}

extension AttributeConstraint<Borders> {
  static var noneNegative: Self {
    Self("must be at least 0", bounds: AttributeBounds(0)) {
      $0.pairs.written.allSatisfy { $0.begin >= 0 && $0.end >= 0 }
    }
  }
}
