import Diagnostics
import Operators

/// Names near a misspelt one, with a bound on all the work of one run: a file of thousands of misspelt names among
/// thousands of names stays fast, and only loses suggestions.
struct NameAdvisor {
  private var comparisonsLeft = 2_000_000

  mutating func nearest(to name: String, among candidates: [String]) -> [String] {
    guard name.utf8.count <= 100, affords(candidates.count) else { return [] }
    return Suggestion.nearest(to: name, among: candidates)
  }

  /// Operators and blocks near a misspelt name, or the operator that another framework calls so.
  ///
  /// - Parameter rank: The spatial axes of the input, which complete the name of a family such as `conv`.
  mutating func callables(near name: String, rank: Int? = nil, among candidates: [String]) -> [String] {
    guard name.utf8.count <= 100, affords(candidates.count) else { return [] }
    let foreign = ForeignNames.operators(called: name, rank: rank).filter(candidates.contains)
    return foreign.isEmpty ? nearest(to: name, among: candidates) : foreign
  }

  /// Attributes near a misspelt one, or the one that another framework calls so.
  mutating func attributes(near name: String, among candidates: [String]) -> [String] {
    ForeignNames.attribute(called: name, of: candidates).map { [$0] } ?? nearest(to: name, among: candidates)
  }

  /// Whether work of about as many comparisons is still allowed.
  mutating func affords(_ comparisons: Int) -> Bool {
    guard comparisonsLeft >= comparisons else { return false }
    comparisonsLeft -= comparisons
    return true
  }
}
