import Diagnostics
import Graph
import Operators

extension Elaborator {
  /// Fixes that give a value other numbers of channels at the layer that makes them; none where an expression stands there.
  func channelFixes(_ counts: [Int], of value: ValueID) -> [Fix] {
    guard !counts.isEmpty, let (attribute, span) = channelPlace(of: value) else { return [] }
    return counts.map { Fix("change \(attribute) to \($0)", safety: .unsafe, edits: [Edit(span, "\($0)")]) }
  }

  /// Where a file writes the number of channels of a value, behind layers such as activations and pools that keep it.
  private func channelPlace(of value: ValueID) -> (attribute: String, span: Span)? {
    guard let channels = graph[value].type.channels else { return nil }
    var value = value
    while let producer = graph[value].producer.map({ graph[$0] }) {
      for name in ["out_channels", "out_features"] {
        guard let span = producer.origin.attributes[name] else { continue }
        return sources.text(of: span) == "\(channels)" ? (name, span) : nil
      }
      guard producer.inputs.count == 1, graph[producer.inputs[0]].type.channels == channels else { return nil }
      value = producer.inputs[0]
    }
    return nil
  }
}
