/// Why a request has no result.
struct ResponseError: Error {
  /// The numbers of JSON-RPC 2.0 and of the language server protocol.
  enum Code: Int {
    case parseError = -32700
    case invalidRequest = -32600
    case methodNotFound = -32601
    case invalidParams = -32602
    case serverNotInitialized = -32002
    case requestFailed = -32803
    case requestCancelled = -32800
  }

  var code: Code
  var message: String

  init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }

  static func invalidParams(_ message: String) -> ResponseError { ResponseError(.invalidParams, message) }
}
