package import Graph

/// Every operator, one line each, in the order of the catalogue.
package enum OperatorRegistry {
  package static let all: [any Operator.Type] = [
    Conv<1>.self, Conv<2>.self, Conv<3>.self,
    ConvTranspose<1>.self, ConvTranspose<2>.self, ConvTranspose<3>.self,
    PointwiseConv<1>.self, PointwiseConv<2>.self, PointwiseConv<3>.self,
    DepthwiseConv<1>.self, DepthwiseConv<2>.self, DepthwiseConv<3>.self,
    SeparableConv<1>.self, SeparableConv<2>.self,
    Linear.self,
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
