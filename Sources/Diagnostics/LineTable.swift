/// Where the lines of a text begin, and so in which line an offset is.
package struct LineTable: Hashable, Sendable {
  /// The offsets at which lines begin, 0 first.
  package let starts: [Int]

  package init(starts: [Int]) {
    precondition(starts.first == 0, "the first line begins a text")
    self.starts = starts
  }

  /// The line of an offset, counted from 0.
  package func line(at offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }
}
