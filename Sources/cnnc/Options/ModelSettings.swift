import ArgumentParser
import CNNCKit
import Diagnostics
import Elaborator

/// The options of every command that reads model files.
struct ModelSettings: ParsableArguments {
  @Option(
    name: .customLong("set"),
    help: ArgumentHelp("Give a param of the model another value; may be repeated.", valueName: "name=value"))
  var settings: [String] = []

  @Option(
    name: .customLong("shape"),
    help: ArgumentHelp("Give a symbol of the inputs' shapes a size; may be repeated.", valueName: "symbol=size"))
  var shapes: [String] = []

  func validate() throws { _ = try sizes() }

  var options: ModelOptions { ModelOptions(settings: settings, sizes: (try? sizes()) ?? [:]) }

  private func sizes() throws -> [String: Int] {
    var sizes: [String: Int] = [:]
    for part in shapes.flatMap({ $0.split(separator: ",", omittingEmptySubsequences: false) }) {
      let sides = part.split(separator: "=", omittingEmptySubsequences: false)
      guard sides.count == 2, let first = sides[0].first, first.isLetter || first == "_", let size = Int(sides[1]),
        size > 0
      else { throw ValidationError("--shape needs a symbol and a positive size such as H=256, not '\(part)'") }
      guard sizes.updateValue(size, forKey: String(sides[0])) == nil else {
        throw ValidationError("--shape gives \(sides[0]) two sizes")
      }
    }
    return sizes
  }
}

extension Model {
  /// Prints the errors of a model that was shown as far as it is known, and ends with them.
  ///
  /// What `expect` promises is for `check`: a model with other params may break it and is shown all the same.
  func reportStructuralErrors() throws(CommandFailure) {
    let diagnostics = elaboration.diagnostics
    guard diagnostics.hasErrors || graph == nil else { return }
    Terminal.log(TextReport(style: Terminal.errorStyle).render(diagnostics, in: sources, path: path))
    throw .findings
  }
}

/// The one model that a command is about.
struct ModelArgument: ParsableArguments {
  @Argument(help: ArgumentHelp("The model file, or - for the standard input.", valueName: "model"))
  var path: String

  @OptionGroup var settings: ModelSettings

  /// Reads and checks the model.
  func load() throws(CommandFailure) -> Model { try Self.load(path, settings.options) }

  static func load(_ path: String, _ options: ModelOptions) throws(CommandFailure) -> Model {
    do throws(ModelError) {
      guard path == "-" else { return try Model(contentsOf: path, options: options) }
      return try Model(standardInput: options)
    } catch {
      throw .model(error)
    }
  }
}
