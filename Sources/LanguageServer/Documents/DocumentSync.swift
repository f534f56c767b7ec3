import Formats

extension NotificationHandler {
  static let didOpen = NotificationHandler("textDocument/didOpen") { (server, params) throws(ResponseError) in
    let uri = try params.documentURI()
    let text = try params["textDocument"]?.text("text") ?? ""
    server.workspace.open(uri: uri, version: params["textDocument"]?["version"]?.int, text: text)
  }

  static let didChange = NotificationHandler("textDocument/didChange") { (server, params) throws(ResponseError) in
    let document = try server.document(params)
    var edits: [(range: (start: TextPosition, end: TextPosition)?, text: String)] = []
    for change in params["contentChanges"]?.elements ?? [] {
      let text = try change.text("text")
      let range = change["range"] ?? .null
      edits.append((range == .null ? nil : (try range.position("start"), try range.position("end")), text))
    }
    document.apply(edits, version: params["textDocument"]?["version"]?.int)
    server.workspace.didChange(document)
  }

  static let didClose = NotificationHandler("textDocument/didClose") { (server, params) throws(ResponseError) in
    server.workspace.close(try params.documentURI())
  }

  static let didSave = NotificationHandler("textDocument/didSave") { (server, _) throws(ResponseError) in
    server.workspace.invalidateIncluders()
  }

  static let didChangeWatchedFiles = NotificationHandler("workspace/didChangeWatchedFiles") {
    (server, _) throws(ResponseError) in
    server.workspace.invalidateIncluders()
  }
}
