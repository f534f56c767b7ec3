import Diagnostics
import Graph

/// The initialisers that `init:` accepts, with their attributes and defaults: those of `torch.nn.init`.
package enum InitializerSyntax: String, CaseIterable, Sendable {
  case zeros, ones, constant, uniform, normal
  case truncatedNormal = "trunc_normal"
  case kaimingNormal = "kaiming_normal"
  case kaimingUniform = "kaiming_uniform"
  case xavierNormal = "xavier_normal"
  case xavierUniform = "xavier_uniform"
  case orthogonal

  static var names: [String] { allCases.map(\.rawValue) }

  /// The numbers it takes, with their defaults; nil marks a required one.
  private var numbers: KeyValuePairs<String, Double?> {
    switch self {
    case .zeros, .ones: [:]
    case .constant: ["val": nil]
    case .uniform: ["a": 0, "b": 1]
    case .normal: ["mean": 0, "std": 1]
    case .truncatedNormal: ["mean": 0, "std": 1, "a": -2, "b": 2]
    case .kaimingNormal, .kaimingUniform: ["a": 0]
    case .xavierNormal, .xavierUniform, .orthogonal: ["gain": 1]
    }
  }

  /// The words it takes; the first is the default.
  private var choices: KeyValuePairs<String, [String]> {
    switch self {
    case .kaimingNormal, .kaimingUniform:
      [
        "mode": InitializerRule.Fan.allCases.map(\.rawValue),
        "nonlinearity": ["leaky_relu"] + InitializerRule.nonlinearities.filter { $0 != "leaky_relu" },
      ]
    default: [:]
    }
  }

  private var attributeNames: [String] { choices.map(\.key) + numbers.map(\.key) }

  /// The rule with the attributes as written: a map, nothing, or for `constant` the number alone.
  ///
  /// nil when something is wrong, which is reported; `keyword` is where its name stands.
  func rule(
    _ written: AttributeValue?, keyword: Span, reporting diagnostics: inout [Diagnostic]
  ) -> InitializerRule? {
    let before = diagnostics.count
    let entries = entries(written, keyword: keyword, reporting: &diagnostics)
    var values: [String: Double] = [:]
    var words: [String: String] = [:]
    for entry in entries {
      if let accepted = choices.first(where: { $0.key == entry.key })?.value {
        words[entry.key] = word(entry, accepted, reporting: &diagnostics)
      } else if numbers.contains(where: { $0.key == entry.key }) {
        values[entry.key] = number(entry, reporting: &diagnostics)
      } else {
        diagnostics.append(.unknownInitializerAttribute(entry, of: self, attributeNames))
      }
    }
    guard diagnostics.count == before else { return nil }
    for (name, fallback) in numbers where values[name] == nil {
      guard let fallback else {
        diagnostics.append(.initializerForm(self, attributeNames, at: written?.span ?? keyword))
        return nil
      }
      values[name] = fallback
    }
    return rule(values, words, at: written?.span ?? keyword, reporting: &diagnostics)
  }

  private func rule(
    _ values: [String: Double], _ words: [String: String], at span: Span, reporting diagnostics: inout [Diagnostic]
  ) -> InitializerRule? {
    func value(_ name: String) -> Double { values[name] ?? 0 }
    switch self {
    case .zeros: return .fixed(.constant(0))
    case .ones: return .fixed(.constant(1))
    case .constant: return .fixed(.constant(value("val")))
    case .uniform:
      if value("a") <= value("b") { return .fixed(.uniform(low: value("a"), high: value("b"))) }
      diagnostics.append(.emptyInterval(value("a"), value("b"), at: span))
      return nil
    case .normal: return .fixed(.normal(mean: value("mean"), standardDeviation: value("std")))
    case .truncatedNormal:
      let (mean, deviation, low, high) = (value("mean"), value("std"), value("a"), value("b"))
      if InitializerRule.share(mean: mean, deviation: deviation, low: low, high: high) >= 0.01 {
        return .fixed(.truncatedNormal(mean: mean, standardDeviation: deviation, low: low, high: high))
      }
      diagnostics.append(.intervalTooFar(low, high, at: span))
      return nil
    case .kaimingNormal, .kaimingUniform:
      let fan = words["mode"].flatMap(InitializerRule.Fan.init(rawValue:)) ?? .input
      let gain = InitializerRule.gain(of: words["nonlinearity"] ?? "leaky_relu", slope: value("a"))
      return .kaiming(isNormal: self == .kaimingNormal, fan: fan, gain: gain ?? 1)
    case .xavierNormal, .xavierUniform: return .xavier(isNormal: self == .xavierNormal, gain: value("gain"))
    case .orthogonal: return .fixed(.orthogonal(gain: value("gain")))
    }
  }

  private func entries(
    _ written: AttributeValue?, keyword: Span, reporting diagnostics: inout [Diagnostic]
  ) -> [AttributeValue.Entry] {
    guard let written else { return [] }
    switch written.content {
    case .null: return []
    case .map(let entries): return entries
    case .int where self == .constant, .float where self == .constant:
      return [AttributeValue.Entry(key: "val", keySpan: keyword, value: written)]
    default:
      diagnostics.append(.initializerForm(self, attributeNames, at: written.span))
      return []
    }
  }

  private func number(_ entry: AttributeValue.Entry, reporting diagnostics: inout [Diagnostic]) -> Double? {
    do {
      let value = try Double(entry.value)
      if entry.key != "std" || value >= 0 { return value }
      diagnostics.append(
        .initializerValue(entry, AttributeProblem(rule: "must be at least 0", value: entry.value)))
    } catch { diagnostics.append(.initializerValue(entry, error)) }
    return nil
  }

  private func word(
    _ entry: AttributeValue.Entry, _ accepted: [String], reporting diagnostics: inout [Diagnostic]
  ) -> String? {
    var near: [String] = []
    if case .string(let word) = entry.value.content {
      if accepted.contains(word) { return word }
      near = Suggestion.nearest(to: word, among: accepted)
    }
    let rule = "must be one of \(accepted.joined(separator: ", "))"
    diagnostics.append(
      .initializerValue(entry, AttributeProblem(rule: rule, value: entry.value, suggestions: near)))
    return nil
  }
}

