extension Int {
  /// The number of groups of a size that hold this many.
  @inlinable @inline(__always)
  package func groups(of size: Int) -> Int { (self + size - 1) / size }
}
