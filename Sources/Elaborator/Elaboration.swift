package import Diagnostics
package import Graph
package import ModelSyntax

/// A model after elaboration: everything that blocks, loops and expressions came to, and every finding on the way.
package struct Elaboration: Sendable {
  /// The network as far as it could be built; nil when the file has no layers to build.
  ///
  /// With errors among the diagnostics it may hold unknown sizes, and serves `summary` only.
  package var graph: Graph?
  package var diagnostics: [Diagnostic]
  /// The layers as they stand after expansion, nested as in the file.
  package var layers: [ElaboratedLayer]
  /// The model file and its includes, after reading.
  package var document: ModelDocument
  /// The params after defaults and settings.
  package var params: [(name: String, value: AttributeValue)]
  /// What each layer's own `expect` promises.
  package var layerExpectations: [LayerExpectation]

  package init(
    graph: Graph?, diagnostics: [Diagnostic], layers: [ElaboratedLayer], document: ModelDocument,
    params: [(name: String, value: AttributeValue)], layerExpectations: [LayerExpectation]
  ) {
    self.graph = graph
    self.diagnostics = diagnostics
    self.layers = layers
    self.document = document
    self.params = params
    self.layerExpectations = layerExpectations
  }

  /// An `expect` of one layer with the values it is about.
  package struct LayerExpectation: Sendable {
    package var path: String
    package var written: AttributeValue
    /// The nodes of the layer: one, or all in its scope.
    package var nodes: [NodeID]
    package var outputs: [ValueID]
  }
}

/// One layer after expansion: an operator with all attributes evaluated, or a scope or combinator with its layers.
package struct ElaboratedLayer: Sendable {
  package indirect enum Kind: Sendable {
    case operation(name: String, attributes: [(name: String, value: AttributeValue)], node: NodeID?)
    case sequential([ElaboratedLayer])
    case residual(body: [ElaboratedLayer], shortcut: [ElaboratedLayer]?, join: String)
    case parallel(branches: [(name: String?, layers: [ElaboratedLayer])], join: String, axis: Int?)
  }

  package var kind: Kind
  /// nil when the layer is called by its position.
  package var name: String?
  /// What it reads when that is not the layer before, as written.
  package var from: [String]?
  package var span: Span
}
