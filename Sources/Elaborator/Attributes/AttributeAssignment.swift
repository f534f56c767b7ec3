import Diagnostics
import Graph
import ModelSyntax

/// An operator with its attributes set as far as they are right.
struct ConfiguredOperator {
  var operation: any Operator
  /// Attributes whose values are lost to a mistake, so that what depends on them is not known.
  var lost: [AttributeDescription] = []
}

extension Elaborator {
  /// Sets the written attributes over the file's defaults, and reports wrong and missing ones.
  ///
  /// As many missing attributes as `forgivesMissing` pass silently: they stand under names that are reported.
  func configure(_ call: OperatorCall, _ site: LayerSite, forgivesMissing: Int) -> ConfiguredOperator {
    var configured = ConfiguredOperator(operation: call.kind.prototype)
    var given: [(name: String, value: AttributeValue)] = []
    given.reserveCapacity(call.written.count)
    for attribute in call.written {
      if let value = attribute.value {
        given.append((attribute.name, value))
      } else if let description = call.kind.description(of: attribute.name) {
        configured.lost.append(description)
      }
    }
    let problems = given.isEmpty ? [:] : call.kind.setter.set(given, on: &configured.operation)
    for (index, problem) in problems.sorted(by: { $0.key < $1.key }) {
      report(.attributeValue(given[index].name, of: call.kind, problem, given[index].value), at: site)
      if let description = call.kind.description(of: given[index].name) { configured.lost.append(description) }
    }
    var missing: [String] = []
    for name in call.kind.requiredNames
    where call.attribute(name) == nil && !call.kind.defaults.contains(where: { $0.name == name }) {
      missing.append(name)
      if let description = call.kind.description(of: name) { configured.lost.append(description) }
    }
    if missing.count > forgivesMissing {
      report(.missingAttributes(missing, of: call.kind, at: call.nameSpan), at: site)
    }
    return configured
  }

  /// Evaluates the file's `defaults` into the operators' prototypes.
  func applyDefaults() {
    for defaults in document.defaults.operators {
      let name = defaults.name
      guard let kind = operators.find(name.value) ?? nearestOperator(to: name) else { continue }
      for entry in defaults.attributes { applyDefault(entry, to: kind) }
    }
    guard let rounding = document.defaults.rounding, let value = evaluate(rounding.value) else { return }
    let windowed = operators.names.lazy.compactMap(operators.find).first { $0.attributeNames.contains("rounding") }
    guard let windowed else { return }
    if !windowed.hasDefault("rounding") { setDefault("rounding", to: value, of: windowed) }
    operators.setRounding(value)
  }

  private func nearestOperator(to name: Located<String>) -> OperatorKind? {
    let near = advisor.nearest(to: name.value, among: operators.names)
    findings.report(.unknownOperator(name, near: near))
    return near.first.flatMap(operators.find)
  }

  private func applyDefault(_ entry: WrittenEntry, to kind: OperatorKind) {
    var name = entry.key.value
    if !kind.attributeNames.contains(name) {
      let near = nearestAttribute(to: name, of: kind)
      findings.report(.unknownAttribute(entry.key, of: kind, near: near))
      guard let best = near.first else { return }
      name = best
    }
    if let value = evaluate(entry.value) { setDefault(name, to: value, of: kind) }
  }

  private func setDefault(_ name: String, to value: AttributeValue, of kind: OperatorKind) {
    if let problem = kind.setter.set([(name, value)], on: &kind.prototype)[0] {
      findings.report(.attributeValue(name, of: kind, problem, value))
    } else {
      kind.defaults.append((name, value))
    }
  }
}
