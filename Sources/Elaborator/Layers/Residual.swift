import Diagnostics
import Graph
import ModelSyntax

extension Elaborator {
  /// Makes `join(body(x), shortcut(x))`; a shortcut without layers is the identity.
  ///
  /// Named, it opens a scope; unnamed, its layers take their positions in the scope around, in file order. The join is
  /// checked at the line of the residual and called `add#1` (its operator and number) in the scope of the layers.
  func makeResidual(
    keyword: Span, body: [LayerSyntax], shortcut: [LayerSyntax]?, join: Located<String>?, _ site: LayerSite
  ) -> MadeLayer {
    let context = innerContext(of: site, written: [body, shortcut ?? []])
    let input = Flow(values: site.input, path: context.scope.path)
    var made: (flow: Flow, layers: [ElaboratedLayer])
    var other: (flow: Flow, layers: [ElaboratedLayer]) = (input, [])
    if let shortcut, let first = shortcut.first, let bodyFirst = body.first, first.span < bodyFirst.span {
      other = expand(shortcut, in: context, from: input)
      made = expand(body, in: context, from: input)
    } else {
      made = expand(body, in: context, from: input)
      if let shortcut { other = expand(shortcut, in: context, from: input) }
    }
    let word = joinWord(join, default: .add, allowing: Join.binary, site)
    let joined = makeJoin(
      word, axis: nil, of: made.flow.values + other.flow.values, at: join?.span ?? keyword, keyword: keyword,
      in: context, site)
    return MadeLayer(
      outputs: joined.outputs, path: site.path ?? joined.path,
      kind: .residual(
        body: made.layers, shortcut: shortcut == nil || other.layers.isEmpty ? nil : other.layers, join: word.rawValue))
  }

  /// The scope of a combinator's layers: one of its own when it has a name, else the one around.
  func innerContext(of site: LayerSite, written: [[LayerSyntax]]) -> LayerContext {
    guard let path = site.path else {
      var context = site.context
      context.depth += 1
      return context
    }
    return site.context.entering(openScope(path, for: site, written: written))
  }
}
