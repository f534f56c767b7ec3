import Analysis
package import Diagnostics
import Graph
import Operators

/// The text of `cnnc explain`.
package enum Explanation {
  /// What can be explained: codes, their names, and operators.
  package static var subjects: [String] {
    DiagnosticCatalog.all.flatMap { [$0.id, $0.name] } + OperatorRegistry.all.map { $0.name }
  }

  /// Every code with its name and, where it is none of an error, its severity: a line each.
  package static func list(style: TextStyle = .plain) -> String {
    let codes = DiagnosticCatalog.all
    let width = codes.map(\.name.utf8.count).max() ?? 0
    return codes.map { code in
      let name = code.severity == .error ? code.name : code.name + padding(width - code.name.utf8.count)
      let severity = code.severity == .error ? "" : "  " + style.paint(severity(of: code), as: TextRole(code.severity))
      return style.paint(code.id, as: .emphasis) + "  \(name)\(severity)\n"
    }.joined()
  }

  private static func padding(_ count: Int) -> String { String(repeating: " ", count: count) }

  private static func severity(of code: DiagnosticCode) -> String {
    Lints.isOptional(code) ? "off, or \(code.severity.rawValue)" : code.severity.rawValue
  }

  /// The explanation of a code, the name of one, or an operator; nil for anything else.
  package static func text(of subject: String, style: TextStyle = .plain) -> String? {
    if let code = DiagnosticCatalog.find(subject) { return text(of: code, style: style) }
    return OperatorRegistry.find(subject).map { OperatorPage(of: $0).text(style: style) }
  }

  /// What a finding is, why it is one, a file that raises it with its message, and the same file mended.
  package static func text(of code: DiagnosticCode, style: TextStyle = .plain) -> String {
    let severity = style.paint(severity(of: code), as: TextRole(code.severity))
    var text = style.paint("\(code.id) \(code.name)", as: .emphasis) + " (\(severity))\n\n"
    text += Markdown.paragraphs(code.explanation, style: style)
    switch code.exampleKind {
    case .words:
      text += "\nWrong: \(Markdown.line(code.bad, style: style))\n\nRight: \(Markdown.line(code.good, style: style))\n"
    case .model:
      text += "\nWrong:\n\n\(Markdown.indented(code.bad))\n"
      text += "\(messages(ofExample: code.bad, style: style))\nRight:\n\n\(Markdown.indented(code.good))"
    }
    return text
  }

  /// What checking an example prints, made now so that it cannot be out of date.
  package static func messages(ofExample example: String, style: TextStyle = .plain) -> String {
    let check = check(example: example)
    let renderer = TextRenderer(style: style)
    return check.diagnostics.map { renderer.render($0, in: check.sources) }.joined(separator: "\n")
  }

  /// Checks an example; one that begins with `# cnnc check example.yaml --set a=1 --shape H=2` gets these options.
  package static func check(example: String) -> ModelCheck {
    var options = ModelOptions()
    let first = example.prefix { $0 != "\n" }
    let words = first.split(separator: " ")
    for (option, value) in zip(words, words.dropFirst()) where first.hasPrefix("# cnnc check ") {
      let sides = value.split(separator: "=", maxSplits: 1).map(String.init)
      if option == "--set" { options.settings.append(String(value)) }
      if option == "--shape", sides.count == 2 { options.sizes[sides[0]] = Int(sides[1]) }
    }
    return ModelCheck(Model(text: example, path: "example.yaml", options: options))
  }
}
