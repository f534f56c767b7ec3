import Analysis
import CNNCKit
import Diagnostics
import Graph
import ModelSyntax
import Tensors
import TestSupport
import Testing

/// What `why` says of sizes, held against the sizes.
@Suite struct AxisOriginTests {
  /// The value of a formula without names.
  private func value(of formula: String) -> Int? {
    let source = SourceText(path: "--set #1", text: "a=\"$(\(formula))\"")
    var problems: [Diagnostic] = []
    let scope = ExpressionScope(lookup: { _ in .unknown }, names: { [] })
    let value = readSetting(source, id: SourceID(index: 0)).setting?.value.evaluate(in: scope, reporting: &problems)
    guard case .int(let number)? = value?.content else { return nil }
    return number
  }

  private func check(_ graph: Graph) {
    let origins = AxisOrigins(graph)
    for node in graph.nodes {
      for (index, output) in node.outputs.enumerated() {
        guard let shape = graph[output].type.shape else { continue }
        for axis in shape.dimensions.indices {
          check(origins.origin(ofAxis: axis, ofOutput: index, of: node), shape[axis], axis, node, graph)
        }
      }
    }
  }

  private func check(_ origin: AxisOrigin?, _ size: Dimension, _ axis: Int, _ node: Node, _ graph: Graph) {
    func sizes(_ sources: [AxisSource]) -> [Dimension?] {
      sources.map { graph[node.inputs[$0.input]].type.shape?[$0.axis] }
    }
    switch origin {
    case .kept(let source): #expect(sizes([source]) == [size], "\(node.path) axis \(axis)")
    case .shared(let sources): #expect(Set(sizes(sources)) == [size], "\(node.path) axis \(axis)")
    case .computed(let formula, _), .combined(let formula, _):
      #expect(value(of: formula) == size.value, "\(node.path) axis \(axis): \(formula)")
    case .given(let text):
      #expect(size.value.map { text.contains("\($0)") } ?? false || text == "keepdim: true" || text == "a new axis")
    case nil: Issue.record("\(node.path) axis \(axis) has no origin")
    }
  }

  @Test("every size of the zoo is what its formula comes to", arguments: Repository.models)
  func zoo(_ path: String) throws {
    check(try Model(contentsOf: Repository.root + "/" + path).concrete().validGraph())
  }

  @Test("operators that change sizes say how")
  func operators() throws {
    let layers = [
      "pad: [1, [2, 0]]", "crop: 1", "center_crop: [9, 7]", "pixel_unshuffle: 1", "upsample: {scale_factor: 1.5}",
      "upsample: {size: [12, 16]}", "pixel_unshuffle: 2", "pixel_shuffle: 2",
      "slice: {dim: 2, start: 1, end: -1, step: 2}",
      "slice: {dim: 3, start: -4}", "conv_transpose2d: {out_channels: 4, kernel_size: 3, stride: 2, output_padding: 1}",
      "max_pool2d: {kernel_size: 2, stride: 2, rounding: ceil}",
      "conv2d: {out_channels: 6, kernel_size: 3, dilation: 2, padding: [[1, 2], [2, 1]]}",
      "depthwise_conv2d: {kernel_size: 3, padding: same, stride: 2, multiplier: 2}", "glu: {dim: 1}",
      "unsqueeze: 1", "squeeze: 1", "permute: [0, 2, 3, 1]", "transpose: {dim0: 1, dim1: 3}",
      "mean: {dim: 2, keepdim: true}", "sum: {dim: 2}", "unsqueeze: 2", "expand: [2, -1, 3, -1]",
      "reshape: [2, -1]", "linear: 5", "flatten",
    ]
    let text = """
      cnnc: 1
      model: sizes
      input: [2, 4, 9, 9]
      layers:
      \(layers.map { "  - " + $0 }.joined(separator: "\n"))
      """
    let model = Model(text: text)
    #expect(model.findings.filter { $0.severity == .error }.map(\.message) == [])
    check(try model.validGraph())
  }
}
