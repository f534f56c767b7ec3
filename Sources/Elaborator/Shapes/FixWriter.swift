import Diagnostics
import Graph
import ModelSyntax

/// Writes new attribute values into the text of a layer.
struct FixWriter {
  let sources: SourceMap
  let call: OperatorCall

  /// The edits that set attributes: literals are replaced, absent ones are inserted in the layer's own style.
  ///
  /// nil where an expression stands, or where there is no place to write.
  func edits(for repair: Violation.Repair) -> [Edit]? {
    guard case .arguments(let arguments) = call.form else { return nil }
    let assignments = repair.assignments
    if let replaced = repair.replaced { return replacement(of: replaced, by: assignments, in: arguments) }
    if case .shorthand(let value) = arguments { return edits(forShorthand: value, assignments) }
    var edits: [Edit] = []
    var absent: [String] = []
    for assignment in assignments {
      if let attribute = call.attribute(assignment.attribute) {
        guard let value = attribute.value, value.isLiteralThroughout else { return nil }
        edits.append(Edit(value.span, assignment.value.description))
      } else {
        absent.append("\(assignment.attribute): \(assignment.value)")
      }
    }
    if !absent.isEmpty { edits.append(insertion(of: absent, into: arguments)) }
    return edits
  }

  private func replacement(
    of name: String, by assignments: [Violation.Repair.Assignment], in arguments: LayerSyntax.Arguments
  ) -> [Edit]? {
    guard let attribute = call.attribute(name), let value = attribute.value, value.isLiteralThroughout else {
      return nil
    }
    let text = assignments.map { "\($0.attribute): \($0.value)" }.joined(separator: ", ")
    if case .shorthand = arguments { return [Edit(value.span, "{\(text)}")] }
    guard attribute.keySpan.source == value.span.source, attribute.keySpan.lower < value.span.upper else { return nil }
    return [Edit(Span(value.span.source, attribute.keySpan.lower..<value.span.upper), text)]
  }

  /// `- max_pool2d: 2` becomes a map.
  private func edits(forShorthand written: WrittenValue, _ assignments: [Violation.Repair.Assignment]) -> [Edit]? {
    guard let primary = call.kind.primaryAttribute else { return nil }
    var entries = ["\(primary): \(sources.text(of: written.span))"]
    for assignment in assignments {
      if assignment.attribute == primary {
        guard call.attribute(primary)?.value?.isLiteralThroughout == true else { return nil }
        entries[0] = "\(primary): \(assignment.value)"
      } else {
        entries.append("\(assignment.attribute): \(assignment.value)")
      }
    }
    if entries.count == 1, let value = assignments.first?.value { return [Edit(written.span, value.description)] }
    return [Edit(written.span, "{" + entries.joined(separator: ", ") + "}")]
  }

  private func insertion(of entries: [String], into arguments: LayerSyntax.Arguments) -> Edit {
    guard case .map(_, let span, let isFlow) = arguments else {
      return insertionIntoBareLayer(entries.joined(separator: ", "))
    }
    return sources.insertion(of: entries, intoMap: span, isFlow: isFlow)
  }

  /// After the name of a layer without a map, whose colon may be there already.
  private func insertionIntoBareLayer(_ flow: String) -> Edit {
    let span = call.nameSpan
    let bytes = sources[span.source].bytes
    var next = span.upper
    while next < bytes.count, bytes[next] == UInt8(ascii: " ") { next += 1 }
    if next < bytes.count, bytes[next] == UInt8(ascii: ":") {
      return Edit(Span(span.source, (next + 1)..<(next + 1)), " {\(flow)}")
    }
    return Edit(span.end, ": {\(flow)}")
  }
}
