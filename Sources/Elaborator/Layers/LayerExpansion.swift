import Diagnostics
import Graph
import ModelSyntax

extension Elaborator {
  /// Makes a list of layers, each reading the one before.
  func expand(
    _ layers: [LayerSyntax], in context: LayerContext, from input: Flow
  ) -> (flow: Flow, layers: [ElaboratedLayer]) {
    var flow = input
    var made: [ElaboratedLayer] = []
    for layer in layers {
      guard let loop = layer.loop else {
        expandOnce(layer, in: context, flow: &flow, into: &made)
        continue
      }
      guard let plan = plan(of: loop, layer, in: context, input: flow.values) else {
        context.scope.isIncomplete = true
        flow = unknownFlow()
        continue
      }
      for pass in 0..<plan.count {
        if isExhausted { break }
        var inner = context
        inner.environment = plan.environment(ofPass: pass, around: context.environment)
        expandOnce(layer, in: inner, flow: &flow, into: &made)
      }
    }
    return (flow, made)
  }

  /// Makes a layer once, unless its `when` is false.
  private func expandOnce(
    _ layer: LayerSyntax, in context: LayerContext, flow: inout Flow, into made: inout [ElaboratedLayer]
  ) {
    guard charge(layer, in: context) else { return }
    let source = source(of: layer, in: context, flow: flow)
    switch condition(of: layer, in: context, input: source.values) {
    case true: break
    case false: return
    default:
      flow = unknownFlow()
      declareUnknown(layer, in: context)
      return
    }
    for finding in source.findings { report(finding, layer: nil, in: context) }
    let firstNode = graph.nodes.count
    let (site, isNew) = site(of: layer, in: context, input: source.values)
    let result = make(site)
    if isNew, let name = site.name {
      context.scope.complete(name, outputs: result.outputs, auxiliary: result.auxiliary)
    }
    flow = Flow(values: result.outputs, path: result.path)
    traces.append(
      LayerTrace(
        span: layer.span, path: result.path, inputs: source.values, outputs: result.outputs,
        nodes: firstNode..<graph.nodes.count))
    let expectation = layer.expect.flatMap { evaluate($0, at: site) }
    if let expectation {
      expectations.append(
        .init(
          path: result.path, written: expectation, nodes: (firstNode..<graph.nodes.count).map(NodeID.init(index:)),
          outputs: result.outputs))
    }
    guard let kind = result.kind else { return }
    made.append(
      ElaboratedLayer(
        kind, name: site.name, from: source.written, span: layer.span, doc: layer.doc?.value, expect: expectation,
        isFrozen: site.context.isFrozen && !context.isFrozen))
  }

  /// Counts the layer against the limit of the whole file; false when that is used up.
  private func charge(_ layer: LayerSyntax, in context: LayerContext) -> Bool {
    layersMade += 1
    if layersMade == Elaborator.layerLimit + 1 {
      report(
        .tooManyLayers(limit: Elaborator.layerLimit, at: layer.loopSpan ?? layer.keywordSpan), layer: nil, in: context)
    }
    return !isExhausted
  }

  /// Whether the layer is made; nil when that cannot be known.
  private func condition(of layer: LayerSyntax, in context: LayerContext, input: [ValueID]) -> Bool? {
    guard let when = layer.when else { return true }
    return flag(when, named: "when", LayerSite(syntax: layer, context: context, input: input))
  }

  /// The value of a common key that is true or false.
  private func flag(_ written: WrittenValue, named key: String, _ site: LayerSite) -> Bool? {
    guard let value = evaluate(written, at: site) else { return nil }
    if case .bool(let flag) = value.content { return flag }
    report(.notAFlag(key, value), at: site)
    return nil
  }

