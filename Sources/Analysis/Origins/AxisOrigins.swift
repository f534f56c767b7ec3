package import Graph
import Tensors

/// Tells how every axis of every value of a graph came to be.
///
/// Operators that are `AxisOriginOperator` say it themselves; for others it follows from their windows, from attributes
/// that state a size, and from equal sizes.
package struct AxisOrigins: Sendable {
  private let graph: Graph

  package init(_ graph: Graph) { self.graph = graph }

  /// The origin of one axis of an output; nil where a shape is not known.
  package func origin(ofAxis axis: Int, ofOutput index: Int, of node: Node) -> AxisOrigin? {
    let inputs = node.inputs.compactMap { graph[$0].type.shape }
    let outputs = node.outputs.compactMap { graph[$0].type.shape }
    guard inputs.count == node.inputs.count, outputs.count == node.outputs.count, !inputs.isEmpty,
      outputs[index].rank > axis
    else { return nil }
    if let operation = node.operation as? any AxisOriginOperator,
      let origin = operation.origin(ofAxis: axis, ofOutput: index, inputs: inputs, outputs: outputs)
    {
      return origin
    }
    return window(node, axis, outputs[index]) ?? stated(node, axis, inputs, outputs[index])
      ?? kept(node, axis, inputs, outputs[index])
  }

  private func window(_ node: Node, _ axis: Int, _ output: Shape) -> AxisOrigin? {
    guard axis >= 2, let operation = node.operation as? any WindowedOperator else { return nil }
    let type = graph[node.inputs[0]].type
    let windows = operation.windows(for: type)
    guard axis - 2 < windows.count, let shape = type.shape, shape.rank > axis else { return nil }
    let window = windows[axis - 2]
    let isNeutral = window.stride == 1 && window.padBegin + window.padEnd == window.dilation * (window.kernelSize - 1)
    if isNeutral { return .kept(AxisSource(axis: axis)) }
    let formula = WindowFormula(
      input: shape[axis], output: output[axis], window: window, isSame: text("padding", of: operation) == "same",
      rounding: rounding(of: operation))
    return .computed(formula: formula.text, AxisSource(axis: axis))
  }

  private func rounding(of operation: any Operator) -> WindowFormula.Rounding {
    if attribute("ceil_mode", of: operation) == .bool(true) { return .ceil }
    return text("rounding", of: operation).flatMap(WindowFormula.Rounding.init) ?? .exact
  }

  /// A size that an attribute states: channels, features, or the size of the output.
  private func stated(_ node: Node, _ axis: Int, _ inputs: [Shape], _ output: Shape) -> AxisOrigin? {
    guard let size = output[axis].value else { return nil }
    let names =
      axis == 1 && output.rank > 2 ? ["out_channels"] : axis == output.rank - 1 ? ["out_features"] : [String]()
    for name in names where attribute(name, of: node.operation) == .int(size) { return .given("\(name): \(size)") }
    guard axis >= 2, let value = attribute("output_size", of: node.operation) else { return nil }
    if value == .int(size) { return .given("output_size: \(size)") }
    guard case .list(let items) = value, items.count == output.rank - 2, items[axis - 2] == .int(size) else {
      return nil
    }
    return .given("output_size: \(value)")
  }

  /// The same size as that of the same axis of the inputs.
  private func kept(_ node: Node, _ axis: Int, _ inputs: [Shape], _ output: Shape) -> AxisOrigin? {
    let read = node.operation is any ShapeReadingOperator ? 1 : inputs.count
    let sources = (0..<read).filter { inputs[$0].rank == output.rank }.map { AxisSource($0, axis: axis) }
    let isUnknown = output[axis].isUnknown
    let equal = sources.filter { isUnknown || inputs[$0.input][axis] == output[axis] }
    if equal.count > 1, isElementwise(node, inputs) { return .shared(equal) }
    return equal.first.map { .kept($0) } ?? .given("always \(output[axis])")
  }

  /// Whether inputs are joined element by element: weights and class numbers beside a first input are not.
  private func isElementwise(_ node: Node, _ inputs: [Shape]) -> Bool {
    inputs.dropFirst().allSatisfy { $0.rank == inputs[0].rank }
  }

  private func attribute(_ name: String, of operation: any Operator) -> AttributeLiteral? {
    operation.attributeLiterals.first { $0.name == name }?.literal
  }

  private func text(_ name: String, of operation: any Operator) -> String? {
    guard case .string(let text)? = attribute(name, of: operation) else { return nil }
    return text
  }
}
