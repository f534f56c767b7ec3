/// The sizes of a tensor's axes, in the order N C [D] H W.
package struct Shape: Hashable, Sendable {
  package var dimensions: [Dimension]

  package init(_ dimensions: [Dimension]) { self.dimensions = dimensions }
  package init(_ sizes: [Int]) { dimensions = sizes.map { .known($0) } }

  package var rank: Int { dimensions.count }

  package subscript(_ axis: Int) -> Dimension {
    get { dimensions[axis] }
    set { dimensions[axis] = newValue }
  }

  /// All sizes when every one is a number.
  package var sizes: [Int]? {
    var sizes: [Int] = []
    for dimension in dimensions {
      guard let value = dimension.value else { return nil }
      sizes.append(value)
    }
    return sizes
  }

  /// The product of all sizes.
  package var elementCount: Dimension { dimensions.reduce(1) { $0 * $1 } }

  package func binding(_ symbols: [String: Int]) -> Shape { Shape(dimensions.map { $0.binding(symbols) }) }
}

extension Shape: CustomStringConvertible {
  package var description: String { "[" + dimensions.map(\.description).joined(separator: ", ") + "]" }
}

/// The shape and element type of a tensor; a `nil` shape has not even a known rank.
package struct TensorType: Hashable, Sendable {
  package var shape: Shape?
  package var dtype: DType

  package init(_ shape: Shape?, _ dtype: DType = .float32) {
    self.shape = shape
    self.dtype = dtype
  }

  package static let unknown = TensorType(nil)

  package func binding(_ symbols: [String: Int]) -> TensorType { TensorType(shape?.binding(symbols), dtype) }
}

extension TensorType: CustomStringConvertible {
  package var description: String { (shape?.description ?? "[?]") + (dtype == .float32 ? "" : " \(dtype.rawValue)") }
}
