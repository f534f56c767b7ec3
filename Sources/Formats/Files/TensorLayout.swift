import Tensors

/// The sizes and element type that a file states, checked to be countable.
struct TensorLayout: Hashable {
  let sizes: [Int]
  let dtype: DType
  let byteCount: Int

  /// More axes than any library supports.
  static let maximumRank = 64

  /// nil when there are too many axes, a negative size, or more bytes than an `Int` counts.
  init?(sizes: [Int], dtype: DType) {
    guard sizes.count <= TensorLayout.maximumRank else { return nil }
    // A zero among the sizes must not hide an overflow of the others.
    var extent = dtype.byteCount
    for size in sizes {
      let (product, overflow) = extent.multipliedReportingOverflow(by: max(size, 1))
      if overflow || size < 0 { return nil }
      extent = product
    }
    self.sizes = sizes
    self.dtype = dtype
    byteCount = sizes.contains(0) ? 0 : extent
  }

  /// The tensor at an offset of a storage that holds all its bytes: a view where elements lie aligned, else a copy.
  ///
  /// Files are little-endian, and so are the machines that Swift supports.
  func tensor(in storage: TensorStorage, at byteOffset: Int) -> Tensor {
    if byteOffset % dtype.byteCount == 0 || byteCount == 0 {
      return Tensor(sizes: sizes, dtype: dtype, storage: storage, byteOffset: byteCount == 0 ? 0 : byteOffset)
    }
    let copy = Tensor(zeros: sizes, dtype: dtype)
    withExtendedLifetime(storage) {
      copy.pointer.copyMemory(from: storage.pointer + byteOffset, byteCount: byteCount)
    }
    return copy
  }
}
