import CNNCKit
import Diagnostics
import Elaborator
import Formats
import Graph
import ModelSyntax
import Tensors

extension RequestHandler {
  /// The output shape of each layer, behind it.
  static let inlayHint = RequestHandler("textDocument/inlayHint", capability: .init("inlayHintProvider", true)) {
    (server, params) throws(ResponseError) in
    let document = try server.document(params)
    let range = try params.range(in: document)
    guard let (model, source) = server.workspace.models(reading: document).first else { return [] }
    return .array(
      ShapeHints(model, source, in: range).hints.map { offset, text in
        [
          "position": .position(document.positions.position(at: offset)), "label": .string(text), "kind": 1,
          "paddingLeft": true,
        ]
      })
  }
}

/// The shapes that the layers of a source have, each with the offset where it is shown.
struct ShapeHints {
  private(set) var hints: [(offset: Int, text: String)] = []
  private let model: CheckedModel
  private let range: Range<Int>

  init(_ model: CheckedModel, _ source: SourceID, in range: Range<Int>) {
    self.model = model
    self.range = range
    add(model.layers(in: source))
    hints.sort { $0.offset < $1.offset }
  }

  private mutating func add(_ layers: [LayerSyntax]) {
    for layer in layers where layer.span.lower <= range.upperBound && range.lowerBound <= layer.span.upper {
      if let text = text(of: layer), let offset = offset(of: layer) { hints.append((offset, text)) }
      add(layer.inner)
    }
  }

  /// The shape; the first and the last one of a layer that was made with several.
  private func text(of layer: LayerSyntax) -> String? {
    guard let graph = model.model.graph, let traces = model.traces[layer.span] else { return nil }
    let shapes = [traces.first, traces.last].compactMap { $0 }.compactMap { trace -> String? in
      guard trace.outputs.allSatisfy({ graph[$0].type.shape != nil }) else { return nil }
      return LayerText.shapes(trace.outputs, in: graph)
    }
    guard let first = shapes.first, let last = shapes.last else { return nil }
    return first == last ? first : "\(first) -> \(last)"
  }

  /// Behind a layer that ends where it begins or in a bracket, else behind the colon of its operator.
  private func offset(of layer: LayerSyntax) -> Int? {
    guard let keyword = layer.keyword else { return nil }
    let bytes = model.sources[layer.span.source].bytes
    let last = layer.span.upper > 0 ? bytes[layer.span.upper - 1] : 0
    let isClosed = last == UInt8(ascii: "}") || last == UInt8(ascii: "]")
    if layer.inner.isEmpty && isClosed || !bytes[layer.span.lower..<layer.span.upper].contains(UInt8(ascii: "\n")) {
      return layer.span.upper
    }
    return min(keyword.upper + 1, layer.span.upper)
  }
}
