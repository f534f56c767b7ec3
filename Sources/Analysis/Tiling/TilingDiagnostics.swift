package import Diagnostics
package import Graph

extension DiagnosticCode {
  package static let notTileable = DiagnosticCode(
    "E0370", "not-tileable",
    explanation: """
      A network can be run in overlapping tiles of its input when each cell of every layer reads a part of the layer
      before it that has a fixed size and moves with the cell. Pooling over the whole map, squeeze and excitation,
      attention, softmax along the map, normalisation over it (`instance_norm`, `group_norm`, `layer_norm`), `flatten` and
      `linear`, resizing to a size in numbers or with `align_corners`, and padding that wraps around all read more, or
      read by a rule that changes with the size.

      `tiling: true` in `expect` promises that a network stays tileable; `cnnc run --tile` needs it. A tile as long as the
      whole axis needs nothing.
      """,
    bad: """
      cnnc: 1
      model: normalised_over_the_map
      input: [N, 3, 64, 64]
      layers:
        - conv2d: {out_channels: 8, kernel_size: 3, padding: 1}
        - group_norm: {num_groups: 2}
      expect:
        tiling: true
      """,
    good: """
      cnnc: 1
      model: normalised_by_running_statistics
      input: [N, 3, 64, 64]
      layers:
        - conv2d: {out_channels: 8, kernel_size: 3, padding: 1, bias: false}
        - batch_norm
      expect:
        tiling: true
      """)
}

extension Diagnostic {
  /// An axis that cannot be cut; `span` is where that is asked for, or nil when it is asked for outside the file.
  package static func notTileable(
    _ obstacle: TilingObstacle, axis: String, in graph: Graph, inputSpan: Span, askedAt span: Span?
  ) -> Diagnostic {
    let phrase = obstacle.reason.phrase(axis: axis)
    let rule = "for tiles along \(axis), every layer must read a bounded part of it by one rule"
    guard let id = obstacle.node else {
      return Diagnostic(.notTileable, "\(rule): an input \(phrase)", at: Label(span ?? inputSpan))
    }
    let node = graph[id]
    let layer = Label(node.origin.span, phrase)
    let message = "\(rule): '\(node.path)' \(phrase)"
    let help = obstacle.reason.help.map { [$0] } ?? []
    guard let span else { return Diagnostic(.notTileable, message, at: layer, help: help, layer: node.path) }
    return Diagnostic(.notTileable, message, at: Label(span), labels: [layer], help: help, layer: node.path)
  }
}
