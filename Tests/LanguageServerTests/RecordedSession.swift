import Formats
import LanguageServer
import TestSupport
import Testing

/// A session with an editor and all that the server answered, as a checked-in text.
///
/// Lines before the answers are commands:
/// * `open NAME` and `edit NAME`, with the text in the lines after it, each behind `| `; `close NAME`
/// * `ask METHOD NAME LINE:COLUMN {...}`: a request about a document, a place in it (both from 1, as editors show them;
///   may be left out) and further params (may be left out)
/// * `send {...}`: any other message, without `jsonrpc`
///
/// An answer stands behind `< `. To be readable it is a view of the message: ranges are `line:column-line:column` as on the
/// wire, from 0; long lists and long texts are cut.
struct RecordedSession {
  private struct Command {
    var preface: [Substring] = []
    var line: String
    var text: [Substring] = []
  }

  private struct UnknownCommand: Error {
    let line: String
  }

  private var commands: [Command] = []

  init(_ text: String) {
    var preface: [Substring] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("# ") {
        preface.append(line)
      } else if line.hasPrefix("|") {
        commands[commands.count - 1].text.append(line.dropFirst(2))
      } else if !line.isEmpty, !line.hasPrefix("<") {
        commands.append(Command(preface: preface, line: String(line)))
        preface = []
      }
    }
  }

  /// The session as it is now.
  func replay() throws -> String {
    let session = EditorSession()
    var blocks: [String] = []
    for command in commands {
      var lines = command.preface.map(String.init) + [command.line] + command.text.map { $0.isEmpty ? "|" : "| \($0)" }
      for answer in try Self.send(command, to: session) {
        lines += AnswerView(answer).text.split(separator: "\n").map { "< \($0)" }
      }
      blocks.append(lines.joined(separator: "\n") + "\n")
    }
    return blocks.joined(separator: "\n")
  }

  private static func send(_ command: Command, to session: EditorSession) throws -> [JSON] {
    let words = command.line.split(separator: " ", maxSplits: 1).map(String.init)
    let rest = words.count > 1 ? words[1] : ""
    let text = command.text.map { $0 + "\n" }.joined()
    switch words[0] {
    case "open": return session.open(uri(rest), text)
    case "edit":
      return session.notify(
        "textDocument/didChange",
        ["textDocument": ["uri": .string(uri(rest)), "version": 2], "contentChanges": [["text": .string(text)]]])
    case "close": return session.notify("textDocument/didClose", ["textDocument": ["uri": .string(uri(rest))]])
    case "ask": return session.send([try question(rest, session)])
    case "send":
      let members = try JSON(parsing: rest).members ?? []
      return session.send([.object([.init("jsonrpc", "2.0")] + members)])
    default: throw UnknownCommand(line: command.line)
    }
  }

  private static func uri(_ name: String) -> String { "file:///\(name)" }

  private static func question(_ text: String, _ session: EditorSession) throws -> JSON {
    var further: [JSON.Member] = []
    let brace = text.firstIndex(of: "{") ?? text.endIndex
    if brace < text.endIndex { further = try JSON(parsing: String(text[brace...])).members ?? [] }
    let words = text[..<brace].split(separator: " ").map(String.init)
    var params: [JSON.Member] = [.init("textDocument", ["uri": .string(uri(words[1]))])]
    if words.count > 2 {
      let place = words[2].split(separator: ":").compactMap { Int($0) }
      params.append(.init("position", ["line": .int(place[0] - 1), "character": .int(place[1] - 1)]))
    }
    return session.makeRequest("textDocument/\(words[0])", .object(params + further))
  }
}

/// A message of the server as a recorded session shows it.
struct AnswerView {
  private static let listLimit = 12
  private static let textLimit = 400

  let text: String

  init(_ message: JSON) {
    if let method = message["method"]?.string {
      text = method + " " + Self.short(message["params"] ?? .null).serialized(pretty: true)
    } else if let error = message["error"] {
      text = "error " + error.serialized()
    } else {
      text = Self.short(message["result"] ?? .null).serialized(pretty: true)
    }
  }

  private static func short(_ value: JSON) -> JSON {
    switch value {
    case .object(let members):
      if let range = range(value) { return .string(range) }
      if let label = members.first(where: { $0.key == "label" })?.value.string, value["sortText"] != nil {
        return .string(completion(value, label: label))
      }
      return .object(members.map { .init($0.key, short($0.value)) })
    case .array(let elements):
      let shown = elements.prefix(listLimit).map(short)
      let left = elements.count - shown.count
      return .array(shown + (left > 0 ? [.string("... \(left) more")] : []))
    case .string(let text) where text.count > textLimit: return .string(text.prefix(textLimit) + "...")
    default: return value
    }
  }

  private static func range(_ value: JSON) -> String? {
    if let place = place(value) { return place }
    guard let start = place(value["start"]), let end = place(value["end"]) else { return nil }
    return "\(start)-\(end)"
  }

  private static func place(_ value: JSON?) -> String? {
    guard value?.members?.count == 2, let line = value?["line"]?.int, let character = value?["character"]?.int else {
      return nil
    }
    return "\(line):\(character)"
  }

  private static func completion(_ value: JSON, label: String) -> String {
    let edit = value["textEdit"]
    let place = edit?["range"].flatMap(range) ?? ""
    return "\(label) -> \(place) \(edit?["newText"]?.serialized() ?? "") \(value["detail"]?.string ?? "")"
  }
}
