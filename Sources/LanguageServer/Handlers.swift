/// Everything the server understands.
enum Handlers {
  static let requests: [RequestHandler] = [
    .initialize, .shutdown, .hover, .completion, .definition, .references, .prepareRename, .rename, .codeAction,
    .inlayHint, .formatting, .documentSymbol,
  ]

  static let notifications: [NotificationHandler] = [
    .initialized, .exit, .didOpen, .didChange, .didClose, .didSave, .didChangeWatchedFiles,
  ]

  static func request(_ method: String) -> RequestHandler? { requests.first { $0.method == method } }

  static func notification(_ method: String) -> NotificationHandler? { notifications.first { $0.method == method } }
}

extension Server {
  /// The names of all requests and notifications that have a handler.
  package static var methods: [String] { Handlers.requests.map(\.method) + Handlers.notifications.map(\.method) }
}
