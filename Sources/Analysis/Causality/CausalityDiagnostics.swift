package import Diagnostics
import Graph

extension DiagnosticCode {
  package static let notCausal = DiagnosticCode(
    "E0605", "not-causal",
    explanation: """
      `causal: time` in `expect` promises that no output reads a later position of the input than the one it stands for,
      so that the network can run while its input arrives. `time` is the axis L of inputs `[N, C, L]`; another spatial axis
      is promised by its letter, L, D, H or W. With `scale` cells of the output for each cell of the input, position `q`
      stands for `floor(q / scale)`.

      `padding: causal` puts all of a convolution's padding at the beginning. A pool or stride that reads a window from its
      position on looks ahead too; a layer `pad` before it makes up for that.
      """,
    bad: """
      cnnc: 1
      model: forecast
      input: [N, 1, 64]
      layers:
        - conv1d: {out_channels: 8, kernel_size: 3, padding: causal}
        - relu
        - conv1d: {out_channels: 1, kernel_size: 3, padding: 1}
      expect:
        causal: time
      """,
    good: """
      cnnc: 1
      model: forecast
      input: [N, 1, 64]
      layers:
        - conv1d: {out_channels: 8, kernel_size: 3, padding: causal}
        - relu
        - conv1d: {out_channels: 1, kernel_size: 3, padding: causal}
      expect:
        causal: time
      """)
}

extension Diagnostic {
  /// An output that looks ahead by a number of cells, or without end, and the layers that make it.
  static func notCausal(
    _ value: AttributeValue, axis: String, output: String, steps: Int?, _ offenders: [Causality.Offender],
    in graph: Graph, repair: [Edit]?, layer: String?
  ) -> Diagnostic {
    let reads = steps.map { "reads \($0) step\($0 == 1 ? "" : "s") ahead" } ?? "reads to its end"
    let blamed = steps == nil ? offenders.filter { $0.steps == nil } : offenders
    let labels = labels(blamed, axis: axis, in: graph)
    let more = labels.count - Self.mostLabels
    let hasConvolution = offenders.contains { graph[$0.node].operation.withCausalPadding != nil }
    return Diagnostic(
      .notCausal, "no output may read later positions of \(axis) than its own: '\(output)' \(reads)",
      at: Label(value.span), labels: Array(labels.prefix(mostLabels)),
      notes: more > 0 ? ["so do \(more) further place\(more == 1 ? "" : "s") in the file"] : [],
      help: repair == nil && hasConvolution ? ["write padding: causal in the convolutions"] : [],
      fixes: repair.map { [Fix("put all padding at the beginning", safety: .unsafe, edits: $0)] } ?? [],
      layer: layer ?? blamed.first.map { graph[$0.node].path })
  }

  /// A label for each place in the file, the first first; layers of a loop share theirs.
  private static func labels(_ offenders: [Causality.Offender], axis: String, in graph: Graph) -> [Label] {
    var places: [(span: Span, offenders: [Causality.Offender])] = []
    var indices: [Span: Int] = [:]
    for offender in offenders {
      let span = graph[offender.node].origin.span
      if let index = indices[span] {
        places[index].offenders.append(offender)
      } else {
        indices[span] = places.count
        places.append((span, [offender]))
      }
    }
    return places.map { place in
      let first = place.offenders[0]
      let steps = Self.sum(place.offenders)
      let repeated = place.offenders.count == 1 ? "" : ", in \(place.offenders.count) layers from here"
      if let steps { return Label(place.span, "looks \(steps) step\(steps == 1 ? "" : "s") ahead" + repeated) }
      let reads = first.isUntold ? "reads along \(axis) in a way that is not followed" : "reads the whole of \(axis)"
      return Label(place.span, reads)
    }
  }

  private static func sum(_ offenders: [Causality.Offender]) -> Int? {
    offenders.reduce(0) { sum, offender in
      guard let sum, let steps = offender.steps else { return nil }
      return sum + steps
    }
  }

  /// The first layers are shown.
  private static var mostLabels: Int { 3 }
}
