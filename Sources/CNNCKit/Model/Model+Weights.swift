package import Diagnostics
package import Formats
package import Graph

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
      do {
        let tensors = try ParameterStore.readWeights(path)
        return try store(tensors, path, at: weights.span, sources, for: graph)
      } catch let error as DataError {
        if case .content(let problem) = error {
          throw ModelError(.findings([problem.diagnostic(at: weights.span)], sources))
        }
        throw NamedArgument("weights", path, in: sources).error(error)
      } catch let error as ModelError {
        throw error
      } catch {
        throw ModelError(.failure("\(error)"))
      }
    }
  }

  /// Everything that does not fit between a file of weights and the model, and the texts that the findings point at.
  package func weightFindings(_ path: String) throws(ModelError) -> ([Diagnostic], SourceMap) {
    guard let graph else { return ([], sources) }
    let argument = NamedArgument("--weights", path, in: sources)
    do {
      _ = try load(path, at: argument, for: graph)
      return ([], sources)
    } catch {
      guard case .findings(let diagnostics, let sources) = error.reason else { throw error }
      return (diagnostics, sources)
    }
  }

  private func load(_ path: String, at argument: NamedArgument, for graph: Graph) throws(ModelError) -> ParameterStore {
    let tensors: TensorCollection
    do { tensors = try ParameterStore.readWeights(path) } catch { throw argument.error(error) }
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

  private func initialize(_ graph: Graph, seed: UInt64) throws(ModelError) -> ParameterStore {
    var diagnostics: [Diagnostic] = []
    let overrides = InitializerOverrides(
      reading: elaboration.sections.initializers, for: graph, reporting: &diagnostics)
    if diagnostics.hasErrors { throw ModelError(.findings(diagnostics, sources)) }
    do {
      return try ParameterStore(initializing: graph, seed: seed, overrides: overrides)
    } catch {
      throw NamedArgument("weights", "", in: sources).error(error)
    }
  }
}
