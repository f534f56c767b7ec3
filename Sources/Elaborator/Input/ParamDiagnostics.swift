package import Diagnostics
import Graph
import ModelSyntax

extension DiagnosticCode {
  package static let unknownSetting = DiagnosticCode(
    "E0206", "unknown-setting",
    explanation: "`--set name=value` gives a value to a param that the file declares under `params`.",
    bad: """
      # cnnc check example.yaml --set widht=4
      cnnc: 1
      model: misspelt_setting
      params: {width: 8}
      input: [N, $width]
      layers:
        - relu
      """,
    good: """
      # cnnc check example.yaml --set width=4
      cnnc: 1
      model: right_setting
      params: {width: 8}
      input: [N, $width]
      layers:
        - relu
      """)

  package static let settingType = DiagnosticCode(
    "E0207", "setting-type",
    explanation: """
      A setting has the type of the param's default in the file: an integer, a number, true or false, a string or a list.
      """,
    bad: """
      # cnnc check example.yaml --set width=wide
      cnnc: 1
      model: word_for_number
      params: {width: 8}
      input: [N, $width]
      layers:
        - relu
      """,
    good: """
      # cnnc check example.yaml --set width=16
      cnnc: 1
      model: number_for_number
      params: {width: 8}
      input: [N, $width]
      layers:
        - relu
      """)

  package static let paramValue = DiagnosticCode(
    "E0236", "param-value",
    explanation: "A param is a number, a string, true or false, or a list of these.",
    bad: """
      cnnc: 1
      model: param_without_value
      params: {width: {of: 8}}
      input: [N, 8]
      layers:
        - relu
      """,
    good: """
      cnnc: 1
      model: param_with_value
      params: {width: 8}
      input: [N, 8]
      layers:
        - relu
      """)
}

extension Diagnostic {
  static func unknownSetting(_ name: Located<String>, names: [String], near: [String]) -> Diagnostic {
    var finding = Diagnostic(
      .unknownSetting, "'--set' must name a param of the file: there is no '\(name.value)'", at: Label(name.span))
    finding.suggest(near, for: name.value, at: name.span, isLiteral: false)
    if near.isEmpty {
      finding.help = [names.isEmpty ? "the file has no params" : "its params are \(names.joined(separator: ", "))"]
    }
    return finding
  }

  static func settingType(_ name: String, _ value: AttributeValue, default standing: AttributeValue) -> Diagnostic {
    Diagnostic(
      .settingType, "'\(name)' must be \(standing.typePhrase), as its default is, not \(value.phrase)",
      at: Label(value.span), labels: [Label(standing.span, "the default")])
  }

  static func notAParamValue(_ name: String, _ value: AttributeValue) -> Diagnostic {
    Diagnostic(
      .paramValue, "'\(name)' must be a number, a string, a flag or a list of them, not \(value.phrase)",
      at: Label(value.span))
  }
}

extension AttributeValue {
  fileprivate var typePhrase: String {
    switch content {
    case .int: "an integer"
    case .float: "a number"
    case .bool: "true or false"
    case .string: "a string"
    case .list(let items): items.first.map { "a list like [\($0.literal?.description ?? ""), ...]" } ?? "a list"
    case .null, .map: "nothing"
    }
  }
}
