import Diagnostics
import Graph
import ModelSyntax
import Operators
import Tensors

extension Elaborator {
  /// Says which feature map a stated number of features belongs to, when `flatten` gives another number.
  func noteFlattenedFeatures(in finding: inout Diagnostic, _ violation: Violation, _ call: OperatorCall) {
    guard violation.code == .channelMismatch, case .attribute("in_features") = violation.subject,
      case .int(let features)? = call.attribute("in_features")?.value?.content, let input = call.inputs.first,
      let flatten = graph[shapeSource(of: input)].producer, graph[flatten].operation is Flatten,
      let shape = graph[graph[flatten].inputs[0]].type.shape, shape.rank == 4, let channels = shape[1].value
    else { return }
    let (cells, rest) = features.quotientAndRemainder(dividingBy: channels)
    let side = Int(Double(cells).squareRoot().rounded())
    guard rest == 0, side > 0, side * side == cells else { return }
    finding.notes.append(
      "\(features) features are a map [\(shape[0]), \(channels), \(side), \(side)]; the input of 'flatten' is \(shape)")
    finding.help.append("put '- adaptive_avg_pool2d: \(side)' before 'flatten' to have that for inputs of every size")
  }
}
