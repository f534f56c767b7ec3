import ArgumentParser
import CNNCKit
import Diagnostics

/// `cnnc init`: a network of the zoo to start from.
struct Init: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Write a network of the zoo, with what it includes, into a folder.",
    discussion: "Without a name, the networks are listed by task.")

  @Argument(help: ArgumentHelp("The network, such as resnet18.", valueName: "name"))
  var name: String?

  @Option(help: ArgumentHelp("The folder to write into; the current one by default.", valueName: "folder"))
  var into = ""

  @Flag(help: "Replace files that are there.")
  var force = false

  func run() throws {
    guard let name else { return list() }
    guard let model = ZooModel.find(name) else {
      let advice = Choice.advice(for: name, among: ZooModel.all.map(\.name))
      let next = advice.isEmpty ? "; 'cnnc init' lists them" : advice
      throw CommandFailure.usage("the zoo has no network '\(name)'\(next)")
    }
    do throws(ModelError) {
      let written = try model.write(into: into, replacing: force)
      for path in written { Terminal.write("wrote \(path)\n") }
      if written.isEmpty { Terminal.write("everything is there already\n") }
      let folder = into.isEmpty || into.hasSuffix("/") ? into : into + "/"
      Terminal.write("next: cnnc check \(folder)\(name).yaml\n")
    } catch {
      throw CommandFailure.model(error)
    }
  }

  private func list() {
    let width = ZooModel.all.map(\.name.utf8.count).max() ?? 0
    var task = ""
    for model in ZooModel.all {
      if model.task != task {
        Terminal.write((task.isEmpty ? "" : "\n") + Terminal.outputStyle.paint(model.task, as: .emphasis) + "\n")
        task = model.task
      }
      let padding = String(repeating: " ", count: width - model.name.utf8.count)
      Terminal.write("  \(model.name)\(padding)  \(model.summary)\n")
    }
  }
}
