import Diagnostics
import Graph
import ModelSyntax
import Tensors

/// Layers put before a join whose inputs have different sizes: the larger is cropped, or the smaller resized.
enum JoinRepairs {
  static func candidates(
    for error: Diagnostic, _ model: Model, _ readers: [Span: ReadingLayer]
  ) -> [RepairCandidate] {
    guard error.code.id == "E0312", let layer = readers[error.primary.span], layer.sources.count == 2,
      let graph = model.graph, let node = graph.nodes.last(where: { $0.path == error.layer }), node.inputs.count == 2,
      let first = graph[node.inputs[0]].type.shape, let second = graph[node.inputs[1]].type.shape,
      first.rank == second.rank, first.rank > 2
    else { return [] }
    let axes = 2..<first.rank
    let sizes = axes.compactMap { axis in first[axis].value.flatMap { size in second[axis].value.map { (size, $0) } } }
    guard sizes.count == axes.count else { return [] }
    let names = layer.sources.map(\.value)
    if sizes.allSatisfy({ $0.0 >= $0.1 }) { return edits(crop: 0, to: 1, names, layer, model.sources) }
    if sizes.allSatisfy({ $0.0 <= $0.1 }) { return edits(crop: 1, to: 0, names, layer, model.sources) }
    return []
  }

  private static func edits(
    crop large: Int, to small: Int, _ names: [String], _ layer: ReadingLayer, _ sources: SourceMap
  ) -> [RepairCandidate] {
    guard let (place, indent) = itemStart(of: layer, in: sources) else { return [] }
    func candidate(_ title: String, _ text: String, _ renamed: Int, _ suffix: String) -> RepairCandidate {
      let name = names[renamed].replacing(".", with: "_") + suffix
      let item = "- \(text.replacing("NAME", with: name))\n" + String(repeating: " ", count: indent)
      return RepairCandidate(
        Fix(title, safety: .unsafe, edits: [Edit(place, item), Edit(layer.sources[renamed].span, name)]), score: 6)
    }
    let (larger, smaller) = (names[large], names[small])
    return [
      candidate(
        "crop \(larger) to the size of \(smaller) before the join",
        "center_crop: {name: NAME, from: \(larger), like: \(smaller)}", large, "_cropped"),
      candidate(
        "resize \(smaller) to the size of \(larger) before the join",
        "upsample: {name: NAME, from: \(smaller), like: \(larger), mode: nearest}", small, "_resized"),
    ]
  }

  /// The place of the dash of a layer that begins its line, and the spaces before it.
  private static func itemStart(of layer: ReadingLayer, in sources: SourceMap) -> (Span, Int)? {
    let source = sources[layer.start.source]
    let line = source.byteRange(ofLine: source.position(at: layer.start.lower).line)
    let before = source.bytes[line.lowerBound..<layer.start.lower]
    guard let dash = before.lastIndex(of: UInt8(ascii: "-")),
      before[..<dash].allSatisfy({ $0 == UInt8(ascii: " ") })
    else { return nil }
    return (Span(layer.start.source, dash..<dash), dash - line.lowerBound)
  }
}
