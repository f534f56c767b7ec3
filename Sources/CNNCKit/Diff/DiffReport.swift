import Analysis
package import Diagnostics
import Operators
import Tensors

/// Two models beside each other: what `cnnc diff` prints.
package struct DiffReport: Sendable {
  let difference: ModelDifference
  /// What the two models are called.
  let names: (old: String, new: String)
  /// The planned peaks of memory; nil where a size is a symbol.
  let peaks: (old: Int?, new: Int?)

  /// Compares two models; throws the findings of one without layers.
  package init(_ old: Model, _ new: Model) throws(ModelError) {
    guard let oldGraph = old.graph else { throw ModelError(.findings(old.diagnostics, old.sources)) }
    guard let newGraph = new.graph else { throw ModelError(.findings(new.diagnostics, new.sources)) }
    difference = ModelDifference(oldGraph, newGraph)
    names = (Self.name(of: old), Self.name(of: new))
    peaks = (old.plannedPeak(.inference)?.byteCount, new.plannedPeak(.inference)?.byteCount)
  }

  private static func name(of model: Model) -> String {
    ([model.path] + model.options.settings.map { "--set \($0)" }).joined(separator: " ")
  }

  package var hasDifferences: Bool { difference.hasDifferences }

  /// One line of the totals: a name and its two values.
  private struct Total {
    var name: String
    var old: String
    var new: String
    /// How much the second is larger; empty where that says nothing.
    var change = ""
  }

  private var totals: [Total] {
    let (old, new) = (difference.old, difference.new)
    return [
      Total(name: "inputs", old: edges(old.inputs), new: edges(new.inputs)),
      Total(name: "outputs", old: edges(old.outputs), new: edges(new.outputs)),
      Total(name: "layers", old: "\(old.layers.count)", new: "\(new.layers.count)"),
      count("parameters", old.totals.parameters, new.totals.parameters),
      count("trainable", old.totals.trainableParameters, new.totals.trainableParameters),
      count("MACs", old.totals.multiplyAccumulates, new.totals.multiplyAccumulates),
      bytes("weights", old.totals.weightBytes, new.totals.weightBytes),
      bytes("planned peak", peaks.old, peaks.new),
    ]
  }

  private func edges(_ edges: [ModelSummary.Edge]) -> String {
    edges.map { "\($0.name) \($0.shape?.description ?? "?")" }.joined(separator: ", ")
  }

  private func count(_ name: String, _ old: Int?, _ new: Int?) -> Total {
    Total(name: name, old: number(old), new: number(new), change: Self.change(old, new))
  }

  private func bytes(_ name: String, _ old: Int?, _ new: Int?) -> Total {
    Total(
      name: name, old: old.map { QuantityText.bytes($0) } ?? "?", new: new.map { QuantityText.bytes($0) } ?? "?",
      change: Self.change(old, new))
  }

  private func number(_ value: Int?) -> String { value.map { QuantityText.grouped($0) } ?? "?" }

  /// `+12.5 %`; empty for equal numbers.
  private static func change(_ old: Int?, _ new: Int?) -> String {
    guard let old, let new, old != new else { return "" }
    guard old != 0 else { return "new" }
    let percent = (Double(new) / Double(old) - 1) * 100
    return (percent > 0 ? "+" : "") + QuantityText.decimal(percent, digits: abs(percent) < 10 ? 2 : 1) + " %"
  }

  private static let titles = ["", "layer", "operator", "output", "params", "MACs", "attributes"]

  /// A row for each layer that differs; a sign says how.
  private var rows: [(cells: [String], role: TextRole)] {
    difference.layers.filter(\.isChanged).map { pair in
      let (old, new) = (pair.old, pair.new)
      let sign = old == nil ? "+" : new == nil ? "-" : "~"
      let cells = [
        sign, both(old?.path, new?.path), both(old?.operatorName, new?.operatorName),
        both(old.map(shapes), new.map(shapes)),
        both(old.map { number($0.cost.parameters) }, new.map { number($0.cost.parameters) }),
        both(old.map { number($0.cost.multiplyAccumulates) }, new.map { number($0.cost.multiplyAccumulates) }),
        pair.attributes.joined(separator: ", "),
      ]
      return (cells, old == nil ? .help : new == nil ? .error : .plain)
    }
  }

  private func shapes(_ layer: ModelSummary.Layer) -> String {
    layer.outputShapes.map { $0?.description ?? "?" }.joined(separator: " ")
  }

  private func both(_ old: String?, _ new: String?) -> String {
    guard let old, let new else { return old ?? new ?? "" }
    return old == new ? old : "\(old) -> \(new)"
  }

  /// Tables for people: the totals, the layers that differ, and the weights.
  package func text(style: TextStyle = .plain) -> String {
    var text = style.paint("\(names.old) -> \(names.new)", as: .emphasis) + "\n\n"
    var table = TextTable([.init(""), .init("first"), .init("second"), .init("change", isNumber: true)])
    for total in totals {
      table.append([total.name, total.old, total.new, total.change], role: total.old == total.new ? .faint : .plain)
    }
    text += table.render(style: style) + "\n"
    let rows = rows
    if rows.isEmpty {
      text += "all layers are equal\n"
    } else {
      var table = TextTable(
        Self.titles.enumerated().map { index, title in TextTable.Column(title, canShrink: index == 1 || index == 6) })
      for row in rows { table.append(row.cells, role: row.role) }
      text += table.render(style: style)
    }
    return text + "\n" + style.paint(weightTitle, as: .emphasis) + "\n" + weightLines.map { "  \($0)\n" }.joined()
  }

  private var weightTitle: String {
    let weights = difference.weights
    let count = weights.fitting.count + weights.changed.count + weights.renamed.count + weights.removed.count
    if weights.isSame { return "all \(count) weights of the first fit the second" }
    let others = weights.renamed.isEmpty ? "" : ", \(weights.renamed.count) more under other names"
    return "\(weights.fitting.count) of \(count) weights of the first fit the second\(others)"
  }

  private var weightLines: [String] {
    let weights = difference.weights
    func shape(_ sizes: [Int]) -> String { Shape(sizes).description }
    return weights.changed.map { "~ \($0.name) \(shape($0.oldSizes)) -> \(shape($0.newSizes))" }
      + weights.renamed.map { "= \($0.oldName) -> \($0.newName) \(shape($0.sizes))" }
      + weights.removed.map { "- \($0.name) \(shape($0.sizes))" }
      + weights.added.map { "+ \($0.name) \(shape($0.sizes))" }
  }

  /// The report as a comment of a pull request.
  package var markdown: String {
    var text = "### `\(names.old)` → `\(names.new)`\n\n"
    text += DelimitedText.markdown(
      titles: ["", "first", "second", "change"], rows: totals.map { [$0.name, $0.old, $0.new, $0.change] },
      numbersFrom: 1)
    let rows = rows
    if !rows.isEmpty {
      text += "\n<details><summary>layers that differ: \(rows.count)</summary>\n\n"
      text += DelimitedText.markdown(titles: Self.titles, rows: rows.map(\.cells), numbersFrom: Self.titles.count)
      text += "\n</details>\n"
    }
    text += "\n\(weightTitle)\n"
    guard !weightLines.isEmpty else { return text }
    return text + "\n```diff\n" + weightLines.map { $0 + "\n" }.joined() + "```\n"
  }
}
