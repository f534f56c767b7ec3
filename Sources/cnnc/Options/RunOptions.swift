import ArgumentParser
import CNNCKit
import Formats

/// Where the data of a run come from and go to.
struct RunDataOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The file of an input; name=file where there are several. May be repeated.", valueName: "file"))
  var input: [String] = []

  @Option(help: ArgumentHelp("Where to write the outputs: .npy, .bin, .npz or .safetensors.", valueName: "file"))
  var output: String?

  @Option(help: ArgumentHelp("The weights: .safetensors or .npz with state_dict names.", valueName: "file"))
  var weights: String?

  @Flag(help: "Keep the weights as kernels want them in the user's cache folder: later runs of the same start faster.")
  var cacheWeights = false

  @Option(help: ArgumentHelp("The seed of initialisers, random inputs and dropout.", valueName: "number"))
  var seed: UInt64 = 0

  @Option(help: ArgumentHelp("Show the output of a layer; may be repeated.", valueName: "layer"))
  var dump: [String] = []

  @Option(help: ArgumentHelp("Write dumped layers as .npy files below this folder instead.", valueName: "folder"))
  var dumpDir: String?

  /// The files of the inputs; a name before `=` says which input.
  var sources: [InputSource] {
    input.map { text in
      let sides = text.split(separator: "=", maxSplits: 1).map(String.init)
      let isNamed = sides.count == 2 && !sides[0].contains("/")
      return isNamed ? InputSource(name: sides[0], path: sides[1]) : InputSource(path: text)
    }
  }
}

/// What a backward pass computes.
struct GradientOptions: ParsableArguments {
  @Flag(help: "Run the backward pass too: gradients of the sum of the first output, or of the loss with --target.")
  var backward = false

  @Option(help: ArgumentHelp("What the model's train.loss compares the first output with.", valueName: "file"))
  var target: String?

  @Option(
    help: ArgumentHelp("Where to write the gradients, by parameter name and input.<name>.", valueName: "file"))
  var gradients: String?
}

/// How a run is measured.
struct TimingOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The number of threads (default: the machine's).", valueName: "count"))
  var threads: Int?

  @Option(
    name: .customLong("repeat"),
    help: ArgumentHelp("Run so often again, and report the median time.", valueName: "count"))
  var repeats = 0

  @Flag(help: "Show the time of each layer.")
  var profile = false

  @Option(help: ArgumentHelp("Write a trace for chrome://tracing or Perfetto.", valueName: "file"))
  var trace: String?

  /// Whether more than one run as a whole is timed.
  var measuresSteps: Bool { repeats > 0 || profile || trace != nil }

  func validate() throws {
    if let threads, !(1...1024).contains(threads) { throw ValidationError("--threads must be from 1 to 1024") }
    if repeats < 0 { throw ValidationError("--repeat must not be negative") }
  }
}
