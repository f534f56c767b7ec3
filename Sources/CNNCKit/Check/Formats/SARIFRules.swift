import Diagnostics
import Formats

/// The rules of a SARIF log: the codes that its results have, in order.
struct SARIFRules {
  private let codes: [DiagnosticCode]
  private let positions: [String: Int]

  init(_ codes: some Sequence<DiagnosticCode>) {
    self.codes = Set(codes).sorted { $0.id < $1.id }
    positions = Dictionary(uniqueKeysWithValues: self.codes.enumerated().map { ($1.id, $0) })
  }

  func index(of code: DiagnosticCode) -> Int { positions[code.id, default: -1] }

  var json: JSON { .array(codes.map(json)) }

  /// GitHub reads descriptions of at most this many characters.
  private static let descriptionLimit = 1024

  private func json(_ code: DiagnosticCode) -> JSON {
    let paragraph = text(of: code.explanation.prefix(upToFirst: "\n\n"))
    let sentence = paragraph.prefix(upToFirst: ". ")
    return [
      "id": .string(code.id),
      "name": .string(code.name),
      "shortDescription": ["text": .string(sentence.hasSuffix(".") ? sentence : sentence + ".")],
      "fullDescription": ["text": .string(paragraph)],
      "help": ["text": .string(code.explanation), "markdown": .string(markdown(code))],
      "defaultConfiguration": ["level": .string(code.severity.rawValue)],
      "properties": ["tags": ["cnn", .string(subject(code))], "precision": "very-high"],
    ]
  }

  /// A paragraph as one line, cut to what may be shown.
  private func text(of paragraph: String) -> String {
    let line = paragraph.replacing("\n", with: " ")
    return line.count <= Self.descriptionLimit ? line : line.prefix(Self.descriptionLimit - 3) + "..."
  }

  /// The explanation with its examples.
  private func markdown(_ code: DiagnosticCode) -> String {
    switch code.exampleKind {
    case .words: "\(code.explanation)\n\n**Wrong:** \(code.bad)\n\n**Right:** \(code.good)\n"
    case .model:
      "\(code.explanation)\n\n**Wrong:**\n\n```yaml\n\(code.bad)\n```\n\n**Right:**\n\n```yaml\n\(code.good)\n```\n"
    }
  }

  /// What the range of a code is about.
  private func subject(_ code: DiagnosticCode) -> String {
    switch code.id.prefix(3) {
    case "E01": "syntax"
    case "E02": "names"
    case "E03": "shapes"
    case "E04": "attributes"
    case "E05": "data"
    case "E06": "expectations"
    default: "lint"
    }
  }
}

extension String {
  /// What stands before a separator; the whole text when there is none.
  fileprivate func prefix(upToFirst separator: String) -> String {
    String(prefix(upTo: firstRange(of: separator)?.lowerBound ?? endIndex))
  }
}
