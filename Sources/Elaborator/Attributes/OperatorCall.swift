import Diagnostics
import Graph
import ModelSyntax
import Operators

/// An attribute as a file writes it, after its value was evaluated.
struct WrittenAttribute {
  var name: String
  var keySpan: Span
  var writtenSpan: Span
  /// nil when the value is lost to a mistake that is reported.
  var value: AttributeValue?
}

/// One operator at its place: all that checking it needs.
struct OperatorCall {
  /// Where attributes can be written.
  enum Form {
    case arguments(LayerSyntax.Arguments)
    /// A join, whose attributes belong to its combinator.
    case fixed
  }

  var kind: OperatorKind
  var path: String
  /// The operator's name in the file.
  var nameSpan: Span
  var form: Form
  var inputs: [ValueID]
  /// The uses of the blocks around it, innermost first.
  var uses: [Span]
  var isFrozen: Bool
  var written: [WrittenAttribute] = []

  func attribute(_ name: String) -> WrittenAttribute? { written.first { $0.name == name } }

  var origin: Origin {
    var spans: [String: Span] = [:]
    for attribute in written { spans[attribute.name] = attribute.value?.span ?? attribute.writtenSpan }
    return Origin(span: nameSpan, attributes: spans, uses: uses)
  }
}

extension Elaborator {
  /// Makes one operator from what the file writes.
  func makeOperator(
    _ kind: OperatorKind, _ name: Located<String>, _ arguments: LayerSyntax.Arguments, _ site: LayerSite
  ) -> MadeLayer {
    let path = site.path ?? site.context.scope.path
    var call = OperatorCall(
      kind: kind, path: path, nameSpan: name.span, form: .arguments(arguments), inputs: site.input,
      uses: site.context.instance?.uses ?? [], isFrozen: site.context.isFrozen)
    let hasStrangeAttribute = collect(arguments, into: &call, site)
    let made = add(call, site, forgivesMissing: hasStrangeAttribute ? 1 : 0)
    return MadeLayer(outputs: made.outputs, auxiliary: made.auxiliary, path: path, kind: made.kind)
  }

  /// Evaluates the written attributes; whether some name is none of the operator's and near to none.
  private func collect(_ arguments: LayerSyntax.Arguments, into call: inout OperatorCall, _ site: LayerSite) -> Bool {
    var isStrange = false
    switch arguments {
    case .none: break
    case .shorthand(let written):
      let value = evaluate(written, at: site)
      if let primary = call.kind.primaryAttribute {
        call.written = [.init(name: primary, keySpan: written.span, writtenSpan: written.span, value: value)]
      } else {
        report(.noShorthand(call.kind, at: written.span), at: site)
      }
    case .map(let entries, _, _):
      call.written.reserveCapacity(entries.count)
      for entry in entries {
        let value = evaluate(entry.value, at: site)
        guard let name = attributeName(entry.key, of: call.kind, among: entries, site) else {
          isStrange = true
          continue
        }
        call.written.append(
          .init(name: name, keySpan: entry.key.span, writtenSpan: entry.value.span, value: value))
      }
    }
    return isStrange
  }

  /// Attributes near a misspelt one, or the one that another framework's name stands for.
  func nearestAttribute(to name: String, of kind: OperatorKind, among free: [String]? = nil) -> [String] {
    let free = free ?? kind.attributeNames
    if let foreign = ForeignNames.attribute(called: name, of: free) { return [foreign] }
    return advisor.nearest(to: name, among: free)
  }

  /// The attribute that a key means; a misspelt one is reported and taken as the nearest.
  private func attributeName(
    _ key: Located<String>, of kind: OperatorKind, among entries: [WrittenEntry], _ site: LayerSite
  ) -> String? {
    if kind.attributeNames.contains(key.value) { return key.value }
    let free = kind.attributeNames.filter { name in !entries.contains { $0.key.value == name } }
    let near = nearestAttribute(to: key.value, of: kind, among: free)
    report(.unknownAttribute(key, of: kind, near: near), at: site)
    return near.first
  }
}
