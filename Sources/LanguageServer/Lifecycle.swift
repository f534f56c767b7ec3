import CNNCKit
import Formats

extension RequestHandler {
  /// Settles what both sides can do.
  static let initialize = RequestHandler("initialize") { (server, params) throws(ResponseError) in
    server.client = ClientCapabilities(params["capabilities"] ?? [:])
    server.workspace.encoding = server.client.encoding
    server.workspace.folders = folders(params)
    server.lifecycle = .running
    let sync: JSON = ["openClose": true, "change": 2, "save": true]
    let common: [JSON.Member] = [
      .init("positionEncoding", .string(server.client.encoding.rawValue)), .init("textDocumentSync", sync),
    ]
    return [
      "capabilities": .object(common + Handlers.requests.compactMap(\.capability)),
      "serverInfo": ["name": "cnnc", "version": .string(cnncVersion)],
    ]
  }

  /// The folders that a client has open; older clients name one, as a URI.
  private static func folders(_ params: JSON) -> [String] {
    let named = params["workspaceFolders"]?.elements?.compactMap { $0["uri"]?.string } ?? []
    let uris = named.isEmpty ? [params["rootUri"]?.string].compactMap { $0 } : named
    return uris.compactMap(DocumentURI.path).map { $0.hasSuffix("/") ? $0 : $0 + "/" }
  }

  static let shutdown = RequestHandler("shutdown") { (server, _) throws(ResponseError) in
    server.lifecycle = .shutDown
    return .null
  }
}

extension NotificationHandler {
  static let initialized = NotificationHandler("initialized") { (_, _) throws(ResponseError) in }

  static let exit = NotificationHandler("exit") { (server, _) throws(ResponseError) in server.exit() }
}
