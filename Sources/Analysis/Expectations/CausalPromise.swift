import Graph
import Operators
import Tensors

/// The axis along which `causal` in `expect` promises that nothing looks ahead.
struct CausalPromise {
  static let rule = "must be 'time', for inputs [N, C, L], or the letter of a spatial axis of the inputs"

  /// The spatial axis, from 0, and its letter.
  let axis: Int
  let letter: String

  /// Reads a written axis of inputs with `rank` spatial axes; nil for anything else.
  init?(_ value: AttributeValue, rank: Int) {
    guard case .string(let name) = value.content, (1...3).contains(rank) else { return nil }
    let letters = (0..<rank).map { AxisName($0, of: rank).letter }
    guard let axis = name == "time" && rank == 1 ? 0 : letters.firstIndex(of: name) else { return nil }
    self.axis = axis
    letter = letters[axis]
  }
}

extension ExpectationCheck {
  mutating func checkCausality(_ value: AttributeValue, of outputs: [ValueID], layer: String?) {
    let ranks = Set(graph.inputs.map { (graph[$0.value].type.shape?.rank ?? 2) - 2 })
    guard ranks.count == 1, let rank = ranks.first, let promise = CausalPromise(value, rank: rank) else {
      return report(.invalidExpectation("causal", CausalPromise.rule, value, layer: layer))
    }
    let causality = Causality(graph, axis: promise.axis)
    for output in outputs {
      let steps = causality.steps(of: output)
      guard steps != 0 else { continue }
      let offenders = causality.offenders(before: output)
      let repair =
        steps == nil
        ? nil
        : Causality.repair(offenders, before: output, in: graph, layers: layers, axis: promise.axis)
      return report(
        .notCausal(
          value, axis: promise.letter, output: names[output.index], steps: steps, offenders, in: graph, repair: repair,
          layer: layer))
    }
  }
}
