/// Why a text is not JSON, and where.
package struct JSONError: Error, Hashable {
  package enum Problem: Hashable, Sendable {
    /// Something else must stand here: `a value`, `':'`.
    case expected(String)
    case duplicateKey(String)
    case nestedTooDeeply(limit: Int)
    case trailingText
    case invalidNumber
    /// An integer outside 64 bits, or a number beyond the largest finite one.
    case numberOutOfRange
    case invalidEscape
    case unpairedSurrogate
    case controlCharacter
    case invalidUTF8
    case unterminatedString
  }

  package var problem: Problem
  /// The byte offset in the text.
  package var offset: Int
}

extension JSONError: CustomStringConvertible {
  package var description: String { "\(problem.phrase) at byte \(offset)" }
}

extension JSONError.Problem {
  fileprivate var phrase: String {
    switch self {
    case .expected(let what): "expected \(what)"
    case .duplicateKey(let key): "the key '\(key)' occurs twice"
    case .nestedTooDeeply(let limit): "nested more than \(limit) levels deep"
    case .trailingText: "text after the value"
    case .invalidNumber: "not a number"
    case .numberOutOfRange: "a number out of range"
    case .invalidEscape: "an invalid escape"
    case .unpairedSurrogate: "an unpaired surrogate"
    case .controlCharacter: "a control character in a string"
    case .invalidUTF8: "invalid UTF-8"
    case .unterminatedString: "a string without an end"
    }
  }
}
