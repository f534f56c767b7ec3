import Analysis
import Diagnostics
import Elaborator
package import Formats
import Graph
import ModelSyntax
import Operators
import Tensors

/// The JSON Schema (draft-07) of model files, for editors: what `check` says without looking at shapes.
///
/// It accepts everything that `check` accepts, and names the wrong key or value of a layer, since every operator has a
/// schema of its own that applies where the operator's name stands. Names of blocks and layers, expressions and shapes
/// are beyond it. A file of blocks alone, which others include, is checked like the part of a model that it is.
package enum ModelSchema {
  package static let json: JSON = [
    "$schema": "http://json-schema.org/draft-07/schema#",
    "title": "cnnc model, version 1",
    "description": "A convolutional network for cnnc, made by 'cnnc schema'.",
    "type": "object",
    "if": [
      "required": .strings([ModelKey.blocks.rawValue]), "not": ["required": .strings([ModelKey.layers.rawValue])],
    ],
    "else": [
      "required": .strings([ModelKey.cnnc, .model, .layers].map(\.rawValue)),
      "oneOf": [["required": ["input"]], ["required": ["inputs"]]],
    ],
    "properties": .object(ModelKey.allCases.map { .init($0.rawValue, section($0)) }),
    "additionalProperties": false,
    "definitions": .object(definitions),
  ]

  private static func section(_ key: ModelKey) -> JSON {
    switch key {
    case .cnnc: ["description": "The version of the language.", "const": 1]
    case .model: SchemaPart.identifier("The model's name.")
    case .doc: SchemaPart.text("What the model is, in prose.")
    case .params:
      SchemaPart.map("Named constants, changed by --set name=value.", names: SchemaPart.identifierPattern)
    case .input: ["description": "The shape of the only input.", "$ref": "#/definitions/input"]
    case .inputs:
      SchemaPart.map("Inputs by name.", names: SchemaPart.identifierPattern, values: ["$ref": "#/definitions/input"])
    case .defaults: defaults
    case .blocks:
      SchemaPart.map(
        "Reusable lists of layers.", names: SchemaPart.identifierPattern, values: ["$ref": "#/definitions/block"])
    case .include:
      ["description": "Files whose blocks are added.", "type": "array", "items": ["type": "string"]]
    case .layers: ["description": "The network.", "$ref": "#/definitions/layers"]
    case .outputs:
      [
        "description": "Names of layers, or {alias: name}; the last layer by default.",
        "type": ["string", "array", "object"],
        "items": ["type": ["string", "object"], "additionalProperties": ["type": "string"]],
        "additionalProperties": ["type": "string"],
      ]
    case .expect: ["description": "Facts and budgets that check holds.", "$ref": "#/definitions/expect"]
    case .`init`: initializers
    case .weights:
      [
        "description": "The file of weights.", "type": "string",
        "pattern": "^(?!/|(.*/)?\\.\\.(/|$)).*\\.(safetensors|npz)$",
      ]
    case .train: training
    case .lint:
      SchemaPart.map(
        "Severities by the name of the lint, with `_` or `-`.", names: ["enum": .strings(lints)],
        values: ["enum": .strings(LintLevel.allCases.map(\.rawValue))])
    }
  }

  private static var lints: [String] {
    DiagnosticCatalog.all.filter { $0.severity < .error }.flatMap { code in
      Set([code.name, code.name.replacing("-", with: "_")]).sorted()
    }
  }

  private static var defaults: JSON {
    var members = OperatorSchema.all.map { JSON.Member($0.name, $0.schema.defaults) }
    members.insert(.init("rounding", SchemaPart.orExpression(["enum": SchemaPart.words(Rounding.self)])), at: 0)
    return [
      "description": "Attributes that layers of this file have where they say nothing else.",
      "type": "object", "properties": .object(members), "additionalProperties": false,
    ]
  }

  private static var initializers: JSON {
    let names = JSON.strings(InitializerSyntax.allCases.map(\.rawValue))
    return SchemaPart.map(
      "Initialisers by operator; PyTorch's defaults where nothing is said.", names: ["type": "string"],
      values: ["anyOf": [["enum": names], ["type": "object", "propertyNames": ["enum": names], "maxProperties": 1]]])
  }

  private static var training: JSON {
    let members = TrainingKey.allCases.map { key -> JSON.Member in
      switch key {
      case .batchSize, .epochs:
        .init(key.rawValue, SchemaPart.orExpression(["type": "integer", "minimum": 1]))
      case .loss, .optimizer, .schedule, .augmentation: .init(key.rawValue, true)
      }
    }
    return [
      "description": "How the model is trained.",
      "type": "object", "properties": .object(members), "additionalProperties": false,
    ]
  }

  private static var definitions: [JSON.Member] {
    [
      .init("expression", ["type": "string", "pattern": "\\$"]),
      .init("input", input),
      .init("block", block),
      .init("layers", ["type": "array", "items": ["$ref": "#/definitions/layer"]]),
      .init("layer", LayerSchema.layer),
      .init("common", LayerSchema.common),
      .init("commonKey", ["enum": .strings(CommonKey.allCases.map(\.rawValue))]),
      .init("expect", LayerSchema.expectations(Expectation.allCases)),
      .init("layerExpect", LayerSchema.expectations(Expectation.allCases.filter(\.isForLayers))),
    ] + LayerSchema.combinators
      + OperatorRegistry.all.map { .init(OperatorSchema.attributesName(of: $0.name), OperatorSchema($0).attributes) }
      + OperatorSchema.all.map { .init($0.name, $0.schema.layer) }
  }

  private static var input: JSON {
    let shape: JSON = [
      "type": "array", "minItems": 1, "items": ["type": ["integer", "string"], "minimum": 1],
    ]
    let members = InputKey.allCases.map { key -> JSON.Member in
      switch key {
      case .shape: .init(key.rawValue, shape)
      case .dtype: .init(key.rawValue, ["enum": .strings(DType.allCases.map(\.rawValue))])
      case .layout: .init(key.rawValue, ["enum": ["NC", "NCL", "NCHW", "NCDHW"]])
      case .preprocess, .labels: .init(key.rawValue, true)
      }
    }
    return [
      "if": ["type": "object"],
      "then": [
        "properties": .object(members), "required": .strings([InputKey.shape.rawValue]), "additionalProperties": false,
      ],
      "else": shape,
    ]
  }

  private static var block: JSON {
    let members = BlockKey.allCases.map { key -> JSON.Member in
      switch key {
      case .doc: .init(key.rawValue, SchemaPart.text("What the block is."))
      case .params:
        .init(
          key.rawValue,
          SchemaPart.map("Params with their defaults, or 'required'.", names: SchemaPart.identifierPattern))
      case .inputs: .init(key.rawValue, ["type": "array", "items": ["type": "string"]])
      case .layers: .init(key.rawValue, ["$ref": "#/definitions/layers"])
      }
    }
    return [
      "type": "object", "properties": .object(members), "required": .strings([BlockKey.layers.rawValue]),
      "additionalProperties": false,
    ]
  }
}
