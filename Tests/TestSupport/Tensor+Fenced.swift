import Glibc
package import Tensors

/// The side of a tensor on which memory lies that must not be touched.
package enum Fence: Sendable {
  case start
  case end
}

extension Tensor {
  /// A copy with memory at one side that must not be touched: a step that reads beyond it there stops the process.
  package func fenced(at side: Fence) -> Tensor {
    let page = sysconf(Int32(_SC_PAGESIZE))
    let pages = (byteCount + page - 1) / page * page
    guard let start = mmap(nil, pages + page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0),
      start != MAP_FAILED, mprotect(side == .start ? start : start + pages, page, PROT_NONE) == 0
    else { preconditionFailure("there is no memory for a tensor of \(byteCount) bytes") }
    let first = side == .start ? start + page : start + pages - byteCount
    first.copyMemory(from: pointer, byteCount: byteCount)
    let address = Int(bitPattern: start)
    let storage = TensorStorage(adopting: first, byteCount: byteCount) { _, _ in
      munmap(UnsafeMutableRawPointer(bitPattern: address), pages + page)
    }
    return Tensor(sizes: sizes, dtype: dtype, storage: storage)
  }
}
