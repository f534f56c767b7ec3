/// An attribute that names another layer, whose output becomes a further input of the operator.
package struct LayerName: AttributeConvertible {
  package let path: String

  package static var kind: AttributeKind { .layer }

  package init(_ value: AttributeValue) throws(AttributeProblem) {
    guard case .string(let path) = value.content else {
      throw AttributeProblem(rule: "must be the name of a layer", value: value)
    }
    self.path = path
  }

  package var literal: AttributeLiteral { .string(path) }
}
