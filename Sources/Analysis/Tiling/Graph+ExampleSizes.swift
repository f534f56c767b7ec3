package import Graph
import Tensors

extension Graph {
  /// The network with numbers for all symbols, so that what holds for every size can be examined; nil when none are
  /// found that every layer takes.
  ///
  /// The batch is 1. A spatial symbol gets the first size from a large power of two on that the layers take, so that
  /// multiples of strides are found before others.
  package func withExampleSizes() -> Graph? {
    if isConcrete { return self }
    let sample = singleSample
    let graph = withTypes(values.map { $0.type.binding(sample) })
    let shapes = graph.inputs.map { graph[$0.value].type.shape?.dimensions.dropFirst(2) ?? [] }
    guard var spatial = shapes.first.map(Array.init), !spatial.isEmpty, Set(shapes.map(Array.init)).count == 1 else {
      return nil
    }
    for axis in spatial.indices {
      guard case .symbolic(let size) = spatial[axis], let symbol = size.symbols.first else { continue }
      guard let found = graph.firstSizeTaken(for: symbol, in: spatial) else { return nil }
      spatial = spatial.map { $0.binding([symbol: found]) }
    }
    guard case .types(let types) = graph.resized(toSpatial: spatial) else { return nil }
    let concrete = graph.withTypes(types)
    return concrete.isConcrete ? concrete : nil
  }

  /// The most layers that are looked at to find a size.
  private static let searchBudget = 1 << 21

  private func firstSizeTaken(for symbol: String, in spatial: [Dimension]) -> Int? {
    for start in [1 << 10, 1 << 14] {
      for offset in 0..<min(start, max(1, Self.searchBudget / (2 * max(nodes.count, 1)))) {
        let sizes = spatial.map { $0.binding([symbol: start + offset]) }
        if case .types = resized(toSpatial: sizes) { return start + offset }
      }
    }
    return nil
  }
}
