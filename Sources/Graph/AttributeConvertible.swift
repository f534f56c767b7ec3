package import Diagnostics

/// Why a written value cannot be an attribute's value.
package struct AttributeProblem: Error, Hashable {
  /// The rule in words that follow the attribute's name: `must be an integer of at least 1`.
  package var rule: String
  /// The part of the value that breaks it.
  package var span: Span
  /// What stands there, as a phrase.
  package var found: String
  /// Spellings that were perhaps meant.
  package var suggestions: [String]

  package init(rule: String, value: AttributeValue, suggestions: [String] = []) {
    self.rule = rule
    span = value.span
    found = value.phrase
    self.suggestions = suggestions
  }
}

/// What an attribute accepts, for the JSON Schema, the reference pages and messages.
package indirect enum AttributeKind: Hashable, Sendable {
  case bool
  case int(minimum: Int?)
  case number
  case string
  /// One of fixed words.
  case choice([String])
  /// One value for every axis, or a list with one for each; `count` is nil when the rank follows from the input.
  case perAxis(AttributeKind, count: Int?)
  case list(AttributeKind)
  /// Any of several.
  case either([AttributeKind])
  /// A path of an earlier layer.
  case layer
  /// What it holds, or null.
  case optional(AttributeKind)

  /// Whether a value names a layer, whose output becomes a further input.
  package var isLayer: Bool {
    switch self {
    case .layer: true
    case .optional(let wrapped): wrapped.isLayer
    default: false
    }
  }
}

/// A Swift type that attributes can have: read from a file, written back, and described.
package protocol AttributeConvertible: Sendable, Hashable {
  static var kind: AttributeKind { get }
  init(_ value: AttributeValue) throws(AttributeProblem)
  var literal: AttributeLiteral { get }
}

extension Bool: AttributeConvertible {
  package static var kind: AttributeKind { .bool }
  package init(_ value: AttributeValue) throws(AttributeProblem) {
    guard case .bool(let flag) = value.content else {
      throw AttributeProblem(rule: "must be true or false", value: value)
    }
    self = flag
  }
  package var literal: AttributeLiteral { .bool(self) }
}

extension Int: AttributeConvertible {
  package static var kind: AttributeKind { .int(minimum: nil) }
  package init(_ value: AttributeValue) throws(AttributeProblem) {
    guard case .int(let number) = value.content else {
      throw AttributeProblem(rule: "must be an integer", value: value)
    }
    self = number
  }
  package var literal: AttributeLiteral { .int(self) }
}

extension Double: AttributeConvertible {
  package static var kind: AttributeKind { .number }
  package init(_ value: AttributeValue) throws(AttributeProblem) {
    switch value.content {
    case .int(let number): self = Double(number)
    case .float(let number) where number.isFinite: self = number
    default: throw AttributeProblem(rule: "must be a finite number", value: value)
    }
  }
  package var literal: AttributeLiteral { .float(self) }
}

extension String: AttributeConvertible {
  package static var kind: AttributeKind { .string }
  package init(_ value: AttributeValue) throws(AttributeProblem) {
    guard case .string(let text) = value.content else {
      throw AttributeProblem(rule: "must be a string", value: value)
    }
    self = text
  }
  package var literal: AttributeLiteral { .string(self) }
}

extension Optional: AttributeConvertible where Wrapped: AttributeConvertible {
  package static var kind: AttributeKind { .optional(Wrapped.kind) }
  package init(_ value: AttributeValue) throws(AttributeProblem) {
    self = value.content == .null ? nil : try Wrapped(value)
  }
  package var literal: AttributeLiteral { self?.literal ?? .null }
}

extension Array: AttributeConvertible where Element: AttributeConvertible {
  package static var kind: AttributeKind { .list(Element.kind) }
  package init(_ value: AttributeValue) throws(AttributeProblem) {
    guard case .list(let items) = value.content else {
      throw AttributeProblem(rule: "must be a list", value: value)
    }
    self = []
    for item in items { append(try Element(item)) }
  }
  package var literal: AttributeLiteral { .list(map(\.literal)) }
}

/// An enumeration of words, such as a padding mode, is an attribute's value by its raw values.
package protocol AttributeChoice: AttributeConvertible, CaseIterable, RawRepresentable where RawValue == String {}

extension AttributeChoice {
  package static var kind: AttributeKind { .choice(allCases.map(\.rawValue)) }
  package init(_ value: AttributeValue) throws(AttributeProblem) {
    let words = Self.allCases.map(\.rawValue)
    if case .string(let word) = value.content, let choice = Self(rawValue: word) {
      self = choice
      return
    }
    var suggestions: [String] = []
    if case .string(let word) = value.content { suggestions = Suggestion.nearest(to: word, among: words) }
    throw AttributeProblem(
      rule: "must be one of \(words.joined(separator: ", "))", value: value, suggestions: suggestions)
  }
  package var literal: AttributeLiteral { .string(rawValue) }
}
