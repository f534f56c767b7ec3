package import Tensors

/// A tensor of a file by what its header says.
package struct TensorDescription: Hashable, Sendable {
  package var name: String
  package var sizes: [Int]
  package var dtype: DType

  package init(name: String, sizes: [Int], dtype: DType) {
    self.name = name
    self.sizes = sizes
    self.dtype = dtype
  }
}
