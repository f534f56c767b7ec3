/// Sets attributes of one kind of operator, many at a time, with its declarations read once.
package struct AttributeSetter: Sendable {
  private let apply: @Sendable (inout any Operator, [(name: String, value: AttributeValue)]) -> [Int: AttributeProblem]

  package init<Op: Operator>(_ type: Op.Type) {
    let attributes = Op.attributes
    let names = attributes.map(\.description.name)
    apply = { operation, values in
      guard var own = operation as? Op else { preconditionFailure("a setter gets operators of its own kind") }
      var problems: [Int: AttributeProblem] = [:]
      for (index, (name, value)) in values.enumerated() {
        guard let place = names.firstIndex(of: name) else { continue }
        do throws(AttributeProblem) {
          try attributes[place].read(&own, value)
        } catch {
          problems[index] = error
        }
      }
      operation = own
      return problems
    }
  }

  /// Sets the attributes that have one of the names; problems come by the index of their value.
  package func set(
    _ values: [(name: String, value: AttributeValue)], on operation: inout any Operator
  ) -> [Int: AttributeProblem] {
    apply(&operation, values)
  }
}
