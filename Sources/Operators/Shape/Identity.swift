package import Graph
package import Tensors

/// Its input, unchanged: a name for a place in the network, or a branch that does nothing.
package struct Identity: ViewOperator {
  package static let name = "identity"
  package static let summary = "the input, unchanged"
  package static let arity = 1...1
  package static let primaryAttribute: String? = nil
  package static let attributes: [Attribute<Identity>] = []

  package init() {}

  package func outputTypes(for inputs: [TensorType], reporting violations: inout [Violation]) -> [TensorType] { inputs }
  package func isView(in mode: ExecutionMode) -> Bool { true }
}
