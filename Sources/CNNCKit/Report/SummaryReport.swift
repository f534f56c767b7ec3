package import Analysis
package import Diagnostics
package import Formats
package import Tensors

/// The forms in which `summary` prints a model.
package struct SummaryReport: Sendable {
  private let summary: ModelSummary
  private let sources: SourceMap
  /// nil for a network whose inputs have no spatial axes, or that has errors.
  private let tiling: TilingReport?

  /// The codes of the errors of each layer that has any.
  private let errors: [String: [String]]

  package init(
    _ summary: ModelSummary, sources: SourceMap, diagnostics: [Diagnostic] = [], tiling: TilingReport? = nil
  ) {
    self.summary = summary
    self.sources = sources
    self.tiling = tiling
    errors = diagnostics.reduce(into: [:]) { errors, diagnostic in
      guard diagnostic.severity == .error, let layer = diagnostic.layer else { return }
      errors[layer, default: []].append(diagnostic.code.id)
    }
  }

  private static let titles = ["layer", "operator", "output", "params", "MACs", "field", "stride", "offset", "bytes"]

  /// A table for people: one row a layer, with its errors where there are any, and the totals.
  package func table(style: TextStyle = .plain) -> String {
    let hasErrors = !errors.isEmpty
    var columns = Self.titles.enumerated().map { index, title in
      TextTable.Column(title, isNumber: index > 2, canShrink: index < 3)
    }
    if hasErrors { columns.append(.init("errors")) }
    var table = TextTable(columns)
    func append(_ cells: [String], errors: [String] = [], role: TextRole = .plain) {
      table.append(cells + (hasErrors ? [errors.joined(separator: " ")] : []), role: errors.isEmpty ? role : .error)
    }
    for input in summary.inputs { append([input.name, "", input.shape.text, "", "", "", "", "", ""], role: .faint) }
    for layer in summary.layers { append(cells(layer), errors: errors[layer.path] ?? []) }
    append(totalCells, role: .emphasis)
    return table.render(style: style) + totals
  }

  private var totals: String {
    let cost = summary.totals
    var lines = "\n\(summary.model): \(number(cost.parameters)) parameters"
    if cost.trainableParameters != cost.parameters {
      lines += ", \(number(cost.trainableParameters)) of them trainable"
    }
    lines += ", \(QuantityText.bytes(cost.weightBytes)) of weights"
    if let macs = cost.multiplyAccumulates { lines += ", \(QuantityText.count(macs)) MACs per sample" }
    return lines + "\n" + (tiling?.text ?? "")
  }

  private func cells(_ layer: ModelSummary.Layer) -> [String] {
    [
      layer.path, layer.operatorName, layer.outputShapes.map(\.text).joined(separator: " "),
      layer.cost.parameters == 0 ? "-" : number(layer.cost.parameters),
      layer.cost.multiplyAccumulates == 0 ? "-" : number(layer.cost.multiplyAccumulates),
      axes(layer) { "\($0.size)" },
      axes(layer) { $0.advance == 0 ? "-" : strideText($0) },
      axes(layer) { $0.advance == 0 ? "-" : offsetText($0) },
      layer.cost.outputBytes.map { QuantityText.bytes($0) } ?? "?",
    ]
  }

  private var totalCells: [String] {
    ["total", "", "", number(summary.totals.parameters), number(summary.totals.multiplyAccumulates), "", "", "", ""]
  }

  /// What holds for the receptive field along each axis, once where all axes agree.
  private func axes(_ layer: ModelSummary.Layer, _ text: (AxisField) -> String) -> String {
    guard let texts = layer.field?.map(text) else { return "?" }
    return Set(texts).count == 1 ? texts[0] : texts.joined(separator: "x")
  }

  /// A whole number, or a fraction behind layers that enlarge.
  private func strideText(_ field: AxisField) -> String {
    field.period == 1 ? "\(field.advance)" : "\(field.advance)/\(field.period)"
  }

  private func offsetText(_ field: AxisField) -> String { field.offset.map { "\($0)" } ?? "?" }

  private func number(_ value: Int?) -> String { value.map { QuantityText.grouped($0) } ?? "?" }

  /// Comma-separated values after a line of titles, numbers without grouping.
  package var csv: String {
    let titles = [
      "path", "operator", "output_shapes", "params", "macs", "receptive_field", "output_bytes",
      "receptive_field_stride", "receptive_field_offset",
    ]
    let rows = summary.layers.map { layer in
      [
        layer.path, layer.operatorName, layer.outputShapes.map(\.text).joined(separator: " "),
        "\(layer.cost.parameters)", plain(layer.cost.multiplyAccumulates),
        joined(layer) { "\($0.size)" }, plain(layer.cost.outputBytes), joined(layer, strideText),
        joined(layer, offsetText),
      ]
    }
    return DelimitedText.csv([titles] + rows)
  }

  private func joined(_ layer: ModelSummary.Layer, _ text: (AxisField) -> String) -> String {
    layer.field?.map(text).joined(separator: "x") ?? ""
  }

  private func plain(_ value: Int?) -> String { value.map { "\($0)" } ?? "" }

  /// A table in Markdown.
  package var markdown: String {
    DelimitedText.markdown(
      titles: Self.titles, rows: summary.layers.map { cells($0) } + [totalCells], numbersFrom: 3)
  }

  package var json: JSON {
    let totals: JSON = [
      "params": .int(summary.totals.parameters),
      "trainable_params": .int(summary.totals.trainableParameters),
      "macs": summary.totals.multiplyAccumulates.map { .int($0) } ?? .null,
      "weight_bytes": .int(summary.totals.weightBytes),
    ]
    var members: [JSON.Member] = [
      .init("version", 1),
      .init("model", .string(summary.model)),
      .init("inputs", .array(summary.inputs.map { ["name": .string($0.name), "shape": .shape($0.shape)] })),
      .init("outputs", .array(summary.outputs.map { ["name": .string($0.name), "shape": .shape($0.shape)] })),
      .init("layers", .array(summary.layers.map(json))),
      .init("totals", totals),
    ]
    if let tiling { members.append(.init("tiling", tiling.json)) }
    return .object(members)
  }

  private func axes(_ layer: ModelSummary.Layer, _ value: (AxisField) -> JSON) -> JSON {
    layer.field.map { .array($0.map(value)) } ?? .null
  }

  private func json(_ layer: ModelSummary.Layer) -> JSON {
    [
      "path": .string(layer.path),
      "operator": .string(layer.operatorName),
      "inputs": .strings(layer.inputs),
      "output_shapes": .array(layer.outputShapes.map { .shape($0) }),
      "params": .int(layer.cost.parameters),
      "macs": layer.cost.multiplyAccumulates.map { .int($0) } ?? .null,
      "receptive_field": axes(layer) { .int($0.size) },
      "receptive_field_stride": axes(layer) { $0.period == 1 ? .int($0.advance) : .double($0.stride) },
      "receptive_field_offset": axes(layer) { $0.offset.map { .int($0) } ?? .null },
      "span": ["line": .int(sources[layer.span.source].position(at: layer.span.lower).line)],
    ]
  }
}

extension JSON {
  /// A shape as a list of numbers and, for symbolic sizes, texts; unknown sizes are null.
  package static func shape(_ shape: Shape?) -> JSON {
    guard let shape else { return .null }
    return .array(
      shape.dimensions.map { dimension in
        switch dimension {
        case .known(let size): .int(size)
        case .symbolic: .string(dimension.description)
        case .unknown, .overflow: .null
        }
      })
  }
}

extension Shape? {
  fileprivate var text: String { self?.description ?? "?" }
}
