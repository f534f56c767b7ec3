package import Graph

/// Every operator, one line each, in the order of the catalogue.
package enum OperatorRegistry {
  package static let all: [any Operator.Type] = [
    Relu.self,
    Relu6.self,
    LeakyRelu.self,
    Silu.self,
    Gelu.self,
    Hardswish.self,
    Hardsigmoid.self,
    Sigmoid.self,
    Tanh.self,
    Softmax.self,
    LogSoftmax.self,
  ]

  private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })

  package static func find(_ name: String) -> (any Operator.Type)? { byName[name] }
}
