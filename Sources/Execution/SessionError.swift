import Tensors

/// Why a session cannot be made or run.
package enum SessionError: Error, Hashable {
  case noSuchInput(String, among: [String])
  case noSuchOutput(String, among: [String])
  case missingInput(String)
  case missingParameter(String)
  /// A tensor has not the shape or element type of an input or parameter.
  case mismatch(name: String, expected: String, found: String)
  /// The system has not that much memory.
  case outOfMemory(byteCount: Int)
}

extension SessionError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .noSuchInput(let name, let names): "there is no input '\(name)' among \(names.joined(separator: ", "))"
    case .noSuchOutput(let name, let names): "there is no output '\(name)' among \(names.joined(separator: ", "))"
    case .missingInput(let name): "the input '\(name)' has no value"
    case .missingParameter(let name): "the parameter '\(name)' has no value"
    case .mismatch(let name, let expected, let found): "'\(name)' must be \(expected), not \(found)"
    case .outOfMemory(let byteCount): "the system has not the \(byteCount) bytes of memory that this needs"
    }
  }
}
