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
      for diagnostic in model.diagnostics {
        let span = diagnostic.primary.span
        guard span.source == source, span.lower <= range.upperBound, range.lowerBound <= span.upper else { continue }
        actions += QuickFixes(diagnostic, in: model, of: server.workspace).json(for: server.client)
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
  func json(for client: ClientCapabilities) -> [JSON] {
    let preferred = diagnostic.fixes.firstIndex { $0.safety == .safe }
    let finding = FindingReport.json(diagnostic, in: model, of: workspace, for: client)
    return diagnostic.fixes.enumerated().map { index, fix in
      var edit = WorkspaceEdit()
      for change in fix.edits { edit.add(change, in: model, of: workspace) }
      var members: [JSON.Member] = [
        .init("title", .string(fix.title)), .init("kind", "quickfix"), .init("diagnostics", [finding]),
      ]
      if index == preferred { members.append(.init("isPreferred", true)) }
      return .object(members + [.init("edit", edit.json)])
    }
  }
}
