import Diagnostics

/// A line on the standard error that counts long work, when that is a terminal.
struct ProgressLine {
  private let what: String
  private let total: Int
  private let isShown: Bool

  init(_ what: String, of total: Int) {
    self.what = what
    self.total = total
    isShown = total > 1 && Terminal.showsProgress
  }

  func show(_ done: Int) {
    if isShown { Terminal.logInPlace("\(what) \(done) of \(total)") }
  }

  func clear() {
    if isShown { Terminal.logInPlace("") }
  }
}
