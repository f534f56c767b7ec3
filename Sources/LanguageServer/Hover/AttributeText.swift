import CNNCKit
import Diagnostics
import Elaborator
import Graph
import ModelSyntax
import Operators

/// What an attribute of an operator, or a param of a block, is and what it comes to at a layer.
enum AttributeText {
  /// nil when the operator or block has no such attribute.
  static func text(_ key: String, of name: String, at layer: LayerSyntax?, in model: CheckedModel) -> String? {
    if let symbol = model.symbols.symbols.first(where: { $0.kind == .block && $0.name == name }) {
      return blockParam(key, ofBlockAt: symbol.declarations.first, in: model)
    }
    guard let type = OperatorRegistry.find(name), let description = self.description(of: key, type) else { return nil }
    var lines = ["**\(key)** of `\(type.name)`: \(description.summary)", "", rule(description, type)]
    let values = layer.map { effectiveValues(of: key, type, at: $0, in: model) } ?? []
    if !values.isEmpty { lines += ["", "here \(values.map { "`\($0)`" }.joined(separator: ", "))"] }
    return lines.joined(separator: "\n")
  }

  static func description(of key: String, _ type: any Operator.Type) -> AttributeDescription? {
    type.attributeDescriptions.first { $0.name == key }
  }

  /// What can be written, and what holds when nothing is.
  static func rule(_ description: AttributeDescription, _ type: any Operator.Type) -> String {
    let initial = type.init().attributeLiterals.first { $0.name == description.name }?.literal ?? .null
    let word = description.isRequired ? "required" : initial == .null ? "optional" : "default `\(initial)`"
    return [description.kind.phrase, description.rule, word].compactMap { $0 }.joined(separator: "; ")
  }

  /// The different values that the attribute has in all layers that the written one stands for, defaults included.
  private static func effectiveValues(
    of key: String, _ type: any Operator.Type, at layer: LayerSyntax, in model: CheckedModel
  ) -> [String] {
    guard let graph = model.model.graph else { return [] }
    var values: [String] = []
    for trace in model.traces[layer.span] ?? [] where trace.nodes.count == 1 {
      let operation = graph.nodes[trace.nodes.lowerBound].operation
      guard operation.name == type.name,
        let value = operation.attributeLiterals.first(where: { $0.name == key })?.literal.description,
        !values.contains(value)
      else { continue }
      values.append(value)
    }
    return values
  }

  private static func blockParam(_ key: String, ofBlockAt span: Span?, in model: CheckedModel) -> String? {
    let block = model.documents.lazy.flatMap(\.blocks).first { $0.name.span == span }
    guard let param = block?.params.first(where: { $0.name.value == key }) else { return nil }
    return SymbolText.blockParam(param, in: model)
  }
}
