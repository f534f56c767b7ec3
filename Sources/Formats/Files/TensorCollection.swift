package import Tensors

/// Named tensors in the order of their file, with its free-form metadata.
package struct TensorCollection: Sendable {
  package struct Entry: Sendable {
    package var name: String
    package var tensor: Tensor
  }

  package let entries: [Entry]
  package let metadata: [String: String]
  private let positions: [String: Int]

  /// Names must be distinct; of equal ones the first is found by name.
  package init(_ tensors: [(name: String, tensor: Tensor)], metadata: [String: String] = [:]) {
    entries = tensors.map { Entry(name: $0.name, tensor: $0.tensor) }
    self.metadata = metadata
    positions = Dictionary(
      entries.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  package var names: [String] { entries.map(\.name) }

  package subscript(name: String) -> Tensor? { positions[name].map { entries[$0].tensor } }
}
