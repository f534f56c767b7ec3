package import Diagnostics
package import Tensors

package struct ValueID: Hashable, Sendable {
  package let index: Int
  package init(index: Int) { self.index = index }
}

package struct NodeID: Hashable, Sendable {
  package let index: Int
  package init(index: Int) { self.index = index }
}

package struct ParameterID: Hashable, Sendable {
  package let index: Int
  package init(index: Int) { self.index = index }
}

/// Where a node was written: kept by every pass, so that a fused node still points at its lines.
package struct Origin: Hashable, Sendable {
  /// The operator's name in the file.
  package var span: Span
  /// The values of the attributes that the file writes.
  package var attributes: [String: Span]
  /// The uses of the blocks around it, innermost first.
  package var uses: [Span]

  package init(span: Span, attributes: [String: Span] = [:], uses: [Span] = []) {
    self.span = span
    self.attributes = attributes
    self.uses = uses
  }
}

/// A tensor that flows between nodes.
package struct Value: Sendable {
  package var type: TensorType
  package var layout = Layout.plain
  /// nil for an input of the graph.
  package var producer: NodeID?
}

/// One operator applied to values.
package struct Node: Sendable {
  /// The layer's path: `layer1.0.conv1`.
  package var path: String
  package var operation: any Operator
  package var inputs: [ValueID]
  package var outputs: [ValueID]
  package var parameters: [ParameterID]
  package var origin: Origin

  package init(
    path: String, operation: any Operator, inputs: [ValueID], outputs: [ValueID], parameters: [ParameterID] = [],
    origin: Origin
  ) {
    self.path = path
    self.operation = operation
    self.inputs = inputs
    self.outputs = outputs
    self.parameters = parameters
    self.origin = origin
  }

  /// The inputs whose elements are read, and not their shape alone.
  package var readInputs: ArraySlice<ValueID> {
    operation is any ShapeReadingOperator ? inputs.prefix(1) : inputs[...]
  }
}

/// A named value at the edge of a graph.
package struct Port: Hashable, Sendable {
  package var name: String
  package var value: ValueID

  package init(name: String, value: ValueID) {
    self.name = name
    self.value = value
  }
}

/// A network as nodes in an order in which every value is produced before it is read.
package struct Graph: Sendable {
  package var name: String
  package private(set) var nodes: [Node] = []
  package private(set) var values: [Value] = []
  package private(set) var parameters: [Parameter] = []
  package private(set) var inputs: [Port] = []
  package var outputs: [Port] = []

  package init(name: String) { self.name = name }

  package subscript(_ id: ValueID) -> Value { values[id.index] }
  package subscript(_ id: NodeID) -> Node { nodes[id.index] }
  package subscript(_ id: ParameterID) -> Parameter { parameters[id.index] }

  package mutating func addInput(_ name: String, _ type: TensorType) -> ValueID {
    let id = ValueID(index: values.count)
    values.append(Value(type: type, producer: nil))
    inputs.append(Port(name: name, value: id))
    return id
  }

  /// A value that nothing produces and nothing is known about, in place of one that a mistake in the file took away.
  package mutating func addUnknownValue() -> ValueID {
    values.append(Value(type: .unknown, producer: nil))
    return ValueID(index: values.count - 1)
  }

  /// Appends a node with outputs of the given types and parameters named below its path.
  package mutating func addNode(
    _ operation: any Operator, path: String, inputs: [ValueID], outputTypes: [TensorType],
    parameters declarations: [ParameterDeclaration] = [], isFrozen: Bool = false, origin: Origin
  ) -> NodeID {
    let id = NodeID(index: nodes.count)
    let outputs = outputTypes.map { type in
      values.append(Value(type: type, producer: id))
      return ValueID(index: values.count - 1)
    }
    let parameterIDs = declarations.map { declaration in
      let name = [path, declaration.name].filter { !$0.isEmpty }.joined(separator: ".")
      parameters.append(
        Parameter(
          name: name, declaration: declaration, isTrainable: declaration.role == .weight && !isFrozen, node: id))
      return ParameterID(index: parameters.count - 1)
    }
    nodes.append(
      Node(path: path, operation: operation, inputs: inputs, outputs: outputs, parameters: parameterIDs, origin: origin)
    )
    return id
  }

  /// A value for a node that `setNodes` will bring.
  package mutating func addValue(_ type: TensorType, _ layout: Layout = .plain) -> ValueID {
    values.append(Value(type: type, layout: layout, producer: nil))
    return ValueID(index: values.count - 1)
  }

  package mutating func setLayout(_ layout: Layout, of value: ValueID) { values[value.index].layout = layout }

  /// Replaces all nodes: passes change a network by other nodes over its values and parameters.
  package mutating func setNodes(_ nodes: [Node]) {
    self.nodes = nodes
    for index in values.indices { values[index].producer = nil }
    for (index, node) in nodes.enumerated() {
      for output in node.outputs { values[output.index].producer = NodeID(index: index) }
      for parameter in node.parameters { parameters[parameter.index].node = NodeID(index: index) }
    }
  }

  /// The same network with other types of its values, in the order of `values`.
  package func withTypes(_ types: [TensorType]) -> Graph {
    precondition(types.count == values.count, "every value has a type")
    var graph = self
    for (index, type) in types.enumerated() { graph.values[index].type = type }
    return graph
  }

  package var nodeIDs: [NodeID] { nodes.indices.map(NodeID.init(index:)) }
  package var parameterIDs: [ParameterID] { parameters.indices.map(ParameterID.init(index:)) }

  /// Whether every size of every value is a number, as execution needs.
  package var isConcrete: Bool {
    (inputs.map(\.value) + nodes.flatMap(\.outputs)).allSatisfy { self[$0].type.shape?.sizes != nil }
  }
}
