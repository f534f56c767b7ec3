import Diagnostics
import Glibc

/// The standard streams: whether they are terminals, how wide, and where output goes.
enum Terminal {
  static let outputStyle = style(of: STDOUT_FILENO)
  static let errorStyle = style(of: STDERR_FILENO)

  /// Whether progress can be shown.
  static var showsProgress: Bool { isatty(STDERR_FILENO) != 0 }

  /// Results. Ends the program when they cannot be written.
  static func write(_ text: String) {
    guard write(text, to: STDOUT_FILENO) else {
      reportError("cannot write to the standard output: \(String(cString: strerror(errno)))")
      exit(ExitStatus.failure.rawValue)
    }
  }

  /// Everything about how the work goes; ends the line.
  static func log(_ text: String) {
    _ = write(text.hasSuffix("\n") ? text : text + "\n", to: STDERR_FILENO)
  }

  static func reportError(_ phrase: String) {
    log(errorStyle.paint("error", as: .error) + ": " + TerminalText.visible(phrase))
  }

  static func reportWarning(_ phrase: String) {
    log(errorStyle.paint("warning", as: .warning) + ": " + TerminalText.visible(phrase))
  }

  /// Replaces the last line of the log.
  static func logInPlace(_ text: String) { _ = write("\r\u{1B}[2K" + text, to: STDERR_FILENO) }

  static func reportNote(_ phrase: String) {
    log(errorStyle.paint("note", as: .note) + ": " + TerminalText.visible(phrase))
  }

  private static func write(_ text: String, to descriptor: Int32) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      var written = 0
      while written < bytes.count {
        let count = Glibc.write(descriptor, bytes.baseAddress.map { $0 + written }, bytes.count - written)
        if count >= 0 {
          written += count
        } else if errno != EINTR {
          return false
        }
      }
      return true
    }
  }

  /// Colour is for terminals, and never where NO_COLOR is set and not empty or the terminal is dumb.
  private static func style(of descriptor: Int32) -> TextStyle {
    guard isatty(descriptor) != 0 else { return .plain }
    var size = winsize()
    let hasSize = ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
    let forbidsColor = environment("NO_COLOR").map { !$0.isEmpty } ?? false
    return TextStyle(
      isColored: !forbidsColor && environment("TERM") != "dumb", width: hasSize ? Int(size.ws_col) : nil)
  }

  static func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
}
