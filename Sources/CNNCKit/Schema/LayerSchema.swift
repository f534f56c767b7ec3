import Analysis
import Elaborator
import Formats
import Graph
import ModelSyntax

/// The schemas of layers: a name, or a map with exactly one operator, combinator or block and the common keys.
enum LayerSchema {
  /// Where a known operator or combinator stands in the map, its schema holds and no other key but the common ones.
  static var layer: JSON {
    let known = Combinator.allCases.map(\.rawValue) + OperatorSchema.all.map(\.name)
    return [
      "description": "A layer: an operator, a block or a combinator.",
      "if": ["type": "object"],
      "then": [
        "not": ["propertyNames": ["$ref": "#/definitions/commonKey"]],
        "allOf": .array([["$ref": "#/definitions/common"]] + known.map(condition)),
      ],
      "else": ["type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_]*$"],
    ]
  }

  private static func condition(_ name: String) -> JSON {
    [
      "if": ["required": .strings([name])],
      "then": [
        "properties": .object([.init(name, ["$ref": .string("#/definitions/\(name)")])]),
        "propertyNames": ["anyOf": [["const": .string(name)], ["$ref": "#/definitions/commonKey"]]],
      ],
    ]
  }

  /// The common keys, of which `repeat` and `each` are two ways to say one thing.
  static var common: JSON {
    [
      "properties": .object(CommonKey.allCases.map { .init($0.rawValue, value($0)) }),
      "not": ["required": .strings([CommonKey.repeat, .each].map(\.rawValue))],
    ]
  }

  private static func value(_ key: CommonKey) -> JSON {
    switch key {
    case .name: SchemaPart.text("The layer's name, a part of the names of its weights.")
    case .from:
      [
        "description": "The layer that is read, or a list of them, in place of the layer before.",
        "type": ["string", "number", "boolean", "array"],
      ]
    case .when:
      ["description": "Whether the layer is there.", "type": ["string", "boolean"]]
    case .repeat:
      [
        "description": "How many times the layer stands here.",
        "anyOf": [["type": "integer", "minimum": 0], ["$ref": "#/definitions/expression"]],
      ]
    case .each:
      SchemaPart.map(
        "Lists that variables run through together.", names: SchemaPart.identifierPattern,
        values: ["type": ["array", "string"]])
    case .expect:
      [
        "description": "The shape of the layer's output, or facts about the layer.",
        "if": ["type": "object"], "then": ["$ref": "#/definitions/layerExpect"], "else": ["type": ["array", "string"]],
      ]
    case .doc: SchemaPart.text("What the layer is for.")
    case .freeze: ["description": "Whether training leaves its weights alone.", "type": ["boolean", "string"]]
    }
  }

  /// The combinators' values.
  static var combinators: [JSON.Member] { Combinator.allCases.map { .init($0.rawValue, combinator($0)) } }

  private static func combinator(_ combinator: Combinator) -> JSON {
    switch combinator {
    case .sequential: ["description": "A scope of layers.", "$ref": "#/definitions/layers"]
    case .residual:
      [
        "description": "join(body(x), shortcut(x)); no shortcut is the identity.",
        "if": ["type": "object"],
        "then": map(
          ResidualKey.allCases.map { key in
            switch key {
            case .body, .shortcut: .init(key.rawValue, ["$ref": "#/definitions/layers"])
            case .join: .init(key.rawValue, ["enum": .strings(Join.binary.map(\.rawValue))])
            }
          }, required: [ResidualKey.body.rawValue]),
        "else": ["$ref": "#/definitions/layers"],
      ]
    case .parallel:
      map(
        ParallelKey.allCases.map { key in
          switch key {
          case .branches: .init(key.rawValue, branches)
          case .join: .init(key.rawValue, ["enum": .strings(Join.allCases.map(\.rawValue))])
          case .axis: .init(key.rawValue, SchemaPart.orExpression(["type": "integer"]))
          }
        }, required: [ParallelKey.branches.rawValue])
    }
  }

  private static var branches: JSON {
    [
      "description": "Lists of layers that read the same input; an empty one is the identity.",
      "type": ["array", "object"],
      "items": ["$ref": "#/definitions/layers"],
      "propertyNames": SchemaPart.identifierPattern,
      "additionalProperties": ["$ref": "#/definitions/layers"],
    ]
  }

  private static func map(_ members: [JSON.Member], required: [String]) -> JSON {
    [
      "type": "object", "properties": .object(members), "required": .strings(required),
      "propertyNames": ["enum": .strings(members.map(\.key) + CommonKey.allCases.map(\.rawValue))],
      "allOf": [["$ref": "#/definitions/common"]],
    ]
  }

  /// What `expect` can say.
  static func expectations(_ expectations: [Expectation]) -> JSON {
    let members = expectations.map { expectation -> JSON.Member in
      let value: JSON =
        switch expectation {
        case .output: ["type": ["array", "string"]]
        case .outputs, .shapes: ["type": "object", "additionalProperties": ["type": ["array", "string"]]]
        case .receptiveField: ["type": ["integer", "string", "array"]]
        case .params, .trainableParams, .macs, .flops, .weightBytes, .activationBytes, .trainBytes, .depth:
          ["type": ["integer", "number", "string"]]
        case .causal: ["type": "string"]
        case .tiling:
          [
            "type": ["boolean", "object"], "additionalProperties": false,
            "properties": .object(
              TilingPromise.Key.allCases.map { .init($0.rawValue, ["type": ["integer", "string"]]) }),
          ]
        }
      return .init(expectation.rawValue, value)
    }
    return ["type": "object", "properties": .object(members), "additionalProperties": false]
  }
}
