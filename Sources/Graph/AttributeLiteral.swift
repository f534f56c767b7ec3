/// A value as it is written in a file: what `expand` prints, defaults in documentation, and the text of fixes.
package indirect enum AttributeLiteral: Hashable, Sendable {
  case null
  case bool(Bool)
  case int(Int)
  case float(Double)
  case string(String)
  case list([AttributeLiteral])
}

extension AttributeLiteral: CustomStringConvertible {
  /// The text in YAML's flow style.
  package var description: String {
    switch self {
    case .null: "null"
    case .bool(let value): value ? "true" : "false"
    case .int(let value): "\(value)"
    case .float(let value): value == value.rounded() && abs(value) < 1e15 ? "\(Int(value)).0" : "\(value)"
    case .string(let value): value
    case .list(let values): "[" + values.map(\.description).joined(separator: ", ") + "]"
    }
  }
}
