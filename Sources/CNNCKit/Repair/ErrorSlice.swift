import Diagnostics
import Graph

/// The layers that what is wrong at an error may come from, by how many layers lie between.
struct ErrorSlice {
  private var distances: [Span: Int] = [:]
  private var lines: [Line: Double] = [:]
  private let sources: SourceMap
  /// Whether the error is about a layer, and not about the whole model.
  let isLocated: Bool

  private struct Line: Hashable {
    let source: Int
    let number: Int
  }

  /// Layers further back than this count as not related.
  private static let reach = 400

  init(of error: Diagnostic, in graph: Graph?, sources: SourceMap) {
    self.sources = sources
    let start = error.layer.flatMap { layer in graph?.nodes.lastIndex { $0.path == layer } }
    isLocated = start != nil || error.code.subject != .expectations
    lines[line(of: error.primary.span)] = 3
    for label in error.labels where lines[line(of: label.span)] == nil { lines[line(of: label.span)] = 2 }
    guard let graph, let start else { return }
    var queue = [(node: start, distance: 0)]
    var seen: Set<Int> = [start]
    var next = 0
    while next < queue.count, next < Self.reach {
      let (index, distance) = queue[next]
      next += 1
      let node = graph.nodes[index]
      for span in [node.origin.span] + node.origin.uses where distances[span] == nil { distances[span] = distance }
      for input in node.inputs {
        guard let producer = graph[input].producer, seen.insert(producer.index).inserted else { continue }
        queue.append((producer.index, distance + 1))
      }
    }
  }

  private func line(of span: Span) -> Line {
    Line(source: span.source.index, number: sources[span.source].position(at: span.lower).line)
  }

  /// How near a number is to the error; 0 for every number when the error has no place among the layers.
  func proximity(of site: EditSite) -> Double {
    let marked = lines[line(of: site.span)] ?? 0
    guard isLocated else { return marked > 0 ? 0.5 : 0 }
    guard let keyword = site.keyword else { return max(marked, 0.5) }
    guard distances[keyword] != nil else { return marked > 0 ? marked : -3 }
    return max(marked, proximity(ofKeyword: keyword))
  }

  /// How near a layer is to the error; below 0 for layers that have nothing to do with it.
  func proximity(ofKeyword keyword: Span) -> Double {
    distances[keyword].map { 3 - 0.2 * Double($0) } ?? lines[line(of: keyword)] ?? -1
  }
}
