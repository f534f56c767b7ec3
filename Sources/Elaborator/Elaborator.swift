import Diagnostics
import Graph
import ModelSyntax
import Tensors

/// The state of one elaboration; its extensions, a file each, are the rules of the language.
final class Elaborator {
  /// Loops and blocks that make more layers than this are an error instead of a hang.
  static let layerLimit = 200_000
  /// How deep scopes and blocks nest after expansion.
  static let depthLimit = 48

  let document: ModelDocument
  let sources: SourceMap
  let blocks: BlockLibrary
  let operators: OperatorCatalogue
  let params: Environment
  var graph: Graph
  var findings: FindingCollector
  var advisor = NameAdvisor()
  var expectations: [Elaboration.LayerExpectation] = []
  var demands: [Elaboration.SizeDemand] = []
  var sections = ModelSections()
  var traces: [LayerTrace] = []
  /// Where each input of the model declares its shape.
  var inputSpans: [ValueID: Span] = [:]
  var layersMade = 0
  var stopsAtError = false
  /// The node of each path, as far as full paths were asked for.
  var nodesByPath: [String: NodeID] = [:]
  var indexedNodes = 0
  /// Bytes of all parameters so far; nil after they have outgrown `Int`.
  var parameterBytes: Int? = 0
  var hasNotedAxisOrder = false
  var openSizes: OpenSizes?
  private(set) lazy var unknownValue = graph.addUnknownValue()

  init(
    document: ModelDocument, sources: SourceMap, blocks: BlockLibrary, params: Environment, findings: FindingCollector
  ) {
    self.document = document
    self.sources = sources
    self.blocks = blocks
    self.params = params
    self.findings = findings
    operators = OperatorCatalogue()
    graph = Graph(name: document.model?.value ?? "model")
  }

  /// Whether no further layer is made.
  var isExhausted: Bool { layersMade > Elaborator.layerLimit || stopsAtError && findings.hasErrors }

  /// What flows on where a mistake took the values away: consequences stay silent.
  func unknownFlow(path: String = "") -> Flow { Flow(values: [unknownValue], path: path) }

  func isUnknown(_ values: [ValueID]) -> Bool { values.contains { graph[$0].type.shape == nil } }
}

/// The values that pass from a layer to the next.
struct Flow {
  var values: [ValueID]
  /// The path of the layer that they come from.
  var path: String
}

/// What holds around a layer.
struct LayerContext {
  var environment: Environment
  var scope: Scope
  /// The block whose body this is.
  var instance: BlockInstance?
  var isFrozen = false
  var depth = 0

  /// The context of a scope inside this one.
  func entering(_ scope: Scope, environment: Environment? = nil) -> LayerContext {
    var inner = self
    inner.scope = scope
    if let environment { inner.environment = environment }
    inner.depth += 1
    return inner
  }
}

/// One layer that is about to be made.
struct LayerSite {
  var syntax: LayerSyntax
  var context: LayerContext
  /// nil for a combinator that opens no scope.
  var path: String?
  var name: String?
  var input: [ValueID]
}

/// What became of one layer.
struct MadeLayer {
  var outputs: [ValueID]
  /// Further outputs, which only their numbers mean.
  var auxiliary: [ValueID] = []
  /// The path under which its outputs are known.
  var path: String
  /// nil when nothing can be said of it after expansion.
  var kind: ElaboratedLayer.Kind?
}

extension Elaborator {
  /// Reports a finding about a layer, with the uses of the blocks around it as labels.
  func report(_ finding: Diagnostic, layer: String?, in context: LayerContext) {
    var finding = finding
    if finding.layer == nil { finding.layer = layer }
    for use in (context.instance?.uses ?? []).prefix(3) where use != finding.primary.span {
      finding.labels.append(Label(use, "used here"))
    }
    findings.report(finding)
  }

  func report(_ finding: Diagnostic, at site: LayerSite) { report(finding, layer: site.path, in: site.context) }

  /// Names in a scope for expressions, with the sizes of a layer's input.
  func expressionScope(_ environment: Environment, input: [ValueID]) -> ExpressionScope {
    let type = input.first.map { graph[$0].type }
    return ExpressionScope(
      lookup: { environment[$0].answer ?? InputSizes.answer($0, for: type) ?? .unknown },
      names: { environment.names + InputSizes.names })
  }

  /// The value of what is written at a layer; nil when it has none, which is reported.
  func evaluate(_ written: WrittenValue, at site: LayerSite) -> AttributeValue? {
    if let literal = AttributeValue(literal: written) { return literal }
    var problems: [Diagnostic] = []
    let value = written.evaluate(
      in: expressionScope(site.context.environment, input: site.input), reporting: &problems)
    for problem in problems { report(problem, at: site) }
    return value.map(AttributeValue.init)
  }

  /// The value of what is written outside of layers.
  func evaluate(_ written: WrittenValue) -> AttributeValue? {
    if let literal = AttributeValue(literal: written) { return literal }
    var problems: [Diagnostic] = []
    let value = written.evaluate(in: params.expressionScope, reporting: &problems)
    findings.report(problems)
    return value.map(AttributeValue.init)
  }
}
