import Diagnostics
import Graph
import ModelSyntax

/// One use of a block, inside the uses around it.
final class BlockInstance {
  let name: String
  let parent: BlockInstance?
  /// The places of the uses, innermost first.
  let uses: [Span]

  init(name: String, use: Span, parent: BlockInstance?) {
    self.name = name
    self.parent = parent
    uses = [use] + (parent?.uses ?? [])
  }

  /// The blocks from the outermost to this one.
  var chain: [String] { (parent?.chain ?? []) + [name] }
}

extension Elaborator {
  /// Makes the layers of a block with its params bound, in a scope of their own.
  func makeInstance(
    of block: BlockSyntax, _ name: Located<String>, _ arguments: LayerSyntax.Arguments, _ site: LayerSite
  ) -> MadeLayer {
    if let chain = site.context.instance?.chain, let start = chain.firstIndex(of: block.name.value) {
      report(.recursiveBlock(Array(chain[start...]) + [block.name.value], at: name.span, block.name.span), at: site)
      return unknown(site)
    }
    if isTooDeep(site) { return unknown(site) }
    let environment = bind(arguments, of: block, name, site)
    let path = site.path ?? site.context.scope.path
    let scope = Scope(path: path, parent: nil, written: [block.layers])
    if let layer = site.name { site.context.scope.open(layer, inner: scope) }
    declareInputs(of: block, in: scope, name, site)
    var context = site.context.entering(scope, environment: environment)
    context.instance = BlockInstance(name: block.name.value, use: name.span, parent: site.context.instance)
    let result = expand(block.layers, in: context, from: Flow(values: site.input, path: path))
    return MadeLayer(outputs: result.flow.values, path: path, kind: .sequential(result.layers))
  }

  /// Gives the body its inputs under the names that the block declares, or `in`.
  private func declareInputs(of block: BlockSyntax, in scope: Scope, _ name: Located<String>, _ site: LayerSite) {
    let isCountWrong = block.inputs.count != site.input.count
    if isCountWrong && !isUnknown(site.input) {
      report(.blockInputCount(block, given: site.input.count, at: name.span), at: site)
    }
    for (index, input) in block.inputs.enumerated() {
      let value = isCountWrong ? unknownValue : site.input[index]
      _ = scope.declare(input.value, .init(span: input.span, outputs: [value], isBlockInput: true))
    }
  }

  /// Evaluates the arguments where the block is used, then the missing params' defaults where it is declared.
  private func bind(
    _ arguments: LayerSyntax.Arguments, of block: BlockSyntax, _ name: Located<String>, _ site: LayerSite
  ) -> Environment {
    let environment = Environment(parent: params)
    let names = block.params.map(\.name.value)
    var given: [String: (binding: Environment.Binding, place: Span)] = [:]
    var strange = 0
    switch arguments {
    case .none: break
    case .shorthand(let value): report(.noBlockShorthand(block, at: value.span), at: site)
    case .map(let entries, _, _):
      for entry in entries {
        guard let param = param(entry.key, of: block, names, among: entries, site) else {
          strange += 1
          continue
        }
        given[param] = (binding(entry.value, param, site), entry.value.span)
      }
    }
    var missing: [String] = []
    var declarationSite = site
    declarationSite.context.environment = environment
    for param in block.params {
      let name = param.name.value
      if let (binding, place) = given[name] {
        environment.bind(name, to: binding, at: place)
      } else if let value = param.defaultValue {
        environment.bind(name, to: binding(value, name, declarationSite), at: value.span)
      } else {
        missing.append(name)
        environment.bind(name, to: .poisoned)
      }
    }
    if missing.count > strange, !arguments.isShorthand {
      report(.missingBlockParams(missing, of: block, at: name.span), at: site)
    }
    return environment
  }

  /// The param that a key means; a misspelt one is reported and taken as the nearest.
  private func param(
    _ key: Located<String>, of block: BlockSyntax, _ names: [String], among entries: [WrittenEntry], _ site: LayerSite
  ) -> String? {
    if names.contains(key.value) { return key.value }
    let free = names.filter { name in !entries.contains { $0.key.value == name } }
    let near = advisor.nearest(to: key.value, among: free)
    report(.unknownBlockParam(key, of: block, near: near), at: site)
    return near.first
  }

  private func binding(_ written: WrittenValue, _ name: String, _ site: LayerSite) -> Environment.Binding {
    guard let value = evaluate(written, at: site) else { return .poisoned }
    if let value = value.expressionValue { return .value(value) }
    report(.notAParamValue(name, value), at: site)
    return .poisoned
  }
}

extension LayerSyntax.Arguments {
  var isShorthand: Bool { if case .shorthand = self { true } else { false } }
}
