import CNNCKit
import Formats
import Graph
import ModelSyntax
import Operators
import TestSupport
import Testing

/// The JSON Schema of model files; `grammar/validate.py` holds it against real files with an independent validator.
@Suite struct SchemaTests {
  @Test("the checked-in schema is the one that 'cnnc schema' prints")
  func isFresh() {
    let text = ModelSchema.json.serialized(pretty: true) + "\n"
    #expect(Snapshot.mismatch(text, withFile: Repository.root + "/grammar/cnnc.schema.json") == nil)
  }

  @Test("every operator has the schema of its attributes, and none has the name of another definition")
  func operators() throws {
    let definitions = try #require(ModelSchema.json["definitions"]?.members)
    #expect(Set(definitions.map(\.key)).count == definitions.count)
    for operation in OperatorRegistry.all {
      let attributes = ModelSchema.json["definitions"]?["attributes.\(operation.name)"]?["properties"]?.members
      #expect(attributes?.map(\.key) == operation.attributeDescriptions.map(\.name))
      #expect(ModelSchema.json["definitions"]?[operation.name] != nil)
    }
  }

  @Test("every reference leads to a definition")
  func references() {
    var count = 0
    func visit(_ value: JSON) {
      if let reference = value["$ref"]?.string {
        count += 1
        let steps = reference.split(separator: "/").dropFirst()
        var target: JSON? = ModelSchema.json
        for step in steps { target = target?[String(step)] }
        #expect(reference.hasPrefix("#/") && target != nil, "\(reference)")
      }
      for member in value.members ?? [] { visit(member.value) }
      for element in value.elements ?? [] { visit(element) }
    }
    visit(ModelSchema.json)
    #expect(count > 100)
  }
}
