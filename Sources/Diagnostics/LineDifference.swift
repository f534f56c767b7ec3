/// A shortest way from one list to another by removing and adding elements.
///
/// E. W. Myers, "An O(ND) difference algorithm and its variations", 1986. Lists that differ in more than `limit`
/// places are taken as wholly different between their common ends.
package enum LineDifference {
  /// One element that is kept, removed or added.
  package struct Step: Hashable, Sendable {
    /// nil for an added element.
    package var oldIndex: Int?
    /// nil for a removed element.
    package var newIndex: Int?
    /// How many elements of each list come before.
    package var oldStart: Int
    package var newStart: Int

    package var isKept: Bool { oldIndex != nil && newIndex != nil }
  }

  private static let limit = 1000

  package static func steps<Element: Hashable>(from old: [Element], to new: [Element]) -> [Step] {
    var head = 0
    while head < min(old.count, new.count), old[head] == new[head] { head += 1 }
    var tail = 0
    while tail < min(old.count, new.count) - head, old[old.count - 1 - tail] == new[new.count - 1 - tail] { tail += 1 }
    let pairs = matches(old[head..<old.count - tail], new[head..<new.count - tail])
    var steps: [Step] = []
    var (oldNext, newNext) = (0, 0)
    func advance(toOld oldEnd: Int, new newEnd: Int) {
      while oldNext < oldEnd {
        steps.append(Step(oldIndex: oldNext, newIndex: nil, oldStart: oldNext, newStart: newNext))
        oldNext += 1
      }
      while newNext < newEnd {
        steps.append(Step(oldIndex: nil, newIndex: newNext, oldStart: oldNext, newStart: newNext))
        newNext += 1
      }
    }
    let kept =
      (0..<head).map { ($0, $0) } + pairs
      + (0..<tail).reversed().map { (old.count - 1 - $0, new.count - 1 - $0) }
    for (oldIndex, newIndex) in kept {
      advance(toOld: oldIndex, new: newIndex)
      steps.append(Step(oldIndex: oldIndex, newIndex: newIndex, oldStart: oldIndex, newStart: newIndex))
      (oldNext, newNext) = (oldIndex + 1, newIndex + 1)
    }
    advance(toOld: old.count, new: new.count)
    return steps
  }

  /// How far each diagonal was followed after each number of steps: the diagonals from `-steps - 1` to `steps + 1`.
  private struct Front {
    private var reached: [Int]
    private let middle: Int

    init(steps: Int) {
      middle = steps + 1
      reached = Array(repeating: -1, count: 2 * steps + 3)
    }

    subscript(_ diagonal: Int) -> Int {
      get { reached.indices.contains(middle + diagonal) ? reached[middle + diagonal] : -1 }
      set { reached[middle + diagonal] = newValue }
    }
  }

  /// The indices of the elements that a shortest way keeps.
  private static func matches<Element: Hashable>(
    _ old: ArraySlice<Element>, _ new: ArraySlice<Element>
  ) -> [(Int, Int)] {
    var front = Front(steps: 0)
    front[1] = 0
    var history: [Front] = []
    for distance in 0...min(old.count + new.count, limit) {
      history.append(front)
      var next = Front(steps: distance)
      for diagonal in stride(from: -distance, through: distance, by: 2) {
        var x = start(diagonal, front)
        var y = x - diagonal
        while x < old.count, y < new.count, old[old.startIndex + x] == new[new.startIndex + y] {
          x += 1
          y += 1
        }
        next[diagonal] = x
        if x >= old.count, y >= new.count { return path(history, old, new) }
      }
      front = next
    }
    return []
  }

  /// Where a diagonal is entered: by an addition from above or a removal from the left.
  private static func start(_ diagonal: Int, _ front: Front) -> Int {
    max(front[diagonal + 1], front[diagonal - 1] + 1)
  }

  private static func path<Element: Hashable>(
    _ history: [Front], _ old: ArraySlice<Element>, _ new: ArraySlice<Element>
  ) -> [(Int, Int)] {
    var pairs: [(Int, Int)] = []
    var (x, y) = (old.count, new.count)
    for (distance, front) in history.enumerated().reversed() {
      let diagonal = x - y
      let entered = start(diagonal, front)
      while x > entered, x > 0, y > 0 {
        x -= 1
        y -= 1
        pairs.append((old.startIndex + x, new.startIndex + y))
      }
      guard distance > 0 else { break }
      if front[diagonal + 1] >= front[diagonal - 1] + 1 { y -= 1 } else { x -= 1 }
    }
    return pairs.reversed()
  }
}
