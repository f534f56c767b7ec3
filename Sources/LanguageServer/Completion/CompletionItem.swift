import Formats

/// One thing that can be written at the cursor.
struct CompletionItem {
  /// The numbers that the protocol gives to kinds.
  enum Kind: Int {
    case function = 3
    case variable = 6
    case type = 7
    case property = 10
    case member = 20
    case keyword = 14
    case reference = 18
  }

  var label: String
  var kind: Kind
  /// One line beside the label.
  var detail: String?
  /// Markdown, for items that the file or a lint explains.
  var documentation: String?
  /// What is written in place of the word; the label when nil.
  var text: String?
  /// The same with places to fill in.
  var snippet: String?
  /// Items of a smaller rank come first.
  var rank = 0

  init(_ label: String, _ kind: Kind, detail: String? = nil, documentation: String? = nil, rank: Int = 0) {
    self.label = label
    self.kind = kind
    self.detail = detail
    self.documentation = documentation
    self.rank = rank
  }

  /// The item for a client, replacing a range.
  func json(replacing range: JSON, order: Int, for client: ClientCapabilities) -> JSON {
    let isSnippet = client.hasSnippets && snippet != nil
    let number = "\(order)"
    var members: [JSON.Member] = [
      .init("label", .string(label)), .init("kind", .int(kind.rawValue)),
      .init("sortText", .string("\(rank)" + String(repeating: "0", count: max(0, 4 - number.count)) + number)),
      .init("textEdit", ["range": range, "newText": .string(isSnippet ? snippet ?? label : text ?? label)]),
    ]
    if isSnippet { members.append(.init("insertTextFormat", 2)) }
    if let detail { members.append(.init("detail", .string(detail))) }
    if let documentation { members.append(.init("documentation", .documentation(documentation, for: client))) }
    return .object(members)
  }
}
