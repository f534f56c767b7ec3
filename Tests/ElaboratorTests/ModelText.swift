import Diagnostics
import Elaborator
import Graph
import Tensors

/// A model file given as text, elaborated.
struct ModelText {
  let elaboration: Elaboration
  let sources: SourceMap

  /// Elaborates the lines below `cnnc: 1` and `model: test`.
  init(_ body: String, settings: [String] = [], symbols: [String: Int] = [:], files: [String: String] = [:]) {
    var sources = SourceMap()
    elaboration = elaborate(
      text: SourceText(path: "test.yaml", text: "cnnc: 1\nmodel: test\n" + body),
      options: ElaborationOptions(settings: settings, symbols: symbols), sources: &sources
    ) { path in
      files[path].map { .loaded(SourceText(path: path, text: $0)) } ?? .failed("no such file")
    }
    self.sources = sources
  }

  var diagnostics: [Diagnostic] { elaboration.diagnostics }
  var codes: [String] { diagnostics.map(\.code.name) }
  var errors: [Diagnostic] { diagnostics.filter { $0.severity == .error } }

  var parameters: [String] { elaboration.graph?.parameters.map(\.name) ?? [] }
  var paths: [String] { elaboration.graph?.nodes.map(\.path) ?? [] }

  /// The shape of an output as text.
  func shape(ofOutput index: Int = 0) -> String? {
    guard let graph = elaboration.graph, graph.outputs.indices.contains(index) else { return nil }
    return graph[graph.outputs[index].value].type.description
  }

  /// The text under the primary label of a finding.
  func marked(_ index: Int = 0) -> String { sources.text(of: diagnostics[index].primary.span) }
}
