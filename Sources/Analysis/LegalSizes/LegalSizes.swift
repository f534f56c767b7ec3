package import Elaborator
package import Graph
import Tensors

/// Which sizes the symbols of a model's inputs may have: for each symbol the complete set, and what demands it.
///
/// A size with one symbol is a table (`QuasiAffine`), so every demand on it is solved for all sizes at once. Demands that
/// tie several symbols to each other stay as they are.
package struct LegalSizes: Sendable {
  package struct Symbol: Sendable {
    package var name: String
    /// The sizes that every demand on this symbol alone accepts.
    package var sizes: SizeSet
    /// The demands that together make this set, the earliest ones that do; none can be left out.
    package var causes: [Cause]
    /// Demands on this symbol together with others, and such that cannot be solved.
    package var ties: [Elaboration.SizeDemand]
  }

  package struct Cause: Sendable {
    /// What this demand accepts together with those before it.
    package var sizes: SizeSet
    package var demand: Elaboration.SizeDemand
  }

  package private(set) var symbols: [Symbol]
  /// The first layer that has an output of a size that cannot be followed: what comes behind it may demand more.
  package private(set) var horizon: NodeID?

  /// Solves the demands of inference, or those of training with them, of a model without errors.
  package init(_ elaboration: Elaboration, graph: Graph, forTraining: Bool = false) {
    var distinct: [SizeCondition: Int] = [:]
    var demands: [Elaboration.SizeDemand] = []
    for demand in elaboration.demands where forTraining || !demand.isForTraining {
      if distinct.updateValue(demands.count, forKey: demand.condition) == nil { demands.append(demand) }
    }
    let solved = demands.map { demand in
      (demand: demand, symbols: demand.condition.symbols, sizes: Self.solve(demand.condition))
    }
    symbols = graph.freeSymbols.map { name in
      let own = solved.filter { $0.symbols.contains(name) }
      let causes = own.compactMap { entry in entry.sizes.map { Cause(sizes: $0, demand: entry.demand) } }
      var symbol = Symbol(
        name: name, sizes: .all, causes: [], ties: own.filter { $0.sizes == nil }.map(\.demand))
      symbol.add(causes)
      return symbol
    }
    horizon = graph.nodeIDs.first { node in
      graph[node].outputs.contains { graph[$0].type.shape?.dimensions.contains(.unknown) ?? true }
    }
  }

  private static func solve(_ condition: SizeCondition) -> SizeSet? {
    condition.symbols.count == 1 ? SizeSet(solving: condition)?.reduced : nil
  }
}

extension LegalSizes.Symbol {
  /// Sets beyond this number are not searched for those that could be left out.
  private static let searchLimit = 64

  /// Whether every size is accepted.
  package var isFree: Bool { sizes == .all && ties.isEmpty }

  /// The set and the ties as conditions: `H = 0 (mod 32), H >= 64`.
  package var description: String {
    let own = sizes == .all && !ties.isEmpty ? [] : [sizes.description(of: name)]
    return (own + ties.map(\.condition.description)).joined(separator: ", ")
  }

  fileprivate mutating func add(_ demands: [LegalSizes.Cause]) {
    var distinct: [LegalSizes.Cause] = []
    var seen: Set<SizeSet> = [.all]
    for demand in demands where seen.insert(demand.sizes).inserted {
      guard let both = sizes.intersection(demand.sizes) else {
        ties.append(demand.demand)
        continue
      }
      sizes = both.reduced
      distinct.append(demand)
    }
    causes = distinct.count > Self.searchLimit ? [] : Self.cumulative(Self.necessary(distinct, for: sizes))
  }

  /// Leaves out demands from the last on as long as the others make the same set.
  private static func necessary(_ causes: [LegalSizes.Cause], for sizes: SizeSet) -> [LegalSizes.Cause] {
    var kept = causes
    for index in causes.indices.reversed() {
      var others = kept
      others.remove(at: index)
      let rest = others.reduce(SizeSet.all) { $0.intersection($1.sizes) ?? $0 }.reduced
      if rest == sizes { kept = others }
    }
    return kept
  }

  private static func cumulative(_ causes: [LegalSizes.Cause]) -> [LegalSizes.Cause] {
    var sizes = SizeSet.all
    return causes.map { cause in
      sizes = (sizes.intersection(cause.sizes) ?? sizes).reduced
      return LegalSizes.Cause(sizes: sizes, demand: cause.demand)
    }
  }
}
