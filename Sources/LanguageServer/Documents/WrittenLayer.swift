import Diagnostics
import ModelSyntax

extension LayerSyntax {
  func contains(_ offset: Int) -> Bool { span.lower <= offset && offset <= span.upper }
}

extension [LayerSyntax] {
  /// The layers around an offset, outermost first.
  func around(_ offset: Int) -> [LayerSyntax] {
    var result: [LayerSyntax] = []
    var layers = self
    while let layer = layers.last(where: { $0.contains(offset) }) {
      result.append(layer)
      layers = layer.inner
    }
    return result
  }
}
