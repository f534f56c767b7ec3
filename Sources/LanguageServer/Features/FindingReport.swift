import CNNCKit
import Diagnostics
import Formats

/// Findings as clients read them.
enum FindingReport {
  /// The names of the lints about what nobody needs, which clients fade.
  private static let unnecessary: Set<String> = ["dead-layer", "unused-suppression"]

  static func json(
    _ diagnostic: Diagnostic, in model: CheckedModel, of workspace: Workspace, for client: ClientCapabilities
  ) -> JSON {
    var members: [JSON.Member] = [
      .init("range", workspace.range(diagnostic.primary.span, in: model)),
      .init("severity", .int(severity(diagnostic.severity))),
      .init("code", .string(diagnostic.code.id)),
      .init("source", "cnnc"),
      .init("message", .string(message(diagnostic))),
    ]
    if client.hasTags, unnecessary.contains(diagnostic.code.name) { members.append(.init("tags", [1])) }
    let related = diagnostic.labels.map { label -> JSON in
      let message = label.message.isEmpty ? "see here" : label.message
      return ["location": workspace.location(label.span, in: model), "message": .string(message)]
    }
    if client.hasRelatedInformation, !related.isEmpty { members.append(.init("relatedInformation", .array(related))) }
    return .object(members)
  }

  private static func severity(_ severity: Severity) -> Int {
    switch severity {
    case .error: 1
    case .warning: 2
    case .note: 3
    }
  }

  /// The message with its notes and advice in lines of their own.
  private static func message(_ diagnostic: Diagnostic) -> String {
    let notes = diagnostic.notes.map { "note: \($0)" } + diagnostic.help.map { "help: \($0)" }
    return ([diagnostic.message] + notes).joined(separator: "\n")
  }
}
