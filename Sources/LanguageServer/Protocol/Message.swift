package import Formats

/// How a client names a request.
enum RequestID: Hashable {
  case number(Int)
  case text(String)

  init?(_ json: JSON?) {
    switch json {
    case .int(let number): self = .number(number)
    case .string(let text): self = .text(text)
    default: return nil
    }
  }

  var json: JSON {
    switch self {
    case .number(let number): .int(number)
    case .text(let text): .string(text)
    }
  }
}

/// A message of JSON-RPC 2.0 from the client.
enum Message {
  case request(RequestID, method: String, params: JSON)
  case notification(method: String, params: JSON)
  /// An answer to a request of the server, which makes none that need one.
  case response
  case invalid(RequestID?, ResponseError)

  init(_ bytes: [UInt8]) {
    let json: JSON
    do throws(JSONError) { json = try JSON(parsing: bytes) } catch {
      self = .invalid(nil, ResponseError(.parseError, "the message must be JSON: \(error)"))
      return
    }
    let id = RequestID(json["id"])
    if let method = json["method"]?.string {
      let params = json["params"] ?? .null
      if let id {
        self = .request(id, method: method, params: params)
      } else if json["id"] == nil {
        self = .notification(method: method, params: params)
      } else {
        self = .invalid(nil, ResponseError(.invalidRequest, "the id of a request must be an integer or a string"))
      }
    } else if json["result"] != nil || json["error"] != nil {
      self = .response
    } else {
      self = .invalid(id, ResponseError(.invalidRequest, "a message must have a method, a result or an error"))
    }
  }
}

/// Makes the messages of the server.
package enum Answer {
  static func result(_ result: JSON, to id: RequestID) -> JSON {
    ["jsonrpc": "2.0", "id": id.json, "result": result]
  }

  static func failure(_ error: ResponseError, to id: RequestID?) -> JSON {
    [
      "jsonrpc": "2.0", "id": id?.json ?? .null,
      "error": ["code": .int(error.code.rawValue), "message": .string(error.message)],
    ]
  }

  static func notification(_ method: String, _ params: JSON) -> JSON {
    ["jsonrpc": "2.0", "method": .string(method), "params": params]
  }

  /// A message as it goes over the wire.
  package static func frame(_ message: JSON) -> [UInt8] {
    let body = Array(message.serialized().utf8)
    return Array("Content-Length: \(body.count)\r\n\r\n".utf8) + body
  }
}
