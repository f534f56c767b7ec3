package import Diagnostics
package import Graph

/// One layer after expansion: an operator with all attributes evaluated, or a scope or combinator with its layers.
///
/// A block instance is a `sequential`.
package struct ElaboratedLayer: Sendable {
  package indirect enum Kind: Sendable {
    case operation(name: String, attributes: [(name: String, value: AttributeValue)], node: NodeID?)
    case sequential([ElaboratedLayer])
    case residual(body: [ElaboratedLayer], shortcut: [ElaboratedLayer]?, join: String)
    case parallel(branches: [(name: String?, layers: [ElaboratedLayer])], join: String, axis: Int?)
  }

  package var kind: Kind
  /// nil when the layer is called by its position.
  package var name: String?
  /// What it reads when that is not the layer before; a block's inputs stand as full paths, which begin with a dot.
  package var from: [String]?
  package var span: Span
  package var doc: String?
  package var expect: AttributeValue?
  /// Whether the layer itself, not a scope around it, says `freeze: true`.
  package var isFrozen: Bool

  package init(
    _ kind: Kind, name: String? = nil, from: [String]? = nil, span: Span, doc: String? = nil,
    expect: AttributeValue? = nil, isFrozen: Bool = false
  ) {
    self.kind = kind
    self.name = name
    self.from = from
    self.span = span
    self.doc = doc
    self.expect = expect
    self.isFrozen = isFrozen
  }
}
