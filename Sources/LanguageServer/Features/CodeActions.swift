import Diagnostics
import Formats

extension RequestHandler {
  /// The repairs of the findings in a range.
  static let codeAction = RequestHandler(
    "textDocument/codeAction", capability: .init("codeActionProvider", ["codeActionKinds": ["quickfix"]])
  ) { (server, params) throws(ResponseError) in
    let document = try server.document(params)
    let range = try params.range(in: document)
    let kinds = params["context"]?["only"]?.elements?.compactMap(\.string)
    if let kinds, !kinds.contains(where: { $0.isEmpty || $0 == "quickfix" }) { return [] }
    var actions: [JSON] = []
    for (model, source) in server.workspace.models(reading: document) {
      let chosen = model.diagnostics.filter { diagnostic in
        let span = diagnostic.primary.span
        return span.source == source && span.lower <= range.upperBound && range.lowerBound <= span.upper
      }
      for (diagnostic, repaired) in zip(chosen, model.repaired(chosen)) {
        let fixes = QuickFixes(diagnostic, in: model, of: server.workspace)
        actions += fixes.repairs(repaired.fixes, for: server.client) + fixes.suppression(for: server.client)
      }
    }
    return .array(actions)
  }
}

/// The repairs of one finding as a client offers them.
struct QuickFixes {
  private let diagnostic: Diagnostic
  private let model: CheckedModel
  private let workspace: Workspace

  init(_ diagnostic: Diagnostic, in model: CheckedModel, of workspace: Workspace) {
    self.diagnostic = diagnostic
    self.model = model
    self.workspace = workspace
  }

  /// The first safe repair is the one that a client makes unasked.
  func repairs(_ fixes: [Fix], for client: ClientCapabilities) -> [JSON] {
    let preferred = fixes.firstIndex { $0.safety == .safe }
    return fixes.enumerated().map { action($1.title, $1.edits, isPreferred: $0 == preferred, for: client) }
  }

  /// The comment that takes back a finding which is no error.
  func suppression(for client: ClientCapabilities) -> [JSON] {
    guard diagnostic.severity != .error, let edit = Suppressing(diagnostic, in: model).edit else { return [] }
    return [action("ignore \(diagnostic.code.name) here", [edit], isPreferred: false, for: client)]
  }

  private func action(_ title: String, _ edits: [Edit], isPreferred: Bool, for client: ClientCapabilities) -> JSON {
    var edit = WorkspaceEdit()
    for change in edits { edit.add(change, in: model, of: workspace) }
    let finding = FindingReport.json(diagnostic, in: model, of: workspace, for: client)
    var members: [JSON.Member] = [
      .init("title", .string(title)), .init("kind", "quickfix"), .init("diagnostics", [finding]),
    ]
    if isPreferred { members.append(.init("isPreferred", true)) }
    return .object(members + [.init("edit", edit.json(of: workspace, for: client))])
  }
}
