import Diagnostics
package import Graph
package import Tensors

/// What an operator makes of attributes as a file writes them, and of input types.
struct OperatorProbe {
  var shapes: [Shape?]
  var dtypes: [DType]
  /// Rules that are broken for sure.
  var violations: [Violation]
  /// What must hold of sizes with symbols.
  var demands: [String]

  var codes: [String] { violations.map(\.code.name) }
  var shape: String { shapes.first.flatMap { $0 }?.description ?? "[?]" }

  init(
    _ type: any Operator.Type, _ attributes: [String: AttributeLiteral] = [:], on inputs: [TensorType]
  ) throws(AttributeProblem) {
    let operation = try Self.make(type, attributes)
    var violations: [Violation] = []
    let outputs = operation.outputTypes(for: inputs, reporting: &violations)
    shapes = outputs.map(\.shape)
    dtypes = outputs.map(\.dtype)
    self.violations = violations.certain
    demands = violations.compactMap { $0.demand?.condition.description }
  }

  init(
    _ type: any Operator.Type, _ attributes: [String: AttributeLiteral] = [:], on inputs: Shape...
  ) throws(AttributeProblem) {
    try self.init(type, attributes, on: inputs.map { TensorType($0) })
  }

  /// An operator with some attributes set.
  static func make(
    _ type: any Operator.Type, _ attributes: [String: AttributeLiteral] = [:]
  ) throws(AttributeProblem) -> any Operator {
    var operation = type.init()
    for (name, literal) in attributes.sorted(by: { $0.key < $1.key }) {
      let found: Void? = try operation.set(name, to: value(literal))
      precondition(found != nil, "'\(type.name)' has an attribute '\(name)'")
    }
    return operation
  }

  static func value(_ literal: AttributeLiteral) -> AttributeValue {
    let content: AttributeValue.Content =
      switch literal {
      case .null: .null
      case .bool(let value): .bool(value)
      case .int(let value): .int(value)
      case .float(let value): .float(value)
      case .string(let value): .string(value)
      case .list(let values): .list(values.map(value))
      }
    return AttributeValue(content, at: Span(SourceID(index: 0), 0..<0))
  }
}

/// The rule that a value of an attribute breaks; nil when it is accepted.
func rule(_ type: any Operator.Type, _ attribute: String, _ literal: AttributeLiteral) -> String? {
  do throws(AttributeProblem) {
    _ = try OperatorProbe.make(type, [attribute: literal])
    return nil
  } catch {
    return error.rule
  }
}

extension AttributeLiteral: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByStringLiteral, ExpressibleByArrayLiteral, ExpressibleByNilLiteral
{
  package init(integerLiteral value: Int) { self = .int(value) }
  package init(floatLiteral value: Double) { self = .float(value) }
  package init(booleanLiteral value: Bool) { self = .bool(value) }
  package init(stringLiteral value: String) { self = .string(value) }
  package init(arrayLiteral elements: AttributeLiteral...) { self = .list(elements) }
  package init(nilLiteral: ()) { self = .null }
}

extension Shape: ExpressibleByArrayLiteral {
  package init(arrayLiteral elements: Dimension...) { self.init(elements) }
}

extension Dimension: ExpressibleByStringLiteral {
  package init(stringLiteral name: String) { self = .symbol(name) }
}
