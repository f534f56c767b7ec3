import Analysis
package import Diagnostics
import Elaborator
import Graph
import Tensors

/// The sizes that a model accepts for the symbols of its inputs.
package struct AcceptedSizes: Sendable {
  /// What one symbol may be.
  package struct Symbol: Sendable {
    package var name: String
    /// As conditions: `H = 0 (mod 32), H >= 64`.
    package var description: String
    /// For training, where that demands more.
    package var training: String?
    /// Whether every size is accepted.
    package var isFree: Bool
    /// What demands it: a condition, the layer, and its place.
    package var causes: [Cause]
  }

  package struct Cause: Sendable {
    package var condition: String
    package var layer: String
    package var span: Span
  }

  package private(set) var symbols: [Symbol] = []
  /// The first layer whose sizes cannot be followed, so that it and layers behind it may demand more; nil when all are.
  package private(set) var horizon: String?

  /// What a model accepts; nothing is said of one with errors.
  package init(_ model: Model) {
    guard let graph = model.graph, !model.elaboration.diagnostics.hasErrors else { return }
    let inference = LegalSizes(model.elaboration, graph: graph)
    let training = LegalSizes(model.elaboration, graph: graph, forTraining: true)
    symbols = zip(inference.symbols, training.symbols).map { Symbol($0, training: $1) }
    horizon = symbols.isEmpty ? nil : inference.horizon.map { graph[$0].path }
  }

  /// The sets that exclude something, for people, each with the lines that it comes from.
  package func text(in sources: SourceMap) -> String {
    let end = horizon.map {
      "the sizes that '\($0)' makes cannot be followed: it and the layers behind it may accept fewer\n"
    }
    return symbols.map { $0.text(in: sources) }.joined() + (end ?? "")
  }
}

extension AcceptedSizes.Symbol {
  fileprivate init(_ symbol: LegalSizes.Symbol, training: LegalSizes.Symbol) {
    name = symbol.name
    description = symbol.description
    self.training = training.sizes == symbol.sizes ? nil : training.sizes.description(of: symbol.name)
    isFree = symbol.isFree
    let own = symbol.causes.map { ($0.sizes.description(of: symbol.name), $0.demand) }
    let ties = symbol.ties.map { ($0.condition.description, $0) }
    causes = (own + ties).map { AcceptedSizes.Cause(condition: $0, layer: $1.layer, span: $1.span) }
  }

  /// Nothing when every size is accepted.
  fileprivate func text(in sources: SourceMap) -> String {
    var lines = ""
    if !isFree {
      let places = causes.map { cause in
        let line = sources[cause.span.source].position(at: cause.span.lower).line
        return (text: cause.condition, place: "\(cause.layer), line \(line)")
      }
      let isOne = places.count == 1 && places[0].text == description
      lines = "accepts \(description)" + (isOne ? " (\(places[0].place))" : "") + "\n"
      if !isOne { for (text, place) in places { lines += "  \(text): \(place)\n" } }
    }
    if let training { lines += "trains with \(training)\n" }
    return lines
  }
}
