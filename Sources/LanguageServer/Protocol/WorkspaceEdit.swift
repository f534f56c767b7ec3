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

  var json: JSON { ["changes": .object(changes.map { .init($0.uri, .array($0.edits)) })] }
}
