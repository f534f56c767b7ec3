import Diagnostics

/// Names of models, params, blocks, inputs and loop variables: a letter or `_`, then letters, digits and `_`, all
/// ASCII.
package enum Identifier {
  package static func isValid(_ text: some StringProtocol) -> Bool {
    var first = true
    for byte in text.utf8 {
      guard first ? isStart(byte) : isPart(byte) else { return false }
      first = false
    }
    return !first
  }

  static func isStart(_ byte: UInt8) -> Bool {
    let lower = byte | 0x20
    return lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "z") || byte == UInt8(ascii: "_")
  }

  static func isPart(_ byte: UInt8) -> Bool { isStart(byte) || isDigit(byte) }

  static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

  /// The nearest identifier: every other character becomes `_`.
  static func mended(_ text: String) -> String {
    var bytes = text.utf8.map { isPart($0) ? $0 : UInt8(ascii: "_") }
    if bytes.first.map({ !isStart($0) }) ?? true { bytes.insert(UInt8(ascii: "_"), at: 0) }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension DiagnosticCode {
  static let invalidIdentifier = DiagnosticCode(
    "E0124", "invalid-identifier",
    explanation: """
      Names that expressions and messages use are identifiers: a letter or `_`, then letters, digits and `_`, all
      ASCII. This holds for the model, params, blocks, inputs, operators and loop variables.
      """,
    bad: """
      cnnc: 1
      model: my-net
      input: [N, 3, 8, 8]
      layers:
        - relu
      """,
    good: """
      cnnc: 1
      model: my_net
      input: [N, 3, 8, 8]
      layers:
        - relu
      """)
}

extension Diagnostic {
  /// `role` says whose name it is: `the model's name`.
  static func invalidIdentifier(_ text: String, role: String, at span: Span) -> Diagnostic {
    let mended = Identifier.mended(text)
    return Diagnostic(
      .invalidIdentifier, "\(role) must be an identifier: '\(text.inMessage)'", at: Label(span),
      help: text.isEmpty || text.utf8.count > 64 ? [] : ["write \(mended)"])
  }
}
