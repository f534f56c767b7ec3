package import Diagnostics
package import Graph
package import ModelSyntax
package import Tensors

/// A model after elaboration: everything that blocks, loops and expressions came to, and every finding on the way.
package struct Elaboration: Sendable {
  /// The network as far as it could be built; nil when the file has no layers to build.
  ///
  /// With errors among the diagnostics it may hold unknown sizes, and serves `summary` only.
  package var graph: Graph?
  package var diagnostics: [Diagnostic]
  /// The layers as they stand after expansion, nested as in the file.
  package var layers: [ElaboratedLayer]
  /// The model file, after reading.
  package var document: ModelDocument
  /// The params after defaults and settings.
  package var params: [(name: String, value: AttributeValue)]
  /// What each layer's own `expect` promises.
  package var layerExpectations: [LayerExpectation]
  /// What the layers demand of sizes with symbols, in the order of the layers.
  package var demands: [SizeDemand] = []
  /// The numbers of the inputs' shapes that became symbols, where the options ask for it.
  package var openedSizes: [OpenSizes.Opened] = []
  /// The keys that describe the model beside its layers, with their expressions evaluated.
  package var sections = ModelSections()
  /// What became of each written layer, once for every time it was made, those inside a layer before the layer itself.
  package var traces: [LayerTrace] = []

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

  /// Something that a layer demands of sizes with symbols.
  package struct SizeDemand: Sendable {
    package var condition: SizeCondition
    /// Whether only training demands it.
    package var isForTraining: Bool
    /// The layer's path.
    package var layer: String
    /// What of the layer demands it.
    package var span: Span

    init(_ demand: Violation.Demand, layer: String, span: Span) {
      condition = demand.condition
      isForTraining = demand.isForTraining
      self.layer = layer
      self.span = span
    }
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

/// One written layer as it was made once: by a pass of a loop, or in one use of a block.
package struct LayerTrace: Sendable {
  /// The layer in the file.
  package var span: Span
  /// The path under which its outputs are known.
  package var path: String
  package var inputs: [ValueID]
  package var outputs: [ValueID]
  /// The indices of its nodes: one for an operator, all in its scope for others.
  package var nodes: Range<Int>
}

/// The evaluated sections of a model file that layers do not need.
package struct ModelSections: Sendable {
  package var inputs: [ModelInput] = []
  package var expect: [AttributeValue.Entry] = []
  /// Initialisers by operator name.
  package var initializers: [AttributeValue.Entry] = []
  package var train: [AttributeValue.Entry] = []
  /// Severities by lint name.
  package var lint: [AttributeValue.Entry] = []
}

/// A declared input of the model with what belongs to its data.
package struct ModelInput: Sendable {
  package var name: Located<String>
  /// The place of the shape.
  package var span: Span
  package var value: ValueID
  package var preprocess: AttributeValue?
  package var labels: AttributeValue?
}
