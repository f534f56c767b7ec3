import Diagnostics
import Graph
import ModelSyntax
import Operators

extension Elaborator {
  /// Evaluates and checks what a file says beside its layers: `expect`, `init`, `train`, `lint` and `weights`.
  func readSections() {
    var ignored: [Diagnostic] = []
    sections.expect = document.expect.compactMap { entry in
      entry.value.evaluate(in: params.expressionScope, reporting: &ignored).map {
        AttributeValue.Entry(key: entry.key.value, keySpan: entry.key.span, value: AttributeValue($0))
      }
    }
    sections.initializers = evaluate(document.initializers)
    for entry in sections.initializers { readInitializer(entry) }
    sections.train = evaluate(document.train)
    for entry in sections.train { checkTraining(entry) }
    sections.lint = evaluate(document.lint)
    for entry in sections.lint { checkLint(entry) }
    if let weights = document.weights { checkWeights(weights) }
  }

  private func evaluate(_ entries: [WrittenEntry]) -> [AttributeValue.Entry] {
    entries.compactMap { entry in
      evaluate(entry.value).map {
        AttributeValue.Entry(key: entry.key.value, keySpan: entry.key.span, value: $0)
      }
    }
  }

  private func checkTraining(_ entry: AttributeValue.Entry) {
    let key = Located(entry.key, at: entry.keySpan)
    guard let setting = TrainingKey(rawValue: entry.key) else {
      findings.report(.unknownTrainingKey(key))
      return
    }
    switch setting {
    case .loss: checkLoss(entry.value)
    case .batchSize, .epochs:
      if case .int(let count) = entry.value.content, count >= 1 { return }
      findings.report(.trainingCount(key, entry.value))
    case .optimizer, .schedule, .augmentation: break
    }
  }

  /// The loss is the name of a loss operator, or a map from it to its attributes.
  private func checkLoss(_ value: AttributeValue) {
    var name = Located("", at: value.span)
    var attributes: [AttributeValue.Entry] = []
    switch value.content {
    case .string(let text): name.value = text
    case .map(let entries) where entries.count == 1:
      name = Located(entries[0].key, at: entries[0].keySpan)
      if case .map(let inner) = entries[0].value.content { attributes = inner }
    default:
      findings.report(.unknownLoss(nil, value.span, near: [], losses: losses))
      return
    }
    guard let kind = operators.find(name.value), kind.prototype is any LossOperator else {
      let near = advisor.callables(near: name.value, among: losses)
      findings.report(.unknownLoss(name.value, name.span, near: near, losses: losses))
      return
    }
    for attribute in attributes {
      let key = Located(attribute.key, at: attribute.keySpan)
      guard kind.attributeNames.contains(attribute.key) else {
        let near = advisor.attributes(near: attribute.key, among: kind.attributeNames)
        findings.report(.unknownAttribute(key, of: kind, near: near))
        continue
      }
      var operation = kind.prototype
      if let problem = kind.setter.set([(attribute.key, attribute.value)], on: &operation)[0] {
        findings.report(.attributeValue(attribute.key, of: kind, problem, attribute.value))
      }
    }
  }

  private var losses: [String] { operators.names.filter { operators.find($0)?.prototype is any LossOperator } }

  private func checkLint(_ entry: AttributeValue.Entry) {
    if case .string(let word) = entry.value.content, LintLevel(rawValue: word) != nil { return }
    findings.report(.lintLevel(entry))
  }

  private func checkWeights(_ path: Located<String>) {
    let parts = path.value.split(separator: "/")
    let isInside = !path.value.hasPrefix("/") && !parts.contains("..")
    if !isInside || !(path.value.hasSuffix(".safetensors") || path.value.hasSuffix(".npz")) {
      findings.report(.weightsPath(path))
    }
  }
}

/// The keys of `train`.
package enum TrainingKey: String, CaseIterable {
  case loss, optimizer, schedule, augmentation, epochs
  case batchSize = "batch_size"
}

/// The words that `lint` takes for each lint.
package enum LintLevel: String, CaseIterable { case off, note, warning, error }
