package import Diagnostics
import Graph

extension DiagnosticCode {
  package static let unknownExpectation = DiagnosticCode(
    "E0601", "unknown-expectation",
    explanation: """
      `expect` holds promises that `cnnc check` keeps: `output`, `outputs`, `shapes`, `params`, `trainable_params`, `macs`,
      `flops`, `weight_bytes`, `activation_bytes`, `train_bytes`, `receptive_field`, `depth`, `tiling` and `causal`. A
      layer's own `expect` is its output shape, or a map of those of them that make sense for one layer. A misspelt promise would never be broken,
      so every other key is an error, and so is the name of a layer or output that does not exist.
      """,
    bad: """
      cnnc: 1
      model: typo
      input: [N, 784]
      layers:
        - linear: 10
      expect:
        parms: 7850
      """,
    good: """
      cnnc: 1
      model: typo
      input: [N, 784]
      layers:
        - linear: 10
      expect:
        params: 7850
      """)

  package static let invalidExpectation = DiagnosticCode(
    "E0602", "invalid-expectation",
    explanation: """
      A count or size in `expect` is a number, or a comparison in quotes: `"<= 5M"`, `">= 200"`. The suffixes K, M and G
      are powers of 1000, those of KiB, MiB and GiB powers of 1024. A shape is a list of sizes and symbols.
      """,
    bad: """
      cnnc: 1
      model: budget
      input: [N, 784]
      layers:
        - linear: 10
      expect:
        params: about 8000
      """,
    good: """
      cnnc: 1
      model: budget
      input: [N, 784]
      layers:
        - linear: 10
      expect:
        params: "<= 8K"
      """)

  package static let shapeExpectation = DiagnosticCode(
    "E0603", "expected-shape",
    explanation: """
      A shape that the file promises in `expect` is not the one that the layers make. Either the network changed by
      mistake, and the labels show where each axis that differs last became what it is, or the promise is out of date.
      """,
    bad: """
      cnnc: 1
      model: classes
      input: [N, 784]
      layers:
        - linear: 100
      expect:
        output: [N, 10]
      """,
    good: """
      cnnc: 1
      model: classes
      input: [N, 784]
      layers:
        - linear: 10
      expect:
        output: [N, 10]
      """)

  package static let countExpectation = DiagnosticCode(
    "E0604", "expected-count",
    explanation: """
      A count or budget of `expect` does not hold. Parameters are the elements of all weights without buffers, MACs the
      multiply-accumulates of convolutions, `linear` and `matmul` for one sample with padding positions counted, and
      FLOPs twice that; `weight_bytes` counts buffers too. `activation_bytes` and `train_bytes` are the planned peak of
      memory for one sample, and the labels show the layers whose buffers are alive then. `receptive_field` is the size along each spatial axis of the input, and a single number is
      meant for every axis. `depth` is the most layers with multiply-accumulates on one way through the network. The
      labels point at the largest contributors.
      """,
    bad: """
      cnnc: 1
      model: budget
      input: [N, 784]
      layers:
        - linear: 100
        - relu
        - linear: 10
      expect:
        params: "<= 50K"
      """,
    good: """
      cnnc: 1
      model: budget
      input: [N, 784]
      layers:
        - linear: 50
        - relu
        - linear: 10
      expect:
        params: "<= 50K"
      """)
}

extension Diagnostic {
  static func unknownExpectation(_ entry: AttributeValue.Entry, ofLayer layer: String?) -> Diagnostic {
    let known = Expectation.allCases.filter { layer == nil || $0.isForLayers }.map(\.rawValue)
    var message = "'\(entry.key)' is nothing that can be expected"
    if let layer {
      message = "'\(entry.key)' is nothing that can be expected of a layer"
      if Expectation(rawValue: entry.key) != nil {
        message = "'\(entry.key)' is a promise of the whole model, not of '\(layer)'"
      }
    }
    let near = Suggestion.nearest(to: entry.key, among: known)
    let help = near.first.map { "did you mean '\($0)'?" } ?? "what can be expected is \(known.joined(separator: ", "))"
    let fixes = near.prefix(1).map { Fix("change it to '\($0)'", safety: .safe, edits: [Edit(entry.keySpan, $0)]) }
    return Diagnostic(
      .unknownExpectation, message, at: Label(entry.keySpan), help: fixes.isEmpty ? [help] : [], fixes: fixes,
      layer: layer)
  }

  static func unknownExpectedName(_ entry: AttributeValue.Entry, kind: String, among names: [String]) -> Diagnostic {
    let near = Suggestion.nearest(to: entry.key, among: names)
    return Diagnostic(
      .unknownExpectation, "an expected shape must be of \(kind) of the model: there is no '\(entry.key)'",
      at: Label(entry.keySpan), help: near.map { "did you mean '\($0)'?" })
  }

  static func invalidExpectation(_ key: String, _ rule: String, _ value: AttributeValue, layer: String?) -> Diagnostic {
    Diagnostic(.invalidExpectation, "'\(key)' \(rule): found \(value.phrase)", at: Label(value.span), layer: layer)
  }

  /// A broken promise about the shape of a value, with the layers that make it what it is.
  static func shapeExpectation(
    _ key: String, _ value: AttributeValue, name: String, actual: String, origins: [Label], layer: String?
  ) -> Diagnostic {
    Diagnostic(
      .shapeExpectation, "'\(key)' promises \(value.flowText) for '\(name)': its shape is \(actual)",
      at: Label(value.span, "is \(actual)"), labels: origins,
      fixes: value.isLiteralThroughout
        ? [Fix("write the actual shape", safety: .unsafe, edits: [Edit(value.span, actual)], isRecord: true)] : [],
      layer: layer)
  }

  /// A broken promise about a number, with the layers that contribute most; `replacement` is the text that would hold.
  static func countExpectation(
    _ key: String, _ value: AttributeValue, promised: String, actual: String, replacement: String?,
    contributors: [Label], layer: String?
  ) -> Diagnostic {
    Diagnostic(
      .countExpectation,
      "'\(key)' must be \(promised): \(layer.map { "'\($0)'" } ?? "the model") has \(actual)",
      at: Label(value.span, actual), labels: contributors,
      fixes: value.isLiteralThroughout
        ? replacement.map {
          [Fix("write the actual value", safety: .unsafe, edits: [Edit(value.span, $0)], isRecord: true)]
        } ?? [] : [],
      layer: layer)
  }
}

extension AttributeValue {
  /// The value in YAML's flow style.
  var flowText: String {
    switch content {
    case .null: "null"
    case .bool(let flag): "\(flag)"
    case .int(let number): "\(number)"
    case .float(let number): "\(number)"
    case .string(let text): text
    case .list(let items): "[" + items.map(\.flowText).joined(separator: ", ") + "]"
    case .map(let entries): "{" + entries.map { "\($0.key): \($0.value.flowText)" }.joined(separator: ", ") + "}"
    }
  }
}
