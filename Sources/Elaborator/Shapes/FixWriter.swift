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
  func edits(for assignments: [Violation.Repair.Assignment]) -> [Edit]? {
    guard case .arguments(let arguments) = call.form else { return nil }
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
    let flow = entries.joined(separator: ", ")
    guard case .map(_, let span, let isFlow) = arguments else { return insertionIntoBareLayer(flow) }
    let source = sources[span.source]
    if isFlow {
      var end = span.upper - 1
      while end > span.lower + 1, source.bytes[end - 1].isSpace { end -= 1 }
      let place = Span(span.source, end..<end)
      let last = source.bytes[end - 1]
      if last == UInt8(ascii: "{") { return Edit(place, flow) }
      return Edit(place, (last == UInt8(ascii: ",") ? " " : ", ") + flow)
    }
    let indent = String(repeating: " ", count: source.position(at: span.lower).column - 1)
    return Edit(span.start, entries.map { $0 + "\n" + indent }.joined())
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

extension UInt8 {
  fileprivate var isSpace: Bool { self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0D }
}

extension AttributeValue {
  /// Whether the text is the value itself in every part.
  var isLiteralThroughout: Bool {
    guard isLiteral else { return false }
    switch content {
    case .list(let items): return items.allSatisfy(\.isLiteralThroughout)
    case .map(let entries): return entries.allSatisfy { $0.value.isLiteralThroughout }
    default: return true
    }
  }
}
