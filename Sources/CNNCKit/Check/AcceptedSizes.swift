import Analysis
package import Diagnostics
import Elaborator
import Graph
import Tensors

/// The sizes that a model accepts for one symbol of its inputs.
package struct AcceptedSizes: Sendable {
  package var symbol: String
  /// As conditions: `H = 0 (mod 32), H >= 64`.
  package var description: String
  /// For training, where that demands more.
  package var training: String?
  /// Whether every size is accepted.
  package var isFree: Bool
  /// What demands it: a condition, the layer, and its place.
  package var causes: [Cause]
  /// The first layer whose sizes cannot be followed, so that it and what comes behind it may demand more.
  package var horizon: String?

  package struct Cause: Sendable {
    package var condition: String
    package var layer: String
    package var span: Span
  }

  private init(_ symbol: LegalSizes.Symbol, training: LegalSizes.Symbol, horizon: String?) {
    self.horizon = horizon
    self.symbol = symbol.name
    description = symbol.description
    self.training = training.sizes == symbol.sizes ? nil : training.sizes.description(of: symbol.name)
    isFree = symbol.isFree
    let own = symbol.causes.map { ($0.sizes.description(of: symbol.name), $0.demand) }
    let ties = symbol.ties.map { ($0.condition.description, $0) }
    causes = (own + ties).map { Cause(condition: $0, layer: $1.layer, span: $1.span) }
  }

  /// What a model without errors accepts, symbol by symbol.
  package static func all(of model: Model) -> [AcceptedSizes] {
    guard let graph = model.graph, !model.elaboration.diagnostics.hasErrors else { return [] }
    let inference = LegalSizes(model.elaboration, graph: graph)
    let training = LegalSizes(model.elaboration, graph: graph, forTraining: true)
    let horizon = inference.horizon.map { graph[$0].path }
    return zip(inference.symbols, training.symbols).map { AcceptedSizes($0, training: $1, horizon: horizon) }
  }
}

extension [AcceptedSizes] {
  /// The sets that exclude something, for people, each with the lines that it comes from.
  package func text(in sources: SourceMap) -> String {
    let horizon = first?.horizon.map {
      "sizes are not followed through '\($0)': it may demand more, and so may layers behind it\n"
    }
    return filter { !$0.isFree || $0.training != nil }.map { accepted in
      var lines = ""
      if !accepted.isFree {
        let places = accepted.causes.map { cause in
          let line = sources[cause.span.source].position(at: cause.span.lower).line
          return (text: cause.condition, place: "\(cause.layer), line \(line)")
        }
        let isOne = places.count == 1 && places[0].text == accepted.description
        lines = "accepts \(accepted.description)" + (isOne ? " (\(places[0].place))" : "") + "\n"
        if !isOne { for (text, place) in places { lines += "  \(text): \(place)\n" } }
      }
      if let training = accepted.training { lines += "trains with \(training)\n" }
      return lines
    }.joined() + (horizon ?? "")
  }
}
