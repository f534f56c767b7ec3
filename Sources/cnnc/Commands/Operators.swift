import ArgumentParser
import Graph
import Operators

/// `cnnc operators`: the catalogue.
struct Operators: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "operators", abstract: "List every operator with its summary.",
    discussion: "'cnnc explain conv2d' shows one in full.")

  func run() {
    let width = OperatorRegistry.all.map { $0.name.utf8.count }.max() ?? 0
    for operation in OperatorRegistry.all {
      let padding = String(repeating: " ", count: width - operation.name.utf8.count)
      Terminal.write("\(operation.name)\(padding)  \(operation.summary)\n")
    }
  }
}
