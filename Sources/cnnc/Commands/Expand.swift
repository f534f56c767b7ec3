import ArgumentParser
import CNNCKit

/// `cnnc expand`: the file after blocks, loops and expressions.
struct Expand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "expand", abstract: "Print the model file after blocks, loops, defaults and expressions.")

  @OptionGroup var argument: ModelArgument

  func run() throws {
    let model = try argument.load()
    do throws(ModelError) { _ = try model.validGraph() } catch { throw CommandFailure.model(error) }
    Terminal.write(ModelExpansion(model).text)
  }
}
