import Diagnostics
package import Graph
package import Tensors

/// The types of a network's values when its inputs have other sizes.
package enum ResizedTypes: Sendable {
  /// In the order of the graph's values.
  case types([TensorType])
  /// A layer that does not take what the sizes come to, by the message of its rule.
  case refused(NodeID, String)
}

extension Graph {
  /// Infers the types anew for inputs whose spatial sizes are replaced, the attributes of all layers staying the same.
  package func resized(toSpatial sizes: [Dimension]) -> ResizedTypes {
    var types = values.map(\.type)
    for port in inputs {
      guard var shape = types[port.value.index].shape, shape.rank == sizes.count + 2 else { continue }
      shape.dimensions.replaceSubrange(2..., with: sizes)
      types[port.value.index].shape = shape
    }
    for id in nodeIDs {
      let node = self[id]
      var violations: [Violation] = []
      let outputs = node.operation.outputTypes(for: node.inputs.map { types[$0.index] }, reporting: &violations)
      if let violation = violations.first(where: { $0.code.severity == .error }) {
        return .refused(id, violation.message)
      }
      guard outputs.count == node.outputs.count else { return .refused(id, "it has another number of outputs") }
      for (value, type) in zip(node.outputs, outputs) { types[value.index] = type }
    }
    return .types(types)
  }
}
