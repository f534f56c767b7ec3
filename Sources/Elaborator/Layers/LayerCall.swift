package import Diagnostics
import Graph
import ModelSyntax
import Operators
import Tensors

extension Elaborator {
  /// Makes an operator or a block instance, whichever has the name; a misspelt name is reported and taken as the
  /// nearest one.
  func makeCall(_ name: Located<String>, _ arguments: LayerSyntax.Arguments, _ site: LayerSite) -> MadeLayer {
    if let made = make(called: name.value, name, arguments, site) { return made }
    let near = nearestCallable(to: name.value, input: site.input)
    report(.unknownOperator(name, near: near), at: site)
    return near.first.flatMap { make(called: $0, name, arguments, site) } ?? unknown(site)
  }

  private func make(
    called callee: String, _ name: Located<String>, _ arguments: LayerSyntax.Arguments, _ site: LayerSite
  ) -> MadeLayer? {
    if let block = blocks[callee] { return makeInstance(of: block, name, arguments, site) }
    guard let kind = operators.find(callee) else { return nil }
    return makeOperator(kind, name, arguments, site)
  }

  /// Near names of operators and blocks, or what other frameworks mean by the name; a family name such as `conv` is
  /// completed for the rank of the input.
  private func nearestCallable(to name: String, input: [ValueID]) -> [String] {
    guard name.utf8.count <= 100, advisor.affords(operators.names.count) else { return [] }
    let rank = input.first.flatMap { graph[$0].type.shape?.rank }.map { $0 - 2 }
    let foreign = ForeignNames.operators(called: name, rank: rank)
    guard foreign.isEmpty else { return foreign }
    return advisor.nearest(to: name, among: blocks.names + operators.names + Combinator.allCases.map(\.rawValue))
  }
}

extension DiagnosticCode {
  package static let unknownOperator = DiagnosticCode(
    "E0201", "unknown-operator",
    explanation: """
      A layer is an operator, a block of this file or of an included one, or one of the combinators `sequential`,
      `residual` and `parallel`. `cnnc operators` lists the operators; they have PyTorch's names in snake case.
      """,
    bad: """
      cnnc: 1
      model: misspelt_operator
      input: [N, 8]
      layers:
        - rellu
      """,
    good: """
      cnnc: 1
      model: known_operator
      input: [N, 8]
      layers:
        - relu
      """)
}

extension Diagnostic {
  static func unknownOperator(_ name: Located<String>, near: [String]) -> Diagnostic {
    var finding = Diagnostic(
      .unknownOperator, "a layer must be an operator or a block: there is no '\(name.value)'", at: Label(name.span))
    finding.suggest(near, for: name.value, at: name.span)
    if near.isEmpty { finding.help = ["cnnc operators lists all operators"] }
    return finding
  }
}
