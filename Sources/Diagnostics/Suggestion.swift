/// Finds what a misspelt name was meant to be.
package enum Suggestion {
  /// The candidates nearest to a name: equal but for case, or within an edit distance of a third of its length (at least 1).
  ///
  /// The best come first, at most three; candidates at the same distance keep their order.
  package static func nearest(to name: String, among candidates: some Sequence<String>) -> [String] {
    let limit = max(1, name.utf8.count / 3)
    let folded = name.lowercased()
    var ranked: [(distance: Int, order: Int, candidate: String)] = []
    for (order, candidate) in candidates.enumerated() where candidate != name {
      let distance = candidate.lowercased() == folded ? 0 : editDistance(name, candidate, limit: limit)
      if distance <= limit { ranked.append((distance, order, candidate)) }
    }
    ranked.sort { ($0.distance, $0.order) < ($1.distance, $1.order) }
    return ranked.prefix(3).map(\.candidate)
  }

  /// The edit distance of Damerau and Levenshtein with adjacent transpositions; more than `limit` is returned as `limit + 1`.
  package static func editDistance(_ a: String, _ b: String, limit: Int) -> Int {
    let a = Array(a.utf8)
    let b = Array(b.utf8)
    guard abs(a.count - b.count) <= limit else { return limit + 1 }
    var beforePrevious: [Int] = []
    var previous = Array(0...b.count)
    for i in 0..<a.count {
      var row = [i + 1]
      row.reserveCapacity(b.count + 1)
      for j in 0..<b.count {
        var cost = min(previous[j + 1] + 1, row[j] + 1, previous[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, beforePrevious[j - 1] + 1) }
        row.append(cost)
      }
      if row.min()! > limit { return limit + 1 }
      beforePrevious = previous
      previous = row
    }
    return previous[b.count]
  }
}
