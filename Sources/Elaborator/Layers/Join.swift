package import Diagnostics
import Graph
import ModelSyntax
import Operators

/// How a combinator brings its branches together.
package enum Join: String, CaseIterable, Sendable {
  case add, mul, max, concat, none

  /// Those that make one value.
  package static let binary: [Join] = [.add, .mul, .max, .concat]

  /// The operator that does it.
  var operatorName: String? {
    switch self {
    case .add, .mul, .concat: rawValue
    case .max: "maximum"
    case .none: nil
    }
  }
}

extension Elaborator {
  /// Reads a `join`; a word that is none is reported, and a near one taken.
  func joinWord(_ written: Located<String>?, default word: Join, allowing words: [Join], _ site: LayerSite) -> Join {
    guard let written else { return word }
    if let join = Join(rawValue: written.value), words.contains(join) { return join }
    let near = advisor.nearest(to: written.value, among: words.map(\.rawValue))
    report(.unknownJoin(written, words: words.map(\.rawValue), near: near), at: site)
    return near.first.flatMap(Join.init) ?? word
  }

  /// Adds the node that joins values, in the scope of the combinator's layers.
  func makeJoin(
    _ join: Join, axis: (written: WrittenValue, value: AttributeValue?)?, of values: [ValueID], at span: Span,
    keyword: Span, in context: LayerContext, _ site: LayerSite
  ) -> (outputs: [ValueID], path: String) {
    let path = context.scope.path(of: context.scope.takeJoinName(join.rawValue))
    guard let name = join.operatorName, let kind = operators.find(name) else { return (values, path) }
    if values.count == 1 { return (values, path) }
    var call = OperatorCall(
      kind: kind, path: path, nameSpan: span, form: .fixed, inputs: values, uses: context.instance?.uses ?? [],
      isFrozen: context.isFrozen)
    if let axis {
      let name = kind.attributeNames.contains("axis") ? "axis" : "dim"
      call.written = [.init(name: name, keySpan: keyword, writtenSpan: axis.written.span, value: axis.value)]
    }
    var site = site
    site.path = path
    return (add(call, site).outputs, path)
  }
}

extension DiagnosticCode {
  package static let unknownJoin = DiagnosticCode(
    "E0226", "unknown-join",
    explanation: """
      The branches of a `residual` are joined by `add`, `mul`, `max` or `concat`; those of a `parallel` also by `none`,
      which leaves them apart.
      """,
    bad: """
      cnnc: 1
      model: joined_by_sum
      input: [N, 8]
      layers:
        - residual: {body: [relu], join: sum}
      """,
    good: """
      cnnc: 1
      model: joined_by_add
      input: [N, 8]
      layers:
        - residual: {body: [relu], join: add}
      """)
}

extension Diagnostic {
  static func unknownJoin(_ word: Located<String>, words: [String], near: [String]) -> Diagnostic {
    var finding = Diagnostic(
      .unknownJoin, "'join' must be one of \(words.joined(separator: ", ")), not '\(word.value)'", at: Label(word.span))
    finding.suggest(near, for: word.value, at: word.span)
    return finding
  }
}
