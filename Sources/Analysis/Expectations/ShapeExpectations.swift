import Diagnostics
import Graph
import Operators
import Tensors

extension ExpectationCheck {
  /// The values of layers by their names; a scope stands for the last layer in it.
  var layerPorts: [Port] {
    var ports = graph.nodes.flatMap { node in node.outputs.map { Port(name: names[$0.index], value: $0) } }
    var scopes: [String: ValueID] = [:]
    for node in graph.nodes {
      guard let output = node.outputs.first else { continue }
      var path = node.path[...]
      while let dot = path.lastIndex(of: ".") {
        path = path[..<dot]
        scopes[String(path)] = output
      }
    }
    for (path, value) in scopes.sorted(by: { $0.key < $1.key }) { ports.append(Port(name: path, value: value)) }
    return ports
  }

  mutating func checkOutput(_ key: String, _ value: AttributeValue, of subject: Subject) {
    guard subject.outputs.count == 1 else {
      let rule = "is one shape, but there are \(subject.outputs.count) outputs"
      return report(.invalidExpectation(key, rule, value, layer: subject.layer))
    }
    checkShape(
      key, value, of: Port(name: names[subject.outputs[0].index], value: subject.outputs[0]), layer: subject.layer)
  }

  mutating func checkShapes(_ entry: AttributeValue.Entry, of ports: [Port], kind: String) {
    guard case .map(let shapes) = entry.value.content else {
      let rule = "must be a map from names to shapes"
      return report(.invalidExpectation(entry.key, rule, entry.value, layer: nil))
    }
    for shape in shapes {
      guard let port = ports.first(where: { $0.name == shape.key }) else {
        report(.unknownExpectedName(shape, kind: kind, among: ports.map(\.name)))
        continue
      }
      checkShape(entry.key, shape.value, of: port, layer: nil)
    }
  }

  private mutating func checkShape(_ key: String, _ value: AttributeValue, of port: Port, layer: String?) {
    guard case .list(let items) = value.content, let promised = Self.complete(items.map(promisedDimension)) else {
      let rule = "must be a list of sizes and symbols"
      return report(.invalidExpectation(key, rule, value, layer: layer))
    }
    guard let shape = graph[port.value].type.shape, !shape.dimensions.contains(.unknown),
      shape.dimensions.map({ Self.normalized($0.description) }) != promised
    else { return }
    report(
      .shapeExpectation(
        key, value, name: port.name, actual: shape.description,
        origins: origins(of: port.value, shape, promised: promised), layer: layer))
  }

  /// A promised size in the form that sizes print in; nil for what cannot be one.
  private func promisedDimension(_ value: AttributeValue) -> String? {
    switch value.content {
    case .int(let size): "\(size)"
    case .string(let text): symbols[text].map { "\($0)" } ?? Self.normalized(text)
    default: nil
    }
  }

  /// A size without spaces and without parentheses around it all: `H//2` for `(H // 2)`.
  private static func normalized(_ text: String) -> String {
    let compact = text.filter { $0 != " " }
    guard compact.first == "(", compact.last == ")" else { return compact }
    var depth = 0
    for (index, character) in compact.enumerated() {
      depth += character == "(" ? 1 : character == ")" ? -1 : 0
      if depth == 0, index < compact.count - 1 { return compact }
    }
    return String(compact.dropFirst().dropLast())
  }
}

// MARK: Blame

extension ExpectationCheck {
  /// Labels for the layers that made the axes what they are which differ from the promised ones.
  private func origins(of value: ValueID, _ shape: Shape, promised: [String]) -> [Label] {
    guard let producer = graph[value].producer else { return [] }
    let produces = Label(graph[producer].origin.span, "produces \(shape)")
    guard promised.count == shape.rank else { return [produces] }
    var labels: [Label] = []
    for axis in 0..<shape.rank where Self.normalized(shape[axis].description) != promised[axis] {
      let (origin, label) = origin(ofAxis: axis, of: value, shape)
      guard let label else { continue }
      let new = origin == producer ? produces : label
      if let index = labels.firstIndex(where: { $0.span == new.span }) {
        if labels[index] != new { labels[index].message += ", " + new.message }
      } else {
        labels.append(new)
      }
    }
    return labels
  }

  /// The layer at which an axis last became what it is; nil for an input, which is then labelled.
  private func origin(ofAxis axis: Int, of value: ValueID, _ shape: Shape) -> (NodeID?, Label?) {
    let name = (3...5).contains(shape.rank) ? AxisName.layout(shape.rank - 2)[axis] : "axis \(axis)"
    var value = value
    while let producer = graph[value].producer {
      let earlier = graph[producer].readInputs.first { input in
        graph[input].type.shape.map { $0.rank == shape.rank && $0[axis] == shape[axis] } ?? false
      }
      guard let earlier else {
        return (producer, Label(graph[producer].origin.span, "\(name) becomes \(shape[axis]) here"))
      }
      value = earlier
    }
    return (nil, inputSpans[value].map { Label($0, "\(name) is \(shape[axis]) here") })
  }
}
