import Diagnostics
import Graph
import ModelSyntax
import Operators
import Tensors

extension Elaborator {
  /// Adds an operator to the graph with its attributes and shapes checked.
  func add(_ call: OperatorCall, _ site: LayerSite, forgivesMissing: Int = 0) -> (
    outputs: [ValueID], auxiliary: [ValueID], kind: ElaboratedLayer.Kind
  ) {
    var call = call
    let configured = configure(call, site, forgivesMissing: forgivesMissing)
    addReferencedInputs(to: &call, site)
    var made: (node: NodeID?, outputs: [ValueID])?
    if call.kind.arity.contains(call.inputs.count) {
      made = addNodes(configured, call, site)
    } else if !isUnknown(call.inputs) {
      report(.wrongInputCount(call.kind, given: call.inputs.count, at: call.nameSpan), at: site)
    }
    // The unknown value is made when it is first asked for: a graph that has one is not concrete.
    let outputs = made?.outputs ?? [unknownValue]
    let flowing = configured.operation.flowingOutputs(outputs)
    return (
      flowing, Array(outputs.dropFirst(flowing.count)),
      .operation(name: call.kind.name, attributes: effectiveAttributes(of: call), node: made?.node)
    )
  }

  /// What `defaults` and the layer give, the layer's word last.
  private func effectiveAttributes(of call: OperatorCall) -> [(name: String, value: AttributeValue)] {
    var attributes: [(name: String, value: AttributeValue)] = []
    for attribute in call.written {
      if let value = attribute.value { attributes.append((attribute.name, value)) }
    }
    for (name, value) in call.kind.defaults where call.attribute(name) == nil { attributes.append((name, value)) }
    return attributes
  }

  /// An attribute that names a layer makes that layer a further input.
  private func addReferencedInputs(to call: inout OperatorCall, _ site: LayerSite) {
    for (index, attribute) in call.written.enumerated() {
      guard call.kind.description(of: attribute.name)?.kind.isLayer == true, let value = attribute.value,
        case .string(let text) = value.content
      else { continue }
      let reference = LayerReference(
        key: attribute.name, text: text, value: value, offset: site.syntax.span.lower)
      switch resolve(reference, in: site.context) {
      case .found(let values, let isBlockInput):
        call.inputs += values
        if isBlockInput, let first = values.first { call.written[index].value?.content = .string(fullPath(of: first)) }
      case .corrected(let values, let finding):
        call.inputs += values
        report(finding, at: site)
      case .failed(let finding):
        call.inputs.append(unknownValue)
        if let finding { report(finding, at: site) }
      }
    }
  }

  private func addNodes(
    _ configured: ConfiguredOperator, _ call: OperatorCall, _ site: LayerSite
  ) -> (node: NodeID, outputs: [ValueID]) {
    let inputs = call.inputs.map { graph[$0].type }
    var (types, violations) = infer(configured, inputs)
    for violation in violations.certain {
      report(diagnostic(violation, configured.operation, call, in: site.context.environment), at: site)
    }
    keepDemands(violations, call)
    var isWrong = !configured.lost.isEmpty || violations.certain.contains { $0.code.severity == .error }
    if silenceOverflow(in: &types) {
      isWrong = true
      report(.sizeTooLarge(at: call.nameSpan), at: site)
    }
    if !isWrong, let composite = configured.operation as? any CompositeOperator, let input = inputs.first {
      return addStages(composite.stages(for: input), call, site)
    }
    return addNode(
      configured.operation, types, path: call.path, inputs: call.inputs, hasParameters: !isWrong, call, site)
  }

  /// The types of the outputs; what depends on a lost attribute is not known, and rules that do are silent.
  private func infer(_ configured: ConfiguredOperator, _ inputs: [TensorType]) -> ([TensorType], [Violation]) {
    var violations: [Violation] = []
    var types = configured.operation.outputTypes(for: inputs, reporting: &violations)
    // Behind elements of a wrong type everything goes on as if they were right.
    if violations.contains(where: { $0.code == .wrongType }) {
      for index in types.indices { types[index].dtype = .float32 }
    }
    if configured.lost.isEmpty { return (types, violations) }
    return LostAttributes(configured).outcome(for: inputs, types, violations.certain)
  }

  private func keepDemands(_ violations: [Violation], _ call: OperatorCall) {
    for violation in violations {
      guard let demand = violation.demand else { continue }
      demands.append(
        Elaboration.SizeDemand(demand, layer: call.path, span: label(violation.subject, "", call).span))
    }
  }

  /// A composite's stages are nodes below its path.
  private func addStages(
    _ stages: [(name: String, operation: any Operator)], _ call: OperatorCall, _ site: LayerSite
  ) -> (node: NodeID, outputs: [ValueID]) {
    var values = call.inputs
    var last = NodeID(index: graph.nodes.count)
    for stage in stages {
      var ignored: [Violation] = []
      var types = stage.operation.outputTypes(for: values.map { graph[$0].type }, reporting: &ignored)
      _ = silenceOverflow(in: &types)
      (last, values) = addNode(
        stage.operation, types, path: call.path + "." + stage.name, inputs: values, hasParameters: true, call, site)
    }
    return (last, values)
  }

  private func addNode(
    _ operation: any Operator, _ types: [TensorType], path: String, inputs: [ValueID], hasParameters: Bool,
    _ call: OperatorCall, _ site: LayerSite
  ) -> (node: NodeID, outputs: [ValueID]) {
    var parameters: [ParameterDeclaration] = []
    if hasParameters, let owner = operation as? any ParameterizedOperator {
      parameters = owner.parameters(for: inputs.map { graph[$0].type })
      applyInitializers(of: call.kind, to: &parameters)
      if !countBytes(of: parameters) {
        report(.tooManyParameters(at: call.nameSpan), at: site)
        parameters = []
      }
    }
    let node = graph.addNode(
      operation, path: path, inputs: inputs, outputTypes: types, parameters: parameters, isFrozen: call.isFrozen,
      origin: call.origin)
    return (node, graph[node].outputs)
  }
}

extension Operator {
  /// The outputs that the next layer reads, and that a name without a number means.
  func flowingOutputs(_ outputs: [ValueID]) -> [ValueID] {
    self is any AuxiliaryOutputOperator ? Array(outputs.prefix(1)) : outputs
  }
}
