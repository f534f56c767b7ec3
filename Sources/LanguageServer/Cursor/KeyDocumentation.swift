import CNNCKit
import Elaborator
import Formats
import ModelSyntax

/// What the keys of the language mean, from the descriptions of the schema.
enum KeyDocumentation {
  /// One line about a key at a place; nil for a name that the file itself gives.
  static func text(_ key: String, at place: FilePlace) -> String? {
    switch place {
    case .file: ModelSchema.json["properties"]?[key]?["description"]?.string
    case .layer, .arguments, .residual, .parallel: definition("common", key) ?? combinator(key)
    case .block: definition("block", key)
    default: nil
    }
  }

  private static func definition(_ name: String, _ key: String) -> String? {
    ModelSchema.json["definitions"]?[name]?["properties"]?[key]?["description"]?.string
  }

  private static func combinator(_ key: String) -> String? {
    Combinator(rawValue: key) == nil ? nil : ModelSchema.json["definitions"]?[key]?["description"]?.string
  }
}
