package import Diagnostics

extension SourceMap {
  /// The edit that adds entries such as `stride: 2` to a map, in the style that it is written in.
  package func insertion(of entries: [String], intoMap span: Span, isFlow: Bool) -> Edit {
    let source = self[span.source]
    guard isFlow else {
      let indent = String(repeating: " ", count: source.position(at: span.lower).column - 1)
      return Edit(span.start, entries.map { $0 + "\n" + indent }.joined())
    }
    let flow = entries.joined(separator: ", ")
    var end = span.upper - 1
    while end > span.lower + 1, source.bytes[end - 1].isYAMLSpace { end -= 1 }
    let place = Span(span.source, end..<end)
    let last = source.bytes[end - 1]
    if last == UInt8(ascii: "{") { return Edit(place, flow) }
    return Edit(place, (last == UInt8(ascii: ",") ? " " : ", ") + flow)
  }
}

extension UInt8 {
  /// A blank or a line break.
  fileprivate var isYAMLSpace: Bool { self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0D }
}
