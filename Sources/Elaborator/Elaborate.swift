package import Diagnostics
import Graph
import ModelSyntax

/// Turns the text of a model file into a graph with every finding.
///
/// ```
/// SourceText --readModel--> SyntaxTree -> ModelDocument --Elaborator--> Graph --passes--> ExecutionPlan
/// ```
/// Reads no files: `load` gets the path of an included file relative to the folder of the model file, `/` between its
/// parts and no `..` among them. Every text read is added to `sources`, so that spans can be shown.
package func elaborate(
  text: SourceText, options: ElaborationOptions = ElaborationOptions(), sources: inout SourceMap,
  load: (String) -> IncludeResult
) -> Elaboration {
  var findings = FindingCollector()
  let source = sources.add(text)
  let (read, problems) = readModel(text, id: source, kind: .model)
  findings.report(problems)
  guard let document = read else {
    return Elaboration(
      graph: nil, diagnostics: findings.finish(), layers: [], document: ModelDocument(source: source), params: [],
      layerExpectations: [])
  }
  let blocks = withoutActuallyEscaping(load) { load in
    var includes = IncludeReader(rootPath: text.path, load: load)
    includes.add(document, sources: &sources, findings: &findings)
    return includes.library
  }
  let params = EvaluatedParams(
    document.params, settings: options.settings, sources: &sources, findings: &findings)
  let symbols = Elaborator.bindings(options.symbols, of: document, sources: &sources, findings: &findings)
  let elaborator = Elaborator(
    document: document, sources: sources, blocks: blocks, params: params.environment, findings: findings)
  if options.opensSizes { elaborator.openSizes = OpenSizes(document) }
  elaborator.stopsAtError = options.stopsAtError
  return elaborator.run(symbols: symbols, params: params.values)
}

extension Elaborator {
  /// Makes the whole model, in the order in which a file is read.
  fileprivate func run(symbols: [String: Int], params values: [(name: String, value: AttributeValue)]) -> Elaboration {
    applyDefaults()
    readSections()
    let scope = Scope(path: "", parent: nil, written: [document.layers])
    let context = LayerContext(environment: params, scope: scope)
    let input = addInputs(symbols: symbols, in: scope)
    let (last, layers) = expand(document.layers, in: context, from: input)
    if !isExhausted { addOutputs(last: last, in: context) }
    checkInitializedParameters()
    var elaboration = Elaboration(
      graph: document.layers.isEmpty ? nil : graph, diagnostics: findings.finish().withLevels(sections.lint),
      layers: layers, document: document, params: values, layerExpectations: expectations)
    elaboration.demands = demands
    elaboration.openedSizes = openSizes?.opened ?? []
    elaboration.sections = sections
    elaboration.traces = traces
    return elaboration
  }
}
