import Analysis
import CNNCKit
import Diagnostics
import Elaborator
import Graph
import ModelSyntax
import Operators
import Tensors

/// What a layer came to, and what its operator, block or combinator is.
struct LayerText {
  /// A layer that was made more often shows this many of its times.
  private static let rowLimit = 12

  private let layer: LayerSyntax
  private let model: CheckedModel
  private let traces: [LayerTrace]

  init(_ layer: LayerSyntax, in model: CheckedModel) {
    self.layer = layer
    self.model = model
    traces = model.traces[layer.span] ?? []
  }

  var text: String {
    [numbers, documentation].compactMap { $0 }.joined(separator: "\n\n---\n\n")
  }

  /// The shapes and costs: a list for a layer that stands once, a table for one that stands more often.
  var numbers: String? {
    guard let first = traces.first, let graph = model.model.graph else { return nil }
    guard traces.count > 1 else {
      let cost = cost(of: first)
      var lines = ["**\(first.path)**", ""]
      lines.append("* input `\(Self.shapes(first.inputs, in: graph))`")
      lines.append("* output `\(Self.shapes(first.outputs, in: graph))`")
      if cost.parameters > 0 { lines.append("* parameters \(QuantityText.grouped(cost.parameters))") }
      if let macs = cost.multiplyAccumulates, macs > 0 { lines.append("* MACs \(QuantityText.grouped(macs))") }
      if let field = field(of: first) { lines.append("* receptive field \(field)") }
      return lines.joined(separator: "\n")
    }
    var lines = ["| layer | input | output | parameters | MACs | field |", "| --- | --- | --- | ---: | ---: | ---: |"]
    for trace in traces.prefix(Self.rowLimit) {
      let cost = cost(of: trace)
      let cells = [
        trace.path, "`\(Self.shapes(trace.inputs, in: graph))`", "`\(Self.shapes(trace.outputs, in: graph))`",
        QuantityText.grouped(cost.parameters), cost.multiplyAccumulates.map { QuantityText.grouped($0) } ?? "?",
        field(of: trace) ?? "?",
      ]
      lines.append("| " + cells.joined(separator: " | ") + " |")
    }
    if traces.count > Self.rowLimit { lines += ["", "and \(traces.count - Self.rowLimit) more"] }
    return lines.joined(separator: "\n")
  }

  private func cost(of trace: LayerTrace) -> Cost {
    guard let graph = model.model.graph else { return Cost() }
    let sample = graph.singleSample
    return graph.nodes[trace.nodes.clamped(to: graph.nodes.indices)].reduce(into: Cost()) { cost, node in
      cost += Cost(node, in: graph, binding: sample)
    }
  }

  private func field(of trace: LayerTrace) -> String? {
    guard let graph = model.model.graph, let output = trace.outputs.first, let producer = graph[output].producer,
      let seen = graph[producer].outputs.first, let field = model.fields?.axes(of: seen), !field.isEmpty
    else { return nil }
    return field.map { "\($0.size)" }.joined(separator: " x ")
  }

  /// The shapes of values, unknown ones as `?`.
  static func shapes(_ values: [ValueID], in graph: Graph) -> String {
    values.map { graph[$0].type.shape?.description ?? "?" }.joined(separator: " ")
  }

  private var documentation: String? {
    guard case .call(let name, _) = layer.kind else {
      return model.sources.text(of: layer.keyword ?? layer.span.start).split(separator: " ").first.flatMap {
        KeyDocumentation.text(String($0), at: .layer)
      }
    }
    return CallableText.text(of: name.value, in: model)
  }
}

/// What an operator or a block is.
enum CallableText {
  /// The reference page of an operator, or what a file says of a block; nil for any other name.
  static func text(of name: String, in model: CheckedModel?) -> String? {
    if let block = model?.documents.lazy.flatMap(\.blocks).first(where: { $0.name.value == name }) {
      var lines = ["**\(name)**: a block" + (block.doc.map { ". \($0.value)" } ?? "")]
      if !block.params.isEmpty { lines.append("") }
      for param in block.params {
        let initial = param.defaultValue.flatMap { model?.sources.text(of: $0.span) }
        lines.append("* `\(param.name.value)` " + (initial.map { "default `\($0)`" } ?? "required"))
      }
      return lines.joined(separator: "\n")
    }
    return OperatorRegistry.find(name).map { OperatorPage(of: $0).markdown(title: "`\($0.name)`") }
  }
}
