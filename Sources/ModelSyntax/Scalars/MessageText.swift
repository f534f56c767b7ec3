extension StringProtocol {
  /// The text for a message: cut after 60 characters, since a file can make it as long as itself.
  var inMessage: String {
    let start = prefix(60)
    return start.endIndex == endIndex ? String(self) : start + "..."
  }
}
