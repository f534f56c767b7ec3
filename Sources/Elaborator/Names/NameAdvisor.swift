import Diagnostics

/// Names near a misspelt one, with a bound on all the work of one run: a file of thousands of misspelt names among
/// thousands of names stays fast, and only loses suggestions.
struct NameAdvisor {
  private var comparisonsLeft = 2_000_000

  mutating func nearest(to name: String, among candidates: [String]) -> [String] {
    guard name.utf8.count <= 100, affords(candidates.count) else { return [] }
    return Suggestion.nearest(to: name, among: candidates)
  }

  /// Whether work of about as many comparisons is still allowed.
  mutating func affords(_ comparisons: Int) -> Bool {
    guard comparisonsLeft >= comparisons else { return false }
    comparisonsLeft -= comparisons
    return true
  }
}
