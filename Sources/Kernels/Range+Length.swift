extension Range<Int> {
  /// The number of integers. The library's `count` is a generic function, of which each instruction set would make one.
  var length: Int { @inline(__always) get { upperBound - lowerBound } }
}
