import Diagnostics

@testable import ModelSyntax

/// Everything that a value holds except places in the source, as text: equal for two readings of the same meaning.
///
/// Operators without attributes and with an empty map of them are the same.
enum DocumentContent {
  static func text(_ value: Any) -> String {
    if value is Span { return "" }
    if case .map(let attributes, _, _)? = value as? LayerSyntax.Arguments, attributes.isEmpty { return "none" }
    let mirror = Mirror(reflecting: value)
    if mirror.displayStyle == .optional { return mirror.children.first.map { text($0.value) } ?? "nil" }
    guard !mirror.children.isEmpty else { return "\(value)" }
    let children = mirror.children.filter { $0.label != "isFlow" }.map { child in
      (child.label.map { $0 + ":" } ?? "") + text(child.value)
    }
    let name = "\(mirror.subjectType)"
    return "\(name)(\(children.joined(separator: ",")))"
  }
}
