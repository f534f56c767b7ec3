import Formats

extension RequestHandler {
  /// Every use of the name under the cursor, in all models that share it.
  static let references = RequestHandler("textDocument/references", capability: .init("referencesProvider", true)) {
    (server, params) throws(ResponseError) in
    let (document, offset) = try server.place(params)
    let includesDeclaration = params["context"]?["includeDeclaration"]?.bool ?? true
    var locations: [JSON] = []
    var known: Set<JSON> = []
    for (model, symbol) in server.workspace.symbols(at: offset, in: document) {
      for occurrence in symbol.occurrences.sorted(by: { $0.span < $1.span })
      where includesDeclaration || !occurrence.isDeclaration {
        let location = server.workspace.location(occurrence.span, in: model)
        if known.insert(location).inserted { locations.append(location) }
      }
    }
    return .array(locations)
  }
}
