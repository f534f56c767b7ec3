import Diagnostics
import Graph
import ModelSyntax

/// The file's params with the command line's settings in place of their defaults.
struct EvaluatedParams {
  let environment = Environment(parent: nil)
  private(set) var values: [(name: String, value: AttributeValue)] = []

  /// Evaluates params in their order; each may use those before it.
  init(
    _ entries: [WrittenEntry], settings: [String], sources: inout SourceMap, findings: inout FindingCollector
  ) {
    let given = EvaluatedParams.read(settings, names: entries.map(\.key.value), sources: &sources, &findings)
    for entry in entries {
      let name = entry.key.value
      var problems: [Diagnostic] = []
      var value = entry.value.evaluate(in: environment.expressionScope, reporting: &problems).map(AttributeValue.init)
      findings.report(problems)
      if let setting = given[name] {
        if let standing = value, let typed = setting.typed(like: standing, in: sources) {
          value = typed
        } else if let standing = value {
          findings.report(.settingType(name, setting, default: standing))
        } else {
          value = setting
        }
      }
      guard let value else {
        environment.bind(name, to: .poisoned)
        continue
      }
      if let bound = value.expressionValue {
        environment.bind(name, to: .value(bound), at: value.span)
        values.append((name, value))
      } else {
        findings.report(.notAParamValue(name, value))
        environment.bind(name, to: .poisoned)
      }
    }
  }

  /// The settings by param; the last word on a param holds.
  private static func read(
    _ settings: [String], names: [String], sources: inout SourceMap, _ findings: inout FindingCollector
  ) -> [String: AttributeValue] {
    var given: [String: AttributeValue] = [:]
    for (number, text) in settings.enumerated() {
      let source = SourceText(option: "--set #\(number + 1)", text: text)
      let (setting, problems) = readSetting(source, id: sources.add(source))
      findings.report(problems)
      guard let setting else { continue }
      var name = setting.key.value
      if !names.contains(name) {
        let near = Suggestion.nearest(to: name, among: names)
        findings.report(.unknownSetting(setting.key, names: names, near: near))
        guard let best = near.first else { continue }
        name = best
      }
      var evaluationProblems: [Diagnostic] = []
      let scope = Environment(parent: nil).expressionScope
      let value = setting.value.evaluate(in: scope, reporting: &evaluationProblems)
      findings.report(evaluationProblems)
      given[name] = value.map(AttributeValue.init)
    }
    return given
  }
}

extension AttributeValue {
  /// The value in the type of a param's default: integers count as numbers, and any scalar is a string as it is written.
  fileprivate func typed(like standing: AttributeValue, in sources: SourceMap) -> AttributeValue? {
    switch (standing.content, content) {
    case (.int, .int), (.float, .float), (.bool, .bool), (.string, .string): return self
    case (.float, .int(let number)): return AttributeValue(.float(Double(number)), at: span)
    case (.string, .int), (.string, .float), (.string, .bool):
      return AttributeValue(.string(sources.text(of: span)), at: span)
    case (.list(let old), .list(let new)):
      guard let first = old.first else { return self }
      let typed = new.compactMap { $0.typed(like: first, in: sources) }
      return typed.count == new.count ? AttributeValue(.list(typed), at: span) : nil
    default: return nil
    }
  }
}