  /// Finds the layer's name and path; `isNew` is false when its name belongs to an earlier layer.
  private func site(
    of layer: LayerSyntax, in context: LayerContext, input: [ValueID]
  ) -> (site: LayerSite, isNew: Bool) {
    var site = LayerSite(syntax: layer, context: context, input: input)
    let name = name(of: layer, site)
    if let freeze = layer.freeze, flag(freeze, named: "freeze", site) == true { site.context.isFrozen = true }
    if name == nil && layer.isTransparent { return (site, false) }
    let position = context.scope.takePosition()
    guard let name else {
      let path = context.scope.path(of: "\(position)")
      if let earlier = context.scope.claim(position: position) {
        report(.duplicateName("\(position)", at: layer.keywordSpan, earlier: earlier), layer: path, in: context)
      }
      site.path = path
      return (site, false)
    }
    site.name = name.value
    site.path = context.scope.path(of: name.value)
    guard let earlier = context.scope.declare(name.value, .init(span: name.span)) else { return (site, true) }
    report(.duplicateName(name.value, at: name.span, earlier: earlier), at: site)
    return (site, false)
  }

  /// The layer's own name when it is written and a name.
  private func name(of layer: LayerSyntax, _ site: LayerSite) -> Located<String>? {
    guard let written = layer.name else { return nil }
    guard let value = evaluate(written, at: site) else {
      site.context.scope.isIncomplete = true
      return nil
    }
    switch value.content {
    case .string(let text) where text.isLayerName: return Located(text, at: value.span)
    case .int(let number) where number >= 0: return Located("\(number)", at: value.span)
    default:
      report(.invalidName(value), at: site)
      site.context.scope.isIncomplete = true
      return nil
    }
  }

  /// Keeps the name of a layer that cannot be made, so that reading it is no further mistake.
  private func declareUnknown(_ layer: LayerSyntax, in context: LayerContext) {
    context.scope.isIncomplete = true
    _ = context.scope.takePosition()
    guard case .string(let name)? = layer.name?.content else { return }
    _ = context.scope.declare(name, .init(span: layer.span, outputs: [unknownValue]))
  }

  /// Makes what the layer is: an operator, an instance of a block, a scope or a combinator.
  private func make(_ site: LayerSite) -> MadeLayer {
    if case .call(let name, let arguments) = site.syntax.kind { return makeCall(name, arguments, site) }
    if isTooDeep(site) { return unknown(site) }
    switch site.syntax.kind {
    case .sequential(_, let layers): return makeSequential(layers, site)
    case .residual(let keyword, let body, let shortcut, let join):
      return makeResidual(keyword: keyword, body: body, shortcut: shortcut, join: join, site)
    case .parallel(let keyword, let branches, let join, let axis):
      return makeParallel(keyword: keyword, branches: branches, join: join, axis: axis, site)
    case .call, .invalid:
      return unknown(site)
    }
  }

  /// Whether the limit of nesting forbids another level, which is reported.
  func isTooDeep(_ site: LayerSite) -> Bool {
    guard site.context.depth >= Elaborator.depthLimit else { return false }
    report(.nestingTooDeep(limit: Elaborator.depthLimit, at: site.syntax.keywordSpan), at: site)
    return true
  }

  /// A layer whose outputs are not known.
  func unknown(_ site: LayerSite) -> MadeLayer {
    MadeLayer(outputs: [unknownValue], path: site.path ?? site.context.scope.path, kind: nil)
  }

  private func makeSequential(_ layers: [LayerSyntax], _ site: LayerSite) -> MadeLayer {
    let path = site.path ?? site.context.scope.path
    let inner = openScope(path, for: site, written: [layers])
    let result = expand(layers, in: site.context.entering(inner), from: Flow(values: site.input, path: path))
    return MadeLayer(outputs: result.flow.values, path: path, kind: .sequential(result.layers))
  }

  /// Opens the scope of a layer; outside, its names are reached through the layer's.
  func openScope(_ path: String, for site: LayerSite, written: [[LayerSyntax]]) -> Scope {
    let inner = Scope(path: path, parent: site.context.scope, written: written)
    if let name = site.name { site.context.scope.open(name, inner: inner) }
    return inner
  }
}
