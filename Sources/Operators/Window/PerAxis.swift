package import Graph

/// One integer for each of `rank` spatial axes, written as one for all or as a list in axis order.
package struct PerAxis<let rank: Int>: Hashable, Sendable {
  package let values: [Int]

  package init(_ value: Int) { values = Array(repeating: value, count: rank) }

  /// One value for each axis; the caller gives exactly `rank`.
  package init(values: [Int]) {
    precondition(values.count == rank, "one value for each axis")
    self.values = values
  }

  package subscript(_ axis: Int) -> Int { values[axis] }
}

extension PerAxis: AttributeConvertible {
  package static var kind: AttributeKind { .perAxis(.int(minimum: nil), count: rank) }

  package init(_ value: AttributeValue) throws(AttributeProblem) {
    switch value.content {
    case .list(let items):
      guard items.count == rank else { throw AttributeProblem(rule: Self.rule, value: value) }
      var values: [Int] = []
      for item in items { values.append(try SpatialSize.read(item, rule: Self.rule)) }
      self.init(values: values)
    default: self.init(try SpatialSize.read(value, rule: Self.rule))
    }
  }

  package var literal: AttributeLiteral {
    Set(values).count == 1 ? .int(values[0]) : .list(values.map { .int($0) })
  }

  private static var rule: String {
    rank == 1 ? "must be one integer" : "must be one integer or a list of \(rank), one for each spatial axis"
  }
}

/// The integers that windows are made of.
enum SpatialSize {
  /// Far beyond every real network and small enough that no sum or product of a few overflows.
  static let maximum = 1 << 20

  static func read(_ value: AttributeValue, rule: @autoclosure () -> String) throws(AttributeProblem) -> Int {
    guard case .int(let number) = value.content else { throw AttributeProblem(rule: rule(), value: value) }
    guard number <= maximum, number >= -maximum else {
      throw AttributeProblem(rule: "must be at most \(maximum)", value: value)
    }
    return number
  }
}

extension AttributeConstraint {
  /// A lower bound for every axis.
  package static func atLeast<let rank: Int>(_ minimum: Int) -> Self where Value == PerAxis<rank> {
    Self("must be at least \(minimum)", bounds: AttributeBounds(Double(minimum))) {
      $0.values.allSatisfy { $0 >= minimum }
    }
  }

  /// A lower bound for every axis, where a value is given.
  package static func atLeast<let rank: Int>(_ minimum: Int) -> Self where Value == PerAxis<rank>? {
    Self("must be at least \(minimum)", bounds: AttributeBounds(Double(minimum))) {
      $0?.values.allSatisfy { $0 >= minimum } ?? true
    }
  }
}
