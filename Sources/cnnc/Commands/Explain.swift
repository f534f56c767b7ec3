import ArgumentParser
import CNNCKit

/// `cnnc explain`: what a finding or an operator is about.
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Explain a finding by its code or name, or an operator by its name.",
    discussion: "A finding comes with a file that raises it, its live message, and the mended file.")

  @Argument(help: ArgumentHelp("Such as E0301, pixel-loss or conv2d.", valueName: "code|name|operator"))
  var subject: String

  func run() throws {
    guard let text = Explanation.text(of: subject, style: Terminal.outputStyle) else {
      let advice = Choice.advice(for: subject, among: Explanation.subjects)
      throw CommandFailure.usage("there is no finding, lint or operator '\(subject)'\(advice)")
    }
    Terminal.write(text)
  }
}
