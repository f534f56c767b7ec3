import Diagnostics
import Formats

/// Edits of several documents that are made together.
struct WorkspaceEdit {
  private var changes: [(uri: String, edits: [JSON])] = []

  var isEmpty: Bool { changes.isEmpty }

  mutating func add(_ edit: Edit, in model: CheckedModel, of workspace: Workspace) {
    let uri = workspace.uri(of: edit.span.source, in: model)
    let json: JSON = ["range": workspace.range(edit.span, in: model), "newText": .string(edit.text)]
    if let index = changes.firstIndex(where: { $0.uri == uri }) {
      if !changes[index].edits.contains(json) { changes[index].edits.append(json) }
    } else {
      changes.append((uri, [json]))
    }
  }

  /// The edits for a client; one that can is told the versions they are for, null for a file that is not open.
  func json(of workspace: Workspace, for client: ClientCapabilities) -> JSON {
    guard client.hasVersionedEdits else { return ["changes": .object(changes.map { .init($0.uri, .array($0.edits)) })] }
    let documents = changes.map { uri, edits -> JSON in
      let version = workspace.documents[uri]?.version.map { JSON.int($0) } ?? .null
      return ["textDocument": ["uri": .string(uri), "version": version], "edits": .array(edits)]
    }
    return ["documentChanges": .array(documents)]
  }
}
