package import Diagnostics
import Graph
import Tensors

extension Window {
  /// The type of a pool's output; reports a border wider than half of the window in place of what follows from it.
  func poolOutputType(for input: TensorType, reporting violations: inout [Violation]) -> TensorType {
    if case .explicit(let borders) = padding,
      let axis = borders.indices.first(where: { max(borders[$0].begin, borders[$0].end) > extent($0) / 2 })
    {
      violations.append(tooWide(axis, borders[axis]))
      var ignored: [Violation] = []
      var type = outputType(for: input, reporting: &ignored)
      for axis in 0..<rank { type.shape?[axis + 2] = .unknown }
      return type
    }
    return outputType(for: input, reporting: &violations)
  }

  private func tooWide(_ axis: Int, _ border: Padding<rank>.Border) -> Violation {
    let extent = extent(axis)
    let covers = dilation[axis] == 1 ? "'kernel_size' \(extent)" : "the \(extent) cells that the dilated window covers"
    return Violation(
      .poolPadding,
      "'padding' of a pool must be at most half of its window: \(max(border.begin, border.end)) is more than half of"
        + " \(covers)",
      at: .attribute("padding"), label: "at most \(extent / 2)",
      help: ["a layer 'pad' before the pool adds any number of cells"],
      repairs: [
        .init("change padding to \(extent / 2)", safety: .unsafe, set: "padding", to: .int(extent / 2))
      ])
  }
}

extension DiagnosticCode {
  package static let poolPadding = DiagnosticCode(
    "E0421", "pool-padding",
    explanation: """
      The padding of a pool is at most half of its window, so that every window reads at least one real cell. This is
      PyTorch's rule; ONNX has none. Where more is wanted, a layer `pad` before the pool adds it explicitly, with a
      value of your choice.
      """,
    bad: """
      cnnc: 1
      model: wide_pool_padding
      input: [N, 3, 9, 9]
      layers:
        - max_pool2d: {kernel_size: 3, stride: 1, padding: 2}
      """,
    good: """
      cnnc: 1
      model: narrow_pool_padding
      input: [N, 3, 9, 9]
      layers:
        - max_pool2d: {kernel_size: 3, stride: 1, padding: 1}
      """)
}
