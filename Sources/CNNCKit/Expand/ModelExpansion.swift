import Elaborator
import Graph
import ModelSyntax
import Tensors

/// Writes a model after blocks, loops and expressions: a file without any, which makes the same graph.
package struct ModelExpansion: Sendable {
  private let elaboration: Elaboration

  package init(_ model: Model) { elaboration = model.elaboration }

  package var text: String {
    let document = elaboration.document
    var lines = ["cnnc: 1"]
    if let model = document.model { lines.append("model: \(YAMLText.word(model.value))") }
    if let doc = document.doc { lines += YAMLText.entry("doc", doc.value) }
    lines += inputs
    lines.append("layers:")
    lines += LayerWriter.lines(elaboration.layers).map { "  " + $0 }
    lines += outputs
    let sections = elaboration.sections
    for (key, entries) in [
      ("expect", sections.expect), ("init", sections.initializers), ("train", sections.train), ("lint", sections.lint),
    ] where !entries.isEmpty {
      lines.append("\(key):")
      lines += entries.map { "  \(YAMLText.word($0.key)): \(YAMLText.flow($0.value))" }
    }
    if let weights = document.weights { lines.append("weights: \(YAMLText.word(weights.value))") }
    return lines.map { $0 + "\n" }.joined()
  }

  private var inputs: [String] {
    guard let graph = elaboration.graph else { return [] }
    let declared = zip(elaboration.document.inputs, elaboration.sections.inputs)
    let entries = declared.map { syntax, input in
      (input.name.value, description(syntax, input, graph[input.value].type))
    }
    if entries.count == 1, entries[0].0 == "input" { return ["input: \(entries[0].1)"] }
    return ["inputs:"] + entries.map { "  \(YAMLText.word($0.0)): \($0.1)" }
  }

  private func description(_ syntax: InputSyntax, _ input: ModelInput, _ type: TensorType) -> String {
    let shape = type.shape?.description ?? "[]"
    var members: [String] = []
    if let dtype = syntax.dtype { members.append("dtype: \(YAMLText.word(dtype.value))") }
    if let layout = syntax.layout { members.append("layout: \(YAMLText.word(layout.value))") }
    if let preprocess = input.preprocess { members.append("preprocess: \(YAMLText.flow(preprocess))") }
    if let labels = input.labels { members.append("labels: \(YAMLText.flow(labels))") }
    return members.isEmpty ? shape : "{" + (["shape: \(shape)"] + members).joined(separator: ", ") + "}"
  }

  private var outputs: [String] {
    let written = elaboration.document.outputs
    guard !written.isEmpty else { return [] }
    return ["outputs:"]
      + written.map { output in
        let source = YAMLText.word(output.source.value)
        return output.alias.map { "  - {\(YAMLText.word($0.value)): \(source)}" } ?? "  - \(source)"
      }
  }
}

/// Writes lists of layers, operators in one line each.
private enum LayerWriter {
  /// The lines of a list, each item begun by a dash.
  static func lines(_ layers: [ElaboratedLayer]) -> [String] {
    layers.flatMap { item(lines(of: $0)) }
  }

  /// The lines of one item of a list.
  private static func item(_ lines: [String]) -> [String] {
    lines.enumerated().map { $0 == 0 ? "- \($1)" : "  \($1)" }
  }

  private static func lines(of layer: ElaboratedLayer) -> [String] {
    let common = commonKeys(of: layer)
    switch layer.kind {
    case .operation(let name, let attributes, _):
      let members = common + attributes.map { ($0.name, YAMLText.flow($0.value)) }
      if members.isEmpty { return [name] }
      return ["\(name): {" + members.map { "\($0.0): \($0.1)" }.joined(separator: ", ") + "}"]
    case .sequential(let layers):
      return beside(common) + list("sequential", layers)
    case .residual(let body, let shortcut, let join):
      var lines = ["residual:"] + indented(list("body", body))
      if let shortcut { lines += indented(list("shortcut", shortcut)) }
      return beside(common) + lines + ["  join: \(join)"]
    case .parallel(let branches, let join, let axis):
      let lines = ["parallel:", "  branches:"] + indented(indented(branches.flatMap(branch))) + ["  join: \(join)"]
      return beside(common) + lines + (axis.map { ["  axis: \($0)"] } ?? [])
    }
  }

  private static func branch(_ branch: (name: String?, layers: [ElaboratedLayer])) -> [String] {
    if let name = branch.name { return list(YAMLText.word(name), branch.layers) }
    return branch.layers.isEmpty ? ["- []"] : item(lines(branch.layers))
  }

  private static func list(_ key: String, _ layers: [ElaboratedLayer]) -> [String] {
    layers.isEmpty ? ["\(key): []"] : ["\(key):"] + indented(lines(layers))
  }

  private static func indented(_ lines: [String]) -> [String] { lines.map { "  " + $0 } }

  private static func beside(_ common: [(String, String)]) -> [String] { common.map { "\($0.0): \($0.1)" } }

  private static func commonKeys(of layer: ElaboratedLayer) -> [(String, String)] {
    var keys: [(String, String)] = []
    if let name = layer.name { keys.append(("name", YAMLText.scalar(name))) }
    if let from = layer.from {
      let names = from.map(YAMLText.scalar)
      keys.append(("from", names.count == 1 ? names[0] : "[" + names.joined(separator: ", ") + "]"))
    }
    if let doc = layer.doc { keys.append(("doc", YAMLText.word(doc))) }
    if layer.isFrozen { keys.append(("freeze", "true")) }
    if let expect = layer.expect { keys.append(("expect", YAMLText.flow(expect))) }
    return keys
  }
}
