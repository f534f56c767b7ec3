import Diagnostics
import Graph

extension LintedNetwork {
  /// The edit that gives an attribute of a layer a value: a written one is replaced, an absent one added behind the
  /// others in braces; nil where an expression stands, or where the layer is written in another way.
  func edit(setting name: String, to value: String, in node: Node) -> Edit? {
    let source = sources[node.origin.span.source]
    if let span = node.origin.attributes[name] {
      return ["true", "false"].contains(sources.text(of: span)) ? Edit(span, value) : nil
    }
    var start = node.origin.span.upper
    for byte in [UInt8(ascii: ":"), UInt8(ascii: "{")] {
      while start < source.bytes.count, source.bytes[start] == UInt8(ascii: " ") { start += 1 }
      guard start < source.bytes.count, source.bytes[start] == byte else { return nil }
      start += 1
    }
    guard let last = node.origin.attributes.values.max(), last.source == node.origin.span.source, last.lower >= start
    else { return nil }
    return Edit(last.end, ", \(name): \(value)")
  }
}
