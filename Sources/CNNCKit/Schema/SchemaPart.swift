import Formats
import Graph

/// Small schemas that the larger ones are made of.
enum SchemaPart {
  static let identifierPattern: JSON = ["pattern": "^[A-Za-z_][A-Za-z0-9_]*$"]

  static func identifier(_ description: String) -> JSON {
    ["description": .string(description), "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_]*$"]
  }

  /// Any scalar that is not null: a text need not look like one.
  static func text(_ description: String) -> JSON {
    ["description": .string(description), "type": ["string", "number", "boolean"]]
  }

  /// A map whose keys are not fixed.
  static func map(_ description: String, names: JSON? = nil, values: JSON = true) -> JSON {
    var members: [JSON.Member] = [.init("description", .string(description)), .init("type", "object")]
    if let names { members.append(.init("propertyNames", names)) }
    return .object(members + [.init("additionalProperties", values)])
  }

  static func words<Choice: AttributeChoice>(_: Choice.Type) -> JSON {
    .strings(Choice.allCases.map(\.rawValue))
  }

  /// A value, or an expression that makes it.
  static func orExpression(_ schema: JSON) -> JSON { ["anyOf": [schema, ["$ref": "#/definitions/expression"]]] }

  /// Whatever an attribute accepts, or an expression that makes it; bounds hold for every number in it.
  static func value(_ kind: AttributeKind, _ bounds: AttributeBounds) -> JSON {
    ["anyOf": .array(alternatives(kind, bounds) + [["$ref": "#/definitions/expression"]])]
  }

  private static func alternatives(_ kind: AttributeKind, _ bounds: AttributeBounds) -> [JSON] {
    switch kind {
    case .bool: [["type": "boolean"]]
    case .int(let minimum): [number("integer", AttributeBounds(minimum.map(Double.init)).merging(bounds))]
    case .number: [number("number", bounds)]
    case .string, .layer: [["type": ["string", "number", "boolean"]]]
    case .choice(let words): [["enum": .strings(words)]]
    case .perAxis(let element, let count):
      alternatives(element, bounds) + [
        [
          "type": "array", "items": value(element, bounds), "minItems": .int(count ?? 1), "maxItems": .int(count ?? 3),
        ]
      ]
    case .list(let element): [["type": "array", "items": value(element, bounds)]]
    case .either(let kinds): kinds.flatMap { alternatives($0, bounds) }
    case .optional(let kind): alternatives(kind, bounds) + [["type": "null"]]
    }
  }

  private static func number(_ type: String, _ bounds: AttributeBounds) -> JSON {
    var members: [JSON.Member] = [.init("type", .string(type))]
    if let minimum = bounds.minimum {
      members.append(.init(bounds.excludesMinimum ? "exclusiveMinimum" : "minimum", json(minimum)))
    }
    if let maximum = bounds.maximum { members.append(.init("maximum", json(maximum))) }
    return .object(members)
  }

  private static func json(_ number: Double) -> JSON { Int(exactly: number).map(JSON.int) ?? .double(number) }
}

extension AttributeBounds {
  /// Both conditions, as far as one says nothing where the other does.
  fileprivate func merging(_ other: AttributeBounds) -> AttributeBounds {
    AttributeBounds(
      other.minimum ?? minimum, other.maximum ?? maximum,
      excludesMinimum: other.minimum == nil ? excludesMinimum : other.excludesMinimum)
  }
}
