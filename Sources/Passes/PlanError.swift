/// Why no plan can be made for a graph.
package enum PlanError: Error, Hashable {
  /// A size is not a number: a symbol has no value yet, or an earlier layer is wrong.
  case unknownSize(path: String, shape: String)
  /// A tensor has more bytes than can be addressed.
  case tooLarge(path: String)
  case notRunnable(path: String, operation: String)
  case notDifferentiable(path: String, operation: String)
  case noSuchOutput(String, among: [String])
  case noSuchInput(String, among: [String])
  /// The loss cannot take what the output is.
  case lossMismatch(operation: String, reason: String)
}

extension PlanError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .unknownSize(let path, let shape): "'\(path)' has the shape \(shape), whose sizes are not all numbers"
    case .tooLarge(let path): "a tensor of '\(path)' is too large for this machine's addresses"
    case .notRunnable(let path, let operation): "'\(path)' is a '\(operation)', which cannot be run"
    case .notDifferentiable(let path, let operation): "'\(path)' is a '\(operation)', which has no gradient"
    case .noSuchOutput(let name, let names): "there is no output '\(name)' among \(names.joined(separator: ", "))"
    case .noSuchInput(let name, let names): "there is no input '\(name)' among \(names.joined(separator: ", "))"
    case .lossMismatch(let operation, let reason): "the loss '\(operation)' does not fit the output: \(reason)"
    }
  }
}
