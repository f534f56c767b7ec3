extension Graph {
  /// What each value is called: an input's name, the path of the layer that makes it, or `path.1` for one of
  /// several; `%7` when nothing makes it.
  package var valueNames: [String] {
    var names = values.indices.map { "%\($0)" }
    for port in inputs { names[port.value.index] = port.name }
    for node in nodes {
      for (index, output) in node.outputs.enumerated() {
        names[output.index] = node.outputs.count == 1 ? node.path : "\(node.path).\(index)"
      }
    }
    return names
  }
}
