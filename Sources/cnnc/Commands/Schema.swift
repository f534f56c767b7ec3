import ArgumentParser
import CNNCKit
import Formats

/// `cnnc schema`: what editors check model files with.
struct Schema: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Print the JSON Schema of model files, for editors.",
    discussion: """
      Save it beside your models, 'cnnc schema > cnnc.schema.json', and begin each file with the line \
      '# yaml-language-server: $schema=cnnc.schema.json': editors with a YAML language server then complete operators \
      and attributes, and name a wrong key while you type.
      """)

  func run() { Terminal.write(ModelSchema.json.serialized(pretty: true) + "\n") }
}
