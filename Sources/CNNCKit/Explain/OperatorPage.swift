import Diagnostics
package import Graph
import Operators

/// The reference page of an operator: its summary, what its source says about it, and its attributes.
package struct OperatorPage {
  private let name: String
  private let summary: String
  private let arity: ClosedRange<Int>
  private let primaryAttribute: String?
  private let attributes: [(description: AttributeDescription, value: AttributeLiteral)]

  package init(of operation: any Operator.Type) {
    name = operation.name
    summary = operation.summary
    arity = operation.arity
    primaryAttribute = operation.primaryAttribute
    let defaults = operation.init().attributeLiterals
    attributes = zip(operation.attributeDescriptions, defaults).map { ($0, $1.literal) }
  }

  func text(style: TextStyle) -> String {
    var text = style.paint(name, as: .emphasis) + ": \(summary)\n\n"
    if let page = operatorPages[name] { text += Markdown.paragraphs(page, style: style) + "\n" }
    text += "Inputs: \(inputs)\n"
    if let primaryAttribute { text += "Shorthand: '- \(name): value' sets '\(primaryAttribute)'\n" }
    if attributes.isEmpty { return text + "Attributes: none\n" }
    return text + "Attributes:\n" + attributes.map { entry($0.description, $0.value, style) }.joined()
  }

  /// The page in Markdown, under a title that may name operators which differ in rank alone.
  package func markdown(title: String) -> String {
    var lines = ["# \(title)", "", summary.prefix(1).uppercased() + summary.dropFirst() + ".", ""]
    if let page = operatorPages[name] { lines += [page, ""] }
    lines += ["## Inputs", "", inputs, ""]
    if let primaryAttribute { lines += ["`- \(name): value` sets `\(primaryAttribute)`.", ""] }
    lines += ["## Attributes", ""]
    if attributes.isEmpty { return (lines + ["None.", ""]).joined(separator: "\n") }
    lines += ["| attribute | accepts | default | meaning |", "| --- | --- | --- | --- |"]
    lines += attributes.map { attribute, value in
      let accepts = [attribute.kind.phrase, attribute.rule].compactMap { $0 }.joined(separator: "; ")
      let initial = attribute.isRequired ? "required" : value == .null ? "" : "`\(value)`"
      return "| `\(attribute.name)` | \(accepts) | \(initial) | \(attribute.summary) |"
    }
    return (lines + [""]).joined(separator: "\n")
  }

  private var inputs: String {
    if arity.lowerBound == arity.upperBound { return "\(arity.lowerBound)" }
    return arity.upperBound == .max ? "\(arity.lowerBound) or more" : "\(arity.lowerBound) to \(arity.upperBound)"
  }

  /// An attribute's name and meaning, and below them what can be written.
  private func entry(_ description: AttributeDescription, _ value: AttributeLiteral, _ style: TextStyle) -> String {
    let column = 2 + (attributes.map(\.description.name.utf8.count).max() ?? 0) + 2
    let initial = description.isRequired ? "required" : value == .null ? "optional" : "default \(value)"
    let rule = [description.kind.phrase, description.rule, initial].compactMap { $0 }.joined(separator: "; ")
    let lines = [description.summary, rule].flatMap { style.wrap($0, used: column, indent: column) }
    return lines.enumerated().map { index, line in
      let name = index == 0 ? "  " + style.paint(description.name, as: .emphasis) : ""
      let width = index == 0 ? 2 + description.name.utf8.count : 0
      return name + String(repeating: " ", count: column - width) + line + "\n"
    }.joined()
  }
}

extension AttributeKind {
  /// What can be written, as a phrase.
  package var phrase: String {
    switch self {
    case .bool: "true or false"
    case .int(let minimum): minimum.map { "integer of at least \($0)" } ?? "integer"
    case .number: "number"
    case .string: "text"
    case .choice(let words): words.joined(separator: ", ")
    case .perAxis(let kind, let count):
      count == 1 ? kind.phrase : "\(kind.phrase), or one for each axis"
    case .list(let kind): "list of \(kind.phrase)"
    case .either(let kinds): kinds.map(\.phrase).joined(separator: ", or ")
    case .layer: "name of a layer"
    case .optional(let kind): kind.phrase
    }
  }
}
