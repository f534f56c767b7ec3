/// Aligned memory of fixed size, owned by one object and zero at the start.
package final class TensorStorage: @unchecked Sendable {
  package let pointer: UnsafeMutableRawPointer
  package let byteCount: Int
  private let release: @Sendable (UnsafeMutableRawPointer, Int) -> Void

  /// What the start of a storage is a multiple of: a cache line. Views and mapped files may start anywhere.
  package static let alignment = 64

  package init(byteCount: Int) {
    self.byteCount = byteCount
    pointer = .allocate(byteCount: max(byteCount, 1), alignment: TensorStorage.alignment)
    pointer.initializeMemory(as: UInt8.self, repeating: 0, count: byteCount)
    release = { pointer, _ in pointer.deallocate() }
  }

  /// Takes over memory of another owner, such as a mapped file.
  package init(
    adopting pointer: UnsafeMutableRawPointer, byteCount: Int,
    release: @escaping @Sendable (UnsafeMutableRawPointer, Int) -> Void
  ) {
    self.pointer = pointer
    self.byteCount = byteCount
    self.release = release
  }

  deinit { release(pointer, byteCount) }
}

/// A dense row-major array of a known shape, viewing part of a storage.
package struct Tensor: Sendable {
  package let sizes: [Int]
  package let dtype: DType
  package let storage: TensorStorage
  package let byteOffset: Int

  /// Views a storage; the caller guarantees that the elements lie inside it.
  package init(sizes: [Int], dtype: DType, storage: TensorStorage, byteOffset: Int = 0) {
    self.sizes = sizes
    self.dtype = dtype
    self.storage = storage
    self.byteOffset = byteOffset
    precondition(byteOffset + byteCount <= storage.byteCount, "a tensor lies inside its storage")
  }

  package init(zeros sizes: [Int], dtype: DType = .float32) {
    let count = sizes.reduce(1, *)
    self.init(sizes: sizes, dtype: dtype, storage: TensorStorage(byteCount: count * dtype.byteCount))
  }

  package init(_ values: [Float], sizes: [Int]) {
    self.init(zeros: sizes)
    precondition(values.count == elementCount, "as many values as elements")
    values.withUnsafeBytes { bytes in
      if let base = bytes.baseAddress { pointer.copyMemory(from: base, byteCount: bytes.count) }
    }
  }

  package var elementCount: Int { sizes.reduce(1, *) }
  package var byteCount: Int { elementCount * dtype.byteCount }
  package var pointer: UnsafeMutableRawPointer { storage.pointer + byteOffset }
  package var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: pointer, count: byteCount) }

  /// The same elements in memory of their own.
  package func copied() -> Tensor {
    let copy = Tensor(zeros: sizes, dtype: dtype)
    withExtendedLifetime(storage) { copy.pointer.copyMemory(from: pointer, byteCount: byteCount) }
    return copy
  }

  /// The elements of a float32 tensor, copied.
  package var floats: [Float] {
    precondition(dtype == .float32, "the tensor holds float32")
    return withExtendedLifetime(storage) {
      Array(UnsafeBufferPointer(start: pointer.assumingMemoryBound(to: Float.self), count: elementCount))
    }
  }
}
