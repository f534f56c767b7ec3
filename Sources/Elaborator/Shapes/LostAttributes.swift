import Diagnostics
import Graph
import Tensors

/// Works out what can be said of an operator whose attributes are partly lost to mistakes.
///
/// It tries values for the lost ones: sizes that change with them are not known, and a rule is broken for sure only if it
/// is broken whatever they are. So a mistake in an attribute that does not touch the shape hides nothing after it.
struct LostAttributes {
  private let configured: ConfiguredOperator

  init(_ configured: ConfiguredOperator) { self.configured = configured }

  /// Takes types and violations with the lost attributes at their defaults.
  func outcome(
    for inputs: [TensorType], _ types: [TensorType], _ violations: [Violation]
  ) -> ([TensorType], [Violation]) {
    var types = types
    var certain = violations
    for attribute in configured.lost {
      guard let values = LostAttributes.trials(for: attribute.kind) else {
        return ([TensorType](repeating: .unknown, count: types.count), [])
      }
      for value in values {
        var operation = configured.operation
        let place = AttributeValue(value, at: Span(SourceID(index: 0), 0..<0))
        guard (try? operation.set(attribute.name, to: place)) != nil else { continue }
        var found: [Violation] = []
        let other = operation.outputTypes(for: inputs, reporting: &found)
        types = zip(types, other).map(LostAttributes.common)
        certain = certain.filter { known in
          found.certain.contains { $0.code == known.code && $0.subject == known.subject }
        }
      }
    }
    return (types, certain)
  }

  /// What two types have in common.
  private static func common(_ a: TensorType, _ b: TensorType) -> TensorType {
    guard let x = a.shape, let y = b.shape, x.rank == y.rank else { return .unknown }
    return TensorType(Shape(zip(x.dimensions, y.dimensions).map { $0 == $1 ? $0 : .unknown }), a.dtype)
  }

  /// Values that tell whether an attribute matters; nil when it may change anything.
  private static func trials(for kind: AttributeKind) -> [AttributeLiteral]? {
    switch kind {
    case .bool: [.bool(false), .bool(true)]
    case .int: [.int(1), .int(2), .int(3)]
    case .number: [.float(0.5), .float(1), .float(2)]
    case .choice(let words): words.map(AttributeLiteral.string)
    case .perAxis(let element, _), .optional(let element): trials(for: element)
    case .either(let kinds): kinds.flatMap { trials(for: $0) ?? [] }
    case .string, .list, .layer: nil
    }
  }
}
