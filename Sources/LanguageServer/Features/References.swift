import Formats

extension RequestHandler {
  /// Every use of the name under the cursor, in all open models that read the document.
  static let references = RequestHandler("textDocument/references", capability: .init("referencesProvider", true)) {
    (server, params) throws(ResponseError) in
    let (document, offset) = try server.place(params)
    let includesDeclaration = params["context"]?["includeDeclaration"]?.bool ?? true
    var locations: [JSON] = []
    var known: Set<JSON> = []
    for (model, source) in server.workspace.models(reading: document) {
      let occurrences = model.symbols.symbol(at: offset, in: source)?.symbol.occurrences ?? []
      for occurrence in occurrences.sorted(by: { $0.span < $1.span })
      where includesDeclaration || !occurrence.isDeclaration {
        let location = server.workspace.location(occurrence.span, in: model)
        if known.insert(location).inserted { locations.append(location) }
      }
    }
    return .array(locations)
  }
}
