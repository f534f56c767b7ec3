import Diagnostics
import Graph
import Operators

/// The reference page of an operator: its summary, what its source says about it, and its attributes.
struct OperatorPage {
  private let name: String
  private let summary: String
  private let arity: ClosedRange<Int>
  private let primaryAttribute: String?
  private let attributes: [(description: AttributeDescription, value: AttributeLiteral)]

  init(of operation: any Operator.Type) {
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
    return text + (attributes.isEmpty ? "Attributes: none\n" : "\n" + table(style))
  }

  private var inputs: String {
    if arity.lowerBound == arity.upperBound { return "\(arity.lowerBound)" }
    return arity.upperBound == .max ? "\(arity.lowerBound) or more" : "\(arity.lowerBound) to \(arity.upperBound)"
  }

  private func table(_ style: TextStyle) -> String {
    var table = TextTable([.init("attribute"), .init("value"), .init("default"), .init("meaning")])
    for (description, value) in attributes {
      let rule = description.rule.map { "\(description.kind.phrase), \($0)" } ?? description.kind.phrase
      let initial = description.isRequired ? "required" : value == .null ? "inferred" : "\(value)"
      table.append([description.name, rule, initial, description.summary])
    }
    return table.render(style: style)
  }
}

extension AttributeKind {
  /// What can be written, as a phrase.
  fileprivate var phrase: String {
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
    }
  }
}
