import ArgumentParser
import CNNCKit

/// `cnnc explain`: what a finding or an operator is about.
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Explain a finding by its code or name, or an operator by its name.",
    discussion: "A finding comes with a file that raises it, its live message, and the mended file.")

  @Argument(help: ArgumentHelp("Such as E0301, pixel-loss or conv2d.", valueName: "code|name|operator"))
  var subject: String?

  @Flag(help: "List every finding with its code, and lints with their severity.")
  var list = false

  func run() throws {
    guard let subject, !list else {
      Terminal.write(Explanation.list(style: Terminal.outputStyle))
      return
    }
    guard let text = Explanation.text(of: subject, style: Terminal.outputStyle) else {
      let advice = Choice.advice(for: subject, among: Explanation.subjects)
      throw CommandFailure.usage("there is no finding, lint or operator '\(subject)'\(advice)")
    }
    Terminal.write(text)
  }
}
