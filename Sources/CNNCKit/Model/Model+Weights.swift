package import Diagnostics
import Elaborator
package import Formats
package import Graph
import ModelSyntax

/// Where the values of parameters come from.
package enum WeightSource: Hashable, Sendable {
  /// The file of `--weights`.
  case file(String)
  /// The file that the model names, else initialisers with a seed.
  case model(seed: UInt64)
}

extension Model {
  /// The file of weights that the model file names, from where it is.
  package var namedWeights: String? { elaboration.document.weights.map { resolve($0.value) } }

  /// The values of all parameters of a graph of this model.
  package func parameters(_ source: WeightSource, for graph: Graph) throws(ModelError) -> ParameterStore {
    switch source {
    case .file(let path):
      return try load(path, at: NamedArgument("--weights", path, in: sources), for: graph)
    case .model(let seed):
      guard let weights = elaboration.document.weights else { return try initialize(graph, seed: seed) }
      let path = resolve(weights.value)
      let tensors: TensorCollection
      do { tensors = try WeightsFile.read(path) } catch { throw ModelError(error, at: weights.span, sources) }
      return try store(tensors, path, at: weights.span, sources, for: graph)
    }
  }

  /// Everything that does not fit between a file of weights, by its headers alone, and the model; and the texts that
  /// the findings point at.
  ///
  /// - Parameter path: nil for the file that the model names, which need not be there.
  package func weightFindings(_ path: String?) throws(ModelError) -> ([Diagnostic], SourceMap) {
    guard let graph else { return ([], sources) }
    let argument = path.map { NamedArgument("--weights", $0, in: sources) }
    guard let place = argument?.span ?? elaboration.document.weights?.span, let path = path ?? namedWeights else {
      return ([], sources)
    }
    let texts = argument?.sources ?? sources
    if argument == nil, !WeightsFile.isPresent(path) { return ([], texts) }
    do throws(DataError) {
      let tensors = try WeightsFile.describe(path)
      var (findings, isForeign) = ParameterStore.compare(tensors, with: graph, from: path, namedAt: place)
      if isForeign, let last = findings.indices.last, let model = ZooModel.fitting(tensors) {
        findings[last].help.append("the file fits '\(model)' of the zoo, which 'cnnc init \(model)' writes")
      }
      return (findings, texts)
    } catch {
      if case .content(let problem) = error { return ([problem.diagnostic(at: place)], texts) }
      throw ModelError(error, at: place, texts)
    }
  }

  private func load(_ path: String, at argument: NamedArgument, for graph: Graph) throws(ModelError) -> ParameterStore {
    let tensors: TensorCollection
    do { tensors = try WeightsFile.read(path) } catch { throw argument.error(error) }
    return try store(tensors, path, at: argument.span, argument.sources, for: graph)
  }

  private func store(
    _ tensors: TensorCollection, _ path: String, at span: Span, _ sources: SourceMap, for graph: Graph
  ) throws(ModelError) -> ParameterStore {
    var diagnostics: [Diagnostic] = []
    let store = ParameterStore.load(tensors, for: graph, from: path, namedAt: span, reporting: &diagnostics)
    guard let store else { throw ModelError(.findings(diagnostics, sources)) }
    return store
  }

  /// What a user should know when weights come from initialisers, as a phrase.
  func initializationNote(_ source: WeightSource, for graph: Graph) -> String? {
    guard case .model(let seed) = source, namedWeights == nil, !graph.parameters.isEmpty else { return nil }
    return "no weights are given: they are initialised with seed \(seed)"
  }

  private func initialize(_ graph: Graph, seed: UInt64) throws(ModelError) -> ParameterStore {
    do { return try ParameterStore(initializing: graph, seed: seed) } catch {
      throw ModelError(error, at: Span(elaboration.document.source, 0..<0), sources)
    }
  }
}
