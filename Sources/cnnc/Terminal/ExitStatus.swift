import ArgumentParser
import CNNCKit
import Diagnostics

/// How the program ends.
enum ExitStatus: Int32, Comparable {
  case success = 0
  /// The model or data has findings of severity error.
  case findings = 1
  /// The command line is wrong.
  case usage = 2
  /// Input, output, the machine or the program failed.
  case failure = 3

  static func < (a: ExitStatus, b: ExitStatus) -> Bool { a.rawValue < b.rawValue }
}

/// Why a command ends early.
enum CommandFailure: Error {
  /// The findings are already printed.
  case findings
  case usage(String)
  case failure(String)
  case model(ModelError)
  /// What the argument parser throws, calls for help included.
  case parsing(any Error)
  /// Everything is already said.
  case silent(ExitStatus)

  var status: ExitStatus {
    switch self {
    case .findings: .findings
    case .usage: .usage
    case .failure: .failure
    case .silent(let status): status
    case .parsing(let error): CNNC.exitCode(for: error).isSuccess ? .success : .usage
    case .model(let error):
      switch error.reason {
      case .findings: .findings
      case .request: .usage
      case .file, .failure: .failure
      }
    }
  }

  /// Prints the reason: help to the standard output, all else to the standard error.
  func report() {
    switch self {
    case .findings, .silent: break
    case .usage(let phrase), .failure(let phrase): Terminal.reportError(phrase)
    case .parsing(let error):
      let message = CNNC.fullMessage(for: error)
      if status == .success {
        Terminal.write(message + "\n")
      } else {
        let lines = message.hasPrefix("Error: ") ? "error: " + message.dropFirst("Error: ".count) : message
        Terminal.log(lines)
      }
    case .model(let error):
      if case .findings(let diagnostics, let sources) = error.reason {
        let renderer = TextRenderer(style: Terminal.errorStyle)
        for diagnostic in diagnostics { Terminal.log(renderer.render(diagnostic, in: sources)) }
      } else {
        Terminal.reportError(error.description)
      }
    }
  }
}
