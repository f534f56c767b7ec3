import ArgumentParser

/// The size of the tiles that a command cuts the inputs into.
struct TileOption: ParsableArguments {
  @Option(
    name: .customLong("tile"),
    help: ArgumentHelp(
      "Cut the inputs into overlapping tiles of this size, such as 512 or 512x256, and join the outputs.",
      valueName: "size"))
  var text: String?

  func validate() throws {
    if text != nil, sizes == nil {
      throw ValidationError("--tile needs sizes above 0 such as 512 or 512x256, not '\(text ?? "")'")
    }
  }

  /// One size for all spatial axes, or one for each.
  var sizes: [Int]? {
    guard let text else { return nil }
    let parts = text.split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
    let sizes = parts.compactMap { $0 }.filter { $0 > 0 }
    return sizes.count == parts.count ? sizes : nil
  }
}
