package import Diagnostics
import ModelSyntax
import Tensors

/// Puts symbols in the place of the numbers that the inputs' shapes have as spatial sizes.
///
/// Equal numbers of the same axis are one symbol: an image and its mask stay of one size.
package struct OpenSizes: Sendable {
  /// A number that became a symbol.
  package struct Opened: Hashable, Sendable {
    package var symbol: String
    package var size: Int
    /// Where the file writes the number.
    package var spans: [Span]
  }

  package private(set) var opened: [Opened] = []
  private var taken: Set<String> = []

  init(_ document: ModelDocument) {
    for input in document.inputs {
      guard case .list(let items) = input.shape.content else { continue }
      for item in items { if case .string(let name) = item.content { taken.insert(name) } }
    }
  }

  mutating func open(_ type: inout TensorType, of input: InputSyntax) {
    guard var shape = type.shape, (3...5).contains(shape.rank) else { return }
    let letters = [["L"], ["H", "W"], ["D", "H", "W"]][shape.rank - 3]
    for axis in 2..<shape.rank {
      guard let size = shape[axis].value else { continue }
      shape[axis] = .symbol(symbol(letters[axis - 2], size, at: Self.span(of: axis, in: input)))
    }
    type.shape = shape
  }

  private mutating func symbol(_ letter: String, _ size: Int, at span: Span?) -> String {
    let names = sequence(first: letter) { $0 + "_" }
    for name in names {
      if let known = opened.firstIndex(where: { $0.symbol == name }) {
        guard opened[known].size == size else { continue }
        opened[known].spans += span.map { [$0] } ?? []
        return name
      }
      guard taken.insert(name).inserted else { continue }
      opened.append(Opened(symbol: name, size: size, spans: span.map { [$0] } ?? []))
      return name
    }
    return letter
  }

  /// The place of a size that stands there as a number.
  private static func span(of axis: Int, in input: InputSyntax) -> Span? {
    guard case .list(let items) = input.shape.content, axis < items.count, case .int = items[axis].content else {
      return nil
    }
    return items[axis].span
  }
}
