import Formats

/// Answers one kind of request.
struct RequestHandler: Sendable {
  let method: String
  /// What `initialize` tells the client of it; nil when nothing.
  let capability: JSON.Member?
  let answer: @Sendable (Server, JSON) throws(ResponseError) -> JSON

  init(
    _ method: String, capability: JSON.Member? = nil,
    answer: @escaping @Sendable (Server, JSON) throws(ResponseError) -> JSON
  ) {
    self.method = method
    self.capability = capability
    self.answer = answer
  }
}

/// Acts on one kind of notification.
struct NotificationHandler: Sendable {
  let method: String
  let handle: @Sendable (Server, JSON) throws(ResponseError) -> Void

  init(_ method: String, handle: @escaping @Sendable (Server, JSON) throws(ResponseError) -> Void) {
    self.method = method
    self.handle = handle
  }
}
