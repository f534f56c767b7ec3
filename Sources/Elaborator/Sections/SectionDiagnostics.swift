package import Diagnostics
import Graph
import ModelSyntax

extension DiagnosticCode {
  package static let unknownLoss = DiagnosticCode(
    "E0227", "unknown-loss",
    explanation: "`train.loss` is a loss operator, by its name alone or as a map from the name to its attributes.",
    bad: """
      cnnc: 1
      model: misspelt_loss
      input: [N, 8]
      layers:
        - linear: 3
      train: {loss: crossentropy}
      """,
    good: """
      cnnc: 1
      model: known_loss
      input: [N, 8]
      layers:
        - linear: 3
      train: {loss: cross_entropy}
      """)

  package static let trainingValue = DiagnosticCode(
    "E0229", "training-value",
    explanation: """
      `train` has the keys \(TrainingKey.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", ")). The batch size and
      the epochs are integers of at least 1.
      """,
    bad: """
      cnnc: 1
      model: misspelt_key
      input: [N, 8]
      layers:
        - linear: 3
      train: {epoch: 5}
      """,
    good: """
      cnnc: 1
      model: known_key
      input: [N, 8]
      layers:
        - linear: 3
      train: {epochs: 5}
      """)

  package static let lintLevel = DiagnosticCode(
    "E0230", "lint-level",
    explanation: "`lint` gives each lint one of the severities `off`, `note`, `warning` and `error`.",
    bad: """
      cnnc: 1
      model: fatal_lint
      input: [N, 8]
      layers:
        - relu
      lint: {gridding: fatal}
      """,
    good: """
      cnnc: 1
      model: strict_lint
      input: [N, 8]
      layers:
        - relu
      lint: {gridding: error}
      """)

  package static let weightsPath = DiagnosticCode(
    "E0235", "weights-path",
    explanation: """
      `weights` is a `.safetensors` or `.npz` file in the folder of the model file or below. Others are given on the
      command line with `--weights`.
      """,
    bad: """
      cnnc: 1
      model: weights_elsewhere
      input: [N, 8]
      layers:
        - linear: 3
      weights: /tmp/weights.safetensors
      """,
    good: """
      cnnc: 1
      model: weights_beside
      input: [N, 8]
      layers:
        - linear: 3
      weights: weights.safetensors
      """)
}

extension Diagnostic {
  static func unknownLoss(_ name: String?, _ span: Span, near: [String], losses: [String]) -> Diagnostic {
    let found = name.map { ": there is no loss '\($0)'" } ?? ""
    var finding = Diagnostic(.unknownLoss, "'loss' must be a loss operator\(found)", at: Label(span))
    if let name { finding.suggest(near, for: name, at: span) }
    if near.isEmpty, !losses.isEmpty { finding.help = ["the losses are \(losses.joined(separator: ", "))"] }
    return finding
  }

  static func unknownTrainingKey(_ key: Located<String>) -> Diagnostic {
    let keys = TrainingKey.allCases.map(\.rawValue)
    var finding = Diagnostic(.trainingValue, "'train' has no key '\(key.value)'", at: Label(key.span))
    finding.suggest(Suggestion.nearest(to: key.value, among: keys), for: key.value, at: key.span)
    if finding.help.isEmpty { finding.help = ["its keys are \(keys.joined(separator: ", "))"] }
    return finding
  }

  static func trainingCount(_ key: Located<String>, _ value: AttributeValue) -> Diagnostic {
    Diagnostic(
      .trainingValue, "'\(key.value)' must be an integer of at least 1, not \(value.phrase)", at: Label(value.span))
  }

  static func lintLevel(_ entry: AttributeValue.Entry) -> Diagnostic {
    let words = LintLevel.allCases.map(\.rawValue)
    var finding = Diagnostic(
      .lintLevel, "'\(entry.key)' must be one of \(words.joined(separator: ", ")), not \(entry.value.phrase)",
      at: Label(entry.value.span))
    if case .string(let word) = entry.value.content {
      finding.suggest(Suggestion.nearest(to: word, among: words), for: word, entry.value)
    }
    return finding
  }

  static func weightsPath(_ path: Located<String>) -> Diagnostic {
    Diagnostic(
      .weightsPath,
      "'weights' must be a .safetensors or .npz file in the folder of the model file, not '\(path.value)'",
      at: Label(path.span))
  }
}
