import Graph
import ModelSyntax
import Operators

/// What the elaborator needs of one kind of operator, worked out once per run.
final class OperatorKind {
  let name: String
  let descriptions: [AttributeDescription]
  let attributeNames: [String]
  let requiredNames: [String]
  let arity: ClosedRange<Int>
  let primaryAttribute: String?
  let setter: AttributeSetter
  /// The operator with the file's `defaults` set.
  var prototype: any Operator
  /// What `defaults` sets.
  var defaults: [(name: String, value: AttributeValue)] = []
  /// What `init` says of its parameters, by their names, and where.
  var initializers: [String: Located<InitializerRule>] = [:]
  /// The trained parameters that layers of this kind have had so far.
  var parameterNames: Set<String> = []

  init(_ type: any Operator.Type) {
    name = type.name
    descriptions = type.attributeDescriptions
    attributeNames = descriptions.map(\.name)
    requiredNames = descriptions.filter(\.isRequired).map(\.name)
    arity = type.arity
    primaryAttribute = type.primaryAttribute
    setter = AttributeSetter(type)
    prototype = type.init()
  }

  func hasDefault(_ attribute: String) -> Bool { defaults.contains { $0.name == attribute } }

  /// Sets the file's rounding, unless the operator has none, or its own default (`ceil_mode: true` is one), or the word
  /// is not one.
  func setRounding(_ value: AttributeValue) {
    let isCeil = defaults.contains {
      if case ("ceil_mode", .bool(true)) = ($0.name, $0.value.content) { true } else { false }
    }
    guard attributeNames.contains("rounding"), !hasDefault("rounding"), !isCeil else { return }
    if setter.set([("rounding", value)], on: &prototype)[0] == nil { defaults.append(("rounding", value)) }
  }

  func description(of attribute: String) -> AttributeDescription? { descriptions.first { $0.name == attribute } }
}

/// The registered operators as far as a file uses them.
final class OperatorCatalogue {
  let names = OperatorRegistry.all.map { $0.name } + OperatorRegistry.aliases.keys.sorted()
  private var kinds: [String: OperatorKind] = [:]
  /// The rounding of every windowed operator, for kinds that are met later.
  private var rounding: AttributeValue?

  /// The kinds that `init` speaks of.
  var initialized: [OperatorKind] { kinds.values.filter { !$0.initializers.isEmpty } }

  func find(_ name: String) -> OperatorKind? {
    if let kind = kinds[name] { return kind }
    guard let type = OperatorRegistry.find(name) else { return nil }
    if type.name != name { return find(type.name) }
    let kind = OperatorKind(type)
    if let rounding { kind.setRounding(rounding) }
    kinds[name] = kind
    return kind
  }

  func setRounding(_ value: AttributeValue) {
    rounding = value
    for kind in kinds.values { kind.setRounding(value) }
  }
}
