import ArgumentParser

/// `cnnc expand`: the file after blocks, loops and expressions.
struct Expand: ParsableCommand {
  func run() {}
}
