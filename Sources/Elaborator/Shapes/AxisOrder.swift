import Diagnostics
import Graph
import ModelSyntax
import Operators
import Tensors

extension Elaborator {
  /// Says of the first broken shape rule that an input of the model has its channels last, where it looks like that.
  ///
  /// Returns whether that is what breaks the rule, so that no other repair is offered.
  func noteAxisOrder(in finding: inout Diagnostic, _ violation: Violation, _ call: OperatorCall) -> Bool {
    guard violation.code.severity == .error, !hasNotedAxisOrder else { return false }
    hasNotedAxisOrder = true
    let declared = declaredChannels(violation, call)
    for input in graph.inputs {
      guard let shape = graph[input.value].type.shape, (3...5).contains(shape.rank) else { continue }
      let last = shape[shape.rank - 1]
      let isDeclared = last.value == declared?.count && input.value == declared?.source
      guard isDeclared || looksLikeImage(shape) else { continue }
      let mended = Shape([shape[0], last] + shape.dimensions[1..<shape.rank - 1])
      let axes = ["D", "H", "W"].suffix(shape.rank - 2)
      let spatial = (shape.rank == 3 ? ["L"] : axes).joined(separator: " ")
      finding.notes.append(
        "axes are in the order N C \(spatial); the input \(shape) looks like N \(spatial) C, which is \(mended) here")
      if let span = inputSpans[input.value], sources.text(of: span) == shape.description {
        finding.fixes.append(
          Fix("write the input with its channels first", safety: .unsafe, edits: [Edit(span, mended.description)]))
      }
      return isDeclared
    }
    return false
  }

  /// The channels that a layer declares in vain, with the value that they are declared of.
  private func declaredChannels(_ violation: Violation, _ call: OperatorCall) -> (count: Int, source: ValueID)? {
    guard violation.code == .channelMismatch, case .attribute("in_channels") = violation.subject,
      case .int(let count)? = call.attribute("in_channels")?.value?.content, let input = call.inputs.first
    else { return nil }
    return (count, shapeSource(of: input))
  }

  /// Whether an axis of a few channels stands behind two that are larger.
  private func looksLikeImage(_ shape: Shape) -> Bool {
    guard shape.rank == 4, let channels = shape[3].value, let height = shape[1].value, let width = shape[2].value
    else { return false }
    return [1, 3, 4].contains(channels) && min(height, width) > 4
  }
}
