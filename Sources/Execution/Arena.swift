import Glibc
import Tensors

/// One large piece of memory, zero at the start, from the system rather than the heap.
///
/// Large ones ask for huge pages, which spare address translation, and are made present at once, so that the first
/// run is not slower than the others.
enum Arena {
  private static let hugePage = 2 << 20

  /// Memory as a storage of its own; nil when the system has not that much.
  static func allocate(byteCount: Int) -> TensorStorage? {
    guard byteCount >= hugePage else { return TensorStorage(byteCount: byteCount) }
    // Huge pages need a start at a multiple of their size, and mapped memory has one only by chance.
    let (mapped, isTooLarge) = byteCount.addingReportingOverflow(hugePage)
    guard !isTooLarge,
      let start = mmap(nil, mapped, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0), start != MAP_FAILED
    else { return nil }
    let address = Int(bitPattern: start)
    let aligned = start + (-address & (hugePage - 1))
    madvise(aligned, byteCount, MADV_HUGEPAGE)
    madvise(aligned, byteCount, MADV_POPULATE_WRITE)
    return TensorStorage(adopting: aligned, byteCount: byteCount) { _, _ in
      munmap(UnsafeMutableRawPointer(bitPattern: address), mapped)
    }
  }
}
