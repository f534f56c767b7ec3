import Diagnostics
import Graph
import ModelSyntax

extension Elaborator {
  /// Runs branches on the same input and joins their outputs; an empty branch is the identity.
  ///
  /// A named branch is a scope, which takes no position; the layers of unnamed ones belong to the scope around. With
  /// `join: none` the outputs stay apart, as `name.0`, `name.1` and so on.
  func makeParallel(
    keyword: Span, branches: [LayerSyntax.Branch], join: Located<String>?, axis: WrittenValue?, _ site: LayerSite
  ) -> MadeLayer {
    let context = innerContext(of: site, written: branches.filter { $0.name == nil }.map(\.layers))
    var outputs: [ValueID] = []
    var made: [(name: String?, layers: [ElaboratedLayer])] = []
    for branch in branches where !isExhausted {
      let result = expand(branch, in: context, input: site.input, site)
      outputs += result.flow.values
      made.append((branch.name?.value, result.layers))
    }
    let word = joinWord(join, default: .concat, allowing: Join.allCases, site)
    let axisValue = axis.flatMap { evaluate($0, at: site) }
    var axisNumber: Int?
    if case .int(let number)? = axisValue?.content { axisNumber = number }
    let kind = ElaboratedLayer.Kind.parallel(branches: made, join: word.rawValue, axis: axisNumber)
    if word == .none {
      return MadeLayer(outputs: outputs, path: site.path ?? context.scope.path, kind: kind)
    }
    let joined = makeJoin(
      word, axis: axis.map { ($0, axisValue) }, of: outputs, at: join?.span ?? keyword, keyword: keyword, in: context,
      site)
    return MadeLayer(outputs: joined.outputs, path: site.path ?? joined.path, kind: kind)
  }

  private func expand(
    _ branch: LayerSyntax.Branch, in context: LayerContext, input: [ValueID], _ site: LayerSite
  ) -> (flow: Flow, layers: [ElaboratedLayer]) {
    let flow = Flow(values: input, path: context.scope.path)
    guard let name = branch.name else { return expand(branch.layers, in: context, from: flow) }
    let path = context.scope.path(of: name.value)
    if !name.value.isLayerName {
      report(.invalidName(AttributeValue(.string(name.value), at: name.span)), layer: path, in: context)
    }
    let inner = Scope(path: path, parent: context.scope, written: [branch.layers])
    let earlier = context.scope.declare(name.value, .init(span: name.span, inner: inner))
    if let earlier { report(.duplicateName(name.value, at: name.span, earlier: earlier), layer: path, in: context) }
    let result = expand(branch.layers, in: context.entering(inner), from: flow)
    if earlier == nil { context.scope.complete(name.value, outputs: result.flow.values) }
    return result
  }
}
