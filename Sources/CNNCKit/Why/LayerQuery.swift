import Diagnostics
import Elaborator
package import Graph

/// Finds the value that a user names by a layer's path, an input's name, or a line of a file.
package struct LayerQuery: Sendable {
  /// A value with the name it is known by.
  package struct Answer: Hashable, Sendable {
    package var name: String
    package var value: ValueID
  }

  private let model: Model
  private let graph: Graph

  package init(_ model: Model, _ graph: Graph) {
    self.model = model
    self.graph = graph
  }

  /// What a text means, the others of the same line behind the first; empty when it means nothing.
  package func answers(to text: String) -> [Answer] {
    if let value = value(named: text) { return [Answer(name: text, value: value)] }
    guard let colon = text.lastIndex(of: ":"), let line = Int(text[text.index(after: colon)...]) else { return [] }
    return answers(line: line, file: String(text[..<colon]))
  }

  /// Names near to one that means nothing.
  package func names(near text: String) -> [String] {
    let names = graph.inputs.map(\.name) + model.elaboration.traces.map(\.path) + graph.nodes.map(\.path)
    var known: Set<String> = []
    return Suggestion.nearest(to: text, among: names.filter { known.insert($0).inserted })
  }

  private func value(named text: String) -> ValueID? {
    if let input = graph.inputs.first(where: { $0.name == text }) { return input.value }
    if let node = graph.nodes.first(where: { $0.path == text }) { return node.outputs.first }
    if let trace = model.elaboration.traces.last(where: { $0.path == text }) { return trace.outputs.first }
    return graph.valueNames.firstIndex(of: text).map { ValueID(index: $0) }
  }

  /// The innermost layers that are written on a line, in the order in which they were made.
  private func answers(line: Int, file: String) -> [Answer] {
    var best: (length: Int, answers: [Answer]) = (.max, [])
    for trace in model.elaboration.traces {
      let source = model.sources[trace.span.source]
      guard file.isEmpty ? source.path == model.path : source.path == file || source.path.hasSuffix("/" + file),
        let value = trace.outputs.first
      else { continue }
      let lines =
        source.position(at: trace.span.lower)
        .line...source.position(at: max(trace.span.lower, trace.span.upper - 1)).line
      guard lines.contains(line), lines.count <= best.length else { continue }
      if lines.count < best.length { best = (lines.count, []) }
      best.answers.append(Answer(name: trace.path, value: value))
    }
    return best.answers
  }
}
