import ArgumentParser
import Diagnostics

/// Reads option values that are one of several words.
enum Choice {
  /// The choice with a name; the error lists the choices and suggests a near one.
  static func parse<Value: CaseIterable & RawRepresentable>(_ text: String) throws -> Value
  where Value.RawValue == String {
    if let value = Value(rawValue: text) { return value }
    let names = Value.allCases.map(\.rawValue)
    throw ValidationError("it must be one of \(names.joined(separator: ", "))\(advice(for: text, among: names))")
  }

  /// `; did you mean 'check'?` when a name is near, else nothing.
  static func advice(for name: String, among names: [String]) -> String {
    Suggestion.nearest(to: name, among: names).first.map { "; did you mean '\($0)'?" } ?? ""
  }
}
