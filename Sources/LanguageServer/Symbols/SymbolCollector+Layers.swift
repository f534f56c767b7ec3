import Diagnostics
import ModelSyntax

extension SymbolCollector {
  /// Gathers the names of a list of layers and everything in it; recursion is bounded by the nesting of the file.
  mutating func collect(_ layers: [LayerSyntax], _ scope: LayerScope, _ values: ValueScope) {
    for layer in layers { collect(layer, scope, values) }
  }

  private mutating func collect(_ layer: LayerSyntax, _ scope: LayerScope, _ outer: ValueScope) {
    var values = outer
    switch layer.loop {
    case .times(let count):
      collect(count, outer)
    case .each(let entries, _):
      values = ValueScope(parent: outer)
      for entry in entries {
        collect(entry.value, outer)
        values.names.append((entry.key.value, declare(.loopVariable, entry.key)))
      }
    case nil: break
    }
    surroundings.append(LayerSurroundings(span: layer.span, values: values, layers: scope))
    for value in [layer.name, layer.from, layer.when, layer.expect, layer.freeze] {
      if let value { collect(value, values) }
    }
    if let from = layer.from { refer(to: from, in: scope) }
    let inner = collect(layer.kind, isNamed: layer.name != nil, scope, values)
    if case .string(let name)? = layer.name?.content, let span = layer.name?.span {
      declare(.layer, Located(name, at: span), in: scope, inner: inner)
    }
  }

  /// Gathers what a layer is; the scope that it opens, if any.
  private mutating func collect(
    _ kind: LayerSyntax.Kind, isNamed: Bool, _ scope: LayerScope, _ values: ValueScope
  ) -> LayerScope? {
    switch kind {
    case .call(let name, let arguments): return collectCall(name, arguments, scope, values)
    case .sequential(_, let layers):
      let inner = LayerScope(parent: scope)
      collect(layers, inner, values)
      return inner
    case .residual(_, let body, let shortcut, _):
      let inner = isNamed ? LayerScope(parent: scope) : scope
      collect(body, inner, values)
      collect(shortcut ?? [], inner, values)
      return isNamed ? inner : nil
    case .parallel(_, let branches, _, let axis):
      if let axis { collect(axis, values) }
      let inner = isNamed ? LayerScope(parent: scope) : scope
      for branch in branches {
        let branchScope = branch.name == nil ? inner : LayerScope(parent: inner)
        collect(branch.layers, branchScope, values)
        if let name = branch.name { declare(.branch, name, in: inner, inner: branchScope) }
      }
      return isNamed ? inner : nil
    case .invalid: return nil
    }
  }

  /// Notes the names in the expressions of a value.
  mutating func collect(_ value: WrittenValue, _ values: ValueScope) {
    switch value.content {
    case .expression(let expression): collect(expression, values)
    case .interpolation(let parts):
      for part in parts {
        if case .expression(let expression) = part { collect(expression, values) }
      }
    case .list(let items): for item in items { collect(item, values) }
    case .map(let entries): for entry in entries { collect(entry.value, values) }
    case .null, .bool, .int, .float, .string, .invalid: break
    }
  }

  private mutating func collect(_ expression: Expression, _ values: ValueScope) {
    switch expression.kind {
    case .int, .float, .bool, .string: break
    case .name(let name):
      if let symbol = values.find(name) { use(symbol, at: expression.span) }
    case .negate(let inner), .plus(let inner), .not(let inner): collect(inner, values)
    case .list(let items), .call(_, let items): for item in items { collect(item, values) }
    case .binary(_, let left, let right), .index(let left, let right):
      collect(left, values)
      collect(right, values)
    case .chain(let first, let links):
      collect(first, values)
      for link in links { collect(link.operand, values) }
    case .conditional(let condition, let then, let otherwise):
      for part in [condition, then, otherwise] { collect(part, values) }
    }
  }
}
