package import Diagnostics
package import Formats
import Graph
import Tensors

/// How each size of a layer's output came to be: what `cnnc why` prints.
package struct WhyReport: Sendable {
  package let name: String
  private let model: String
  /// The layer that makes the output, which the last in a scope does.
  private let producer: String?
  private let operatorName: String?
  private let span: Span?
  private let shape: Shape?
  private let axes: [WhyAxis]
  /// Other layers that the same line makes.
  private let others: [String]
  /// The codes of the errors at this layer.
  private let errors: [String]
  private let sources: SourceMap
  private let path: String

  /// The report on a layer; the axis is a letter of `NCDHWL` or a number.
  package init(_ model: Model, layer: String, axis: String? = nil) throws(ModelError) {
    guard let graph = model.graph else { throw ModelError(.findings(model.diagnostics, model.sources)) }
    let query = LayerQuery(model, graph)
    let answers = query.answers(to: layer)
    guard let answer = answers.first else {
      let near = query.names(near: layer).map { "'\($0)'" }.joined(separator: " or ")
      throw ModelError(
        .request(
          "the model has no layer '\(layer)'"
            + (near.isEmpty ? "; 'cnnc summary' lists them" : "; did you mean \(near)?")))
    }
    name = answer.name
    self.model = model.name
    path = model.path
    sources = model.sources
    others = answers.dropFirst().map(\.name).filter { $0 != answer.name }
    let node = graph[answer.value].producer.map { graph[$0] }
    operatorName = node?.operation.name
    span = node?.origin.span
    producer = node.map(\.path)
    errors = model.diagnostics.filter { $0.severity == .error && $0.layer == node?.path && node != nil }.map(\.code.id)
    shape = graph[answer.value].type.shape
    axes = try Self.axes(of: answer, model, graph, only: axis)
  }

  private static func axes(
    of answer: LayerQuery.Answer, _ model: Model, _ graph: Graph, only axis: String?
  ) throws(ModelError) -> [WhyAxis] {
    guard let shape = graph[answer.value].type.shape else { return [] }
    var indices = Array(shape.dimensions.indices)
    if let axis {
      guard let index = WhyAxis.index(axis, in: shape) else {
        throw ModelError(.request("the output \(shape) of '\(answer.name)' has no axis '\(axis)'"))
      }
      indices = [index]
    }
    var tracer = WhyTracer(model, graph)
    var axes: [WhyAxis] = []
    for index in indices {
      let chain = tracer.chain(of: answer.value, axis: index)
      let name = WhyAxis.name(index, of: shape)
      if let same = axes.firstIndex(where: { $0.chain == chain && $0.size == shape[index].description }) {
        axes[same].indices.append(index)
        axes[same].names.append(name)
      } else {
        axes.append(WhyAxis(indices: [index], names: [name], size: shape[index].description, chain: chain))
      }
    }
    return axes
  }

  /// The report for people: a paragraph for each axis, with a line for each layer that makes its size.
  package func text(style: TextStyle = .plain) -> String {
    var text = style.paint(name, as: .emphasis) + ": " + (shape?.description ?? "?")
    if let producer, let operatorName { text += ", " + (producer == name ? "" : "by \(producer), ") + operatorName }
    if let span { text += " at " + place(span) }
    if !errors.isEmpty { text += " " + style.paint(errors.joined(separator: " "), as: .error) }
    text += "\n"
    if !others.isEmpty { text += "the same line also makes \(Self.listing(others))\n" }
    for axis in axes {
      text += "\n" + style.paint("\(axis.names.joined(separator: ", ")) = \(axis.size)", as: .emphasis) + "\n"
      text += WhyLines(axis.chain, place: place).text(style: style)
    }
    return text
  }

  private func place(_ span: Span) -> String {
    let source = sources[span.source]
    let line = source.position(at: span.lower).line
    return source.path == path ? "line \(line)" : "\(source.path):\(line)"
  }

  static func listing(_ names: [String]) -> String {
    guard names.count > 4 else { return names.joined(separator: ", ") }
    return names.prefix(3).joined(separator: ", ") + " and \(names.count - 3) more"
  }

  package var json: JSON {
    [
      "version": 1,
      "model": .string(model),
      "layer": .string(name),
      "operator": operatorName.map { .string($0) } ?? .null,
      "span": json(span),
      "shape": .shape(shape),
      "errors": .strings(errors),
      "axes": .array(
        axes.map { axis in
          ["axes": .ints(axis.indices), "size": .string(axis.size), "steps": .array(axis.chain.steps.map(json))]
        }),
    ]
  }

  private func json(_ step: WhyChain.Step) -> JSON {
    [
      "name": .string(step.name),
      "operator": step.operatorName.map { .string($0) } ?? .null,
      "span": json(step.span),
      "size": .string(step.size),
      "formula": step.formula.map { .string($0) } ?? .null,
      "kept_by": .strings(step.keptBy),
      "branches": .array(
        step.branches.map { branch in
          ["names": .strings(branch.names), "size": .string(branch.size), "steps": .array(branch.steps.map(json))]
        }),
    ]
  }

  private func json(_ span: Span?) -> JSON {
    guard let span else { return .null }
    let source = sources[span.source]
    return ["path": .string(source.path), "line": .int(source.position(at: span.lower).line)]
  }
}
