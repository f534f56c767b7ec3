import Diagnostics
import Graph
import ModelSyntax
import Operators
import Tensors

/// Layers put before a join whose inputs have different sizes: the larger is cropped, or the smaller resized.
enum JoinRepairs {
  static func candidates(
    for error: Diagnostic, _ model: Model, _ readers: [Span: ReadingLayer]
  ) -> [RepairCandidate] {
    guard error.code == .unequalShapes, let layer = readers[error.primary.span], layer.sources.count == 2,
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
    guard let place = sources.placeBeforeItem(at: layer.start) else { return [] }
    func candidate(_ title: String, _ text: String, _ renamed: Int, _ suffix: String) -> RepairCandidate {
      let name = names[renamed].replacing(".", with: "_") + suffix
      let item = place.insertion(of: text.replacing("NAME", with: name))
      return RepairCandidate(
        Fix(title, safety: .unsafe, edits: [item, Edit(layer.sources[renamed].span, name)]), score: 6)
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
}
