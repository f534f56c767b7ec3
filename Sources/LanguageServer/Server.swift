package import Formats

/// A language server for model files, without its streams: bytes in, messages out.
///
/// Messages are handled in their order. Findings are published when nothing waits any more, so that of several edits
/// in a row only the newest text is checked.
package final class Server {
  enum Lifecycle: Equatable {
    case starting
    case running
    case shutDown
    case exited
  }

  var lifecycle = Lifecycle.starting
  var client = ClientCapabilities()
  let workspace = Workspace()
  /// Whether the client said goodbye in the right order.
  private(set) var hasEndedWell = false

  private var frames = FrameReader()
  private var waiting: [Message] = []
  private var cancelled: Set<RequestID> = []
  private var outgoing: [JSON] = []

  package init() {}

  package var hasExited: Bool { lifecycle == .exited }
  /// Whether the program ends with success: after `shutdown`, then `exit`.
  package var isExitClean: Bool { hasEndedWell }

  /// Takes bytes of the input stream, as many as there are.
  package func receive(_ bytes: some Collection<UInt8>) {
    frames.append(bytes)
    while let frame = frames.next() {
      switch frame {
      case .body(let body): enqueue(Message(body))
      case .malformedHeader:
        enqueue(.invalid(nil, ResponseError(.parseError, "a header must have the line 'Content-Length: <bytes>'")))
      case .tooLong:
        enqueue(
          .invalid(nil, ResponseError(.invalidRequest, "a message is at most \(FrameReader.bodyLimit) bytes long")))
      }
    }
  }

  /// Handles everything received so far; what there is to send is left for `takeOutgoing`.
  package func handleWaiting() {
    let messages = waiting
    waiting = []
    for message in messages where !hasExited { handle(message) }
    cancelled = []
  }

  /// Publishes the findings of the documents that changed.
  package func publish() {
    guard lifecycle == .running else { return }
    send(workspace.publications(for: client))
  }

  /// The messages to send, in their order.
  package func takeOutgoing() -> [JSON] {
    defer { outgoing = [] }
    return outgoing
  }

  func send(_ messages: [JSON]) { outgoing += messages }

  func exit() {
    hasEndedWell = lifecycle == .shutDown
    lifecycle = .exited
  }

  private func enqueue(_ message: Message) {
    if case .notification("$/cancelRequest", let params) = message, let id = RequestID(params["id"]) {
      cancelled.insert(id)
    } else {
      waiting.append(message)
    }
  }

  private func handle(_ message: Message) {
    switch message {
    case .response: break
    case .invalid(let id, let error): outgoing.append(Answer.failure(error, to: id))
    case .notification(let method, let params): notify(method, params)
    case .request(let id, let method, let params):
      do throws(ResponseError) {
        outgoing.append(Answer.result(try answer(id, method, params), to: id))
      } catch {
        outgoing.append(Answer.failure(error, to: id))
      }
    }
  }

  /// A notification has no answer, so one that cannot be understood changes nothing.
  private func notify(_ method: String, _ params: JSON) {
    guard lifecycle == .running || method == "exit", let handler = Handlers.notification(method) else { return }
    try? handler.handle(self, params)
  }

  private func answer(_ id: RequestID, _ method: String, _ params: JSON) throws(ResponseError) -> JSON {
    if cancelled.contains(id) { throw ResponseError(.requestCancelled, "the request was cancelled") }
    guard let handler = Handlers.request(method) else {
      throw ResponseError(.methodNotFound, "there is no method '\(method)'")
    }
    switch lifecycle {
    case .starting where method != "initialize":
      throw ResponseError(.serverNotInitialized, "'initialize' must be the first request")
    case .running where method == "initialize":
      throw ResponseError(.invalidRequest, "'initialize' must be sent once")
    case .shutDown, .exited: throw ResponseError(.invalidRequest, "after 'shutdown' only 'exit' may follow")
    default: return try handler.answer(self, params)
    }
  }
}
