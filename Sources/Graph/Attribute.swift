/// One attribute of an operator: its name, where it is stored, what it accepts, and one line about it.
///
/// Reading, the JSON Schema, the reference pages, `explain` and suggestions are derived from these declarations.
package struct Attribute<Op>: Sendable {
  package let description: AttributeDescription
  let read: @Sendable (inout Op, AttributeValue) throws(AttributeProblem) -> Void
  let literal: @Sendable (Op) -> AttributeLiteral

  /// Declares an attribute stored at a key path; a required one has no usable default.
  package init<Value: AttributeConvertible>(
    _ name: String, _ path: any WritableKeyPath<Op, Value> & Sendable, required: Bool = false,
    _ constraint: AttributeConstraint<Value> = .any, _ summary: String
  ) {
    description = AttributeDescription(
      name: name, kind: Value.kind, isRequired: required, rule: constraint.rule, bounds: constraint.bounds,
      summary: summary)
    read = { (op: inout Op, value: AttributeValue) throws(AttributeProblem) in
      let converted = try Value(value)
      guard constraint.holds(converted) else {
        throw AttributeProblem(rule: constraint.rule ?? "is out of range", value: value)
      }
      op[keyPath: path] = converted
    }
    literal = { op in op[keyPath: path].literal }
  }
}

/// What an attribute declares, without its operator's type.
package struct AttributeDescription: Hashable, Sendable {
  package let name: String
  package let kind: AttributeKind
  package let isRequired: Bool
  /// The constraint beyond the kind: `must be at least 1`.
  package let rule: String?
  /// The part of the constraint that holds for every number in the value.
  package let bounds: AttributeBounds
  package let summary: String
}

/// The least and the largest number that an attribute takes, where there is one.
package struct AttributeBounds: Hashable, Sendable {
  package var minimum: Double?
  package var maximum: Double?
  /// Whether the minimum itself is too small.
  package var excludesMinimum: Bool

  package init(_ minimum: Double? = nil, _ maximum: Double? = nil, excludesMinimum: Bool = false) {
    self.minimum = minimum
    self.maximum = maximum
    self.excludesMinimum = excludesMinimum
  }
}

/// A condition on an attribute alone; conditions that need the input belong to the shape rule.
package struct AttributeConstraint<Value>: Sendable {
  let rule: String?
  let bounds: AttributeBounds
  let holds: @Sendable (Value) -> Bool

  /// A condition with its wording, which follows the attribute's name: `must be at least 1`.
  ///
  /// The bounds are what editors are told of it; the condition checks them itself.
  package init(
    _ rule: String?, bounds: AttributeBounds = AttributeBounds(), _ holds: @escaping @Sendable (Value) -> Bool
  ) {
    self.rule = rule
    self.bounds = bounds
    self.holds = holds
  }

  package static var any: Self { Self(nil) { _ in true } }
}

extension AttributeConstraint where Value == Int {
  package static func atLeast(_ minimum: Int) -> Self {
    Self("must be at least \(minimum)", bounds: AttributeBounds(Double(minimum))) { $0 >= minimum }
  }
}

extension AttributeConstraint where Value == Int? {
  package static func atLeast(_ minimum: Int) -> Self {
    Self("must be at least \(minimum)", bounds: AttributeBounds(Double(minimum))) { $0 ?? minimum >= minimum }
  }
}

extension AttributeConstraint where Value == Double {
  package static func within(_ range: ClosedRange<Double>) -> Self {
    Self(
      "must be from \(range.lowerBound) to \(range.upperBound)",
      bounds: AttributeBounds(range.lowerBound, range.upperBound)
    ) { range.contains($0) }
  }
  package static var positive: Self {
    Self("must be above 0", bounds: AttributeBounds(0, excludesMinimum: true)) { $0 > 0 }
  }
}