extension Diagnostic {
  fileprivate static func initializerForm(
    _ initializer: InitializerSyntax, _ attributes: [String], at span: Span
  ) -> Diagnostic {
    let takes = attributes.isEmpty ? "takes no attributes" : "must have a map of \(attributes.joined(separator: ", "))"
    let number = initializer == .constant ? ", or one number" : ""
    return Diagnostic(.initializer, "'\(initializer.rawValue)' \(takes)\(number)", at: Label(span))
  }

  fileprivate static func unknownInitializerAttribute(
    _ entry: AttributeValue.Entry, of initializer: InitializerSyntax, _ attributes: [String]
  ) -> Diagnostic {
    let near = Suggestion.nearest(to: entry.key, among: attributes).first
    let takes = attributes.isEmpty ? "it takes none" : "it takes \(attributes.joined(separator: ", "))"
    return Diagnostic(
      .initializer, "'\(initializer.rawValue)' has no attribute '\(entry.key)': \(takes)",
      at: Label(entry.keySpan), help: near.map { ["did you mean '\($0)'?"] } ?? [])
  }

  fileprivate static func initializerValue(_ entry: AttributeValue.Entry, _ problem: AttributeProblem) -> Diagnostic {
    Diagnostic(
      .initializer, "'\(entry.key)' \(problem.rule): found \(problem.found)", at: Label(problem.span),
      help: problem.suggestions.first.map { ["did you mean '\($0)'?"] } ?? [])
  }

  fileprivate static func emptyInterval(_ low: Double, _ high: Double, at span: Span) -> Diagnostic {
    Diagnostic(.initializer, "'a' must be at most 'b': \(low) is above \(high)", at: Label(span))
  }

  fileprivate static func intervalTooFar(_ low: Double, _ high: Double, at span: Span) -> Diagnostic {
    Diagnostic(
      .initializer,
      "the interval from 'a' to 'b' must keep a hundredth of the distribution: [\(low), \(high)] keeps less",
      at: Label(span))
  }
}
