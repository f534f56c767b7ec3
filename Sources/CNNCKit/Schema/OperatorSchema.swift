import Formats
import Graph
import ModelSyntax
import Operators

/// The schemas of one operator: its attributes, and its values in a layer and in `defaults`.
struct OperatorSchema {
  /// By every name that a file can use.
  static let all: [(name: String, schema: OperatorSchema)] =
    (OperatorRegistry.all.map { $0.name } + OperatorRegistry.aliases.keys.sorted()).compactMap { name in
      OperatorRegistry.find(name).map { (name, OperatorSchema($0)) }
    }

  private let operation: any Operator.Type
  private let descriptions: [AttributeDescription]

  init(_ operation: any Operator.Type) {
    self.operation = operation
    descriptions = operation.attributeDescriptions
  }

  /// Attributes and common keys in a map, the shorthand of the primary attribute, or nothing.
  var layer: JSON {
    let names = descriptions.map(\.name) + CommonKey.allCases.map(\.rawValue)
    return [
      "description": .string(operation.summary),
      "if": ["type": "object"],
      "then": ["propertyNames": ["enum": .strings(names)], "allOf": [reference, ["$ref": "#/definitions/common"]]],
      "else": shorthand,
    ]
  }

  /// Attributes alone.
  var defaults: JSON {
    ["type": "object", "propertyNames": ["enum": .strings(descriptions.map(\.name))], "allOf": [reference]]
  }

  /// What each attribute accepts; which keys may stand beside them is the caller's.
  var attributes: JSON {
    let members = descriptions.map { attribute -> JSON.Member in
      let isRequired = attribute.isRequired ? "; required" : ""
      let description = JSON.Member("description", .string(attribute.summary + isRequired))
      return .init(attribute.name, .object([description] + (value(attribute).members ?? [])))
    }
    return ["properties": .object(members)]
  }

  /// What the definition of an operator's attributes is called.
  static func attributesName(of name: String) -> String { "attributes.\(name)" }

  private var reference: JSON { ["$ref": .string("#/definitions/\(Self.attributesName(of: operation.name))")] }

  private var shorthand: JSON {
    guard let primary = descriptions.first(where: { $0.name == operation.primaryAttribute }) else {
      return ["type": "null"]
    }
    return ["anyOf": [value(primary), ["type": "null"]]]
  }

  private func value(_ attribute: AttributeDescription) -> JSON {
    SchemaPart.value(attribute.kind, attribute.bounds)
  }
}
