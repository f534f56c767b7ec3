import Glibc
package import Tensors

extension Tensor {
  /// A copy right before memory that must not be touched, or right behind it: a step that reads beyond its end, or before
  /// its start, stops the process.
  package func fenced(atStart: Bool = false) -> Tensor {
    let page = sysconf(Int32(_SC_PAGESIZE))
    let pages = (byteCount + page - 1) / page * page
    guard let start = mmap(nil, pages + page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0),
      start != MAP_FAILED, mprotect(atStart ? start : start + pages, page, PROT_NONE) == 0
    else { preconditionFailure("there is no memory for a tensor of \(byteCount) bytes") }
    let first = atStart ? start + page : start + pages - byteCount
    first.copyMemory(from: pointer, byteCount: byteCount)
    let address = Int(bitPattern: start)
    let storage = TensorStorage(adopting: first, byteCount: byteCount) { _, _ in
      munmap(UnsafeMutableRawPointer(bitPattern: address), pages + page)
    }
    return Tensor(sizes: sizes, dtype: dtype, storage: storage)
  }
}
