import Graph
import Operators
import Tensors
import Testing

@Suite("Weights that follow from what is trained") struct WeightFormTests {
  @Test("weight_norm has PyTorch's parameters in place of the weight")
  func parameters() {
    var operation = Conv<2>()
    operation.outChannels = 4
    operation.weightForm.isNormalized = true
    let declared = operation.parameters(for: [TensorType([2, 3, 5, 5])])
    #expect(declared.map(\.name) == ["weight_g", "weight_v", "bias"])
    #expect(declared.map(\.sizes) == [[4, 1, 1, 1], [4, 3, 1, 1], [4]])
  }

  @Test(
    "gradients are what small changes do, and every level agrees", arguments: ["weight_norm", "weight_standardization"])
  func gradients(_ form: String) throws {
    let attributes: [String: AttributeLiteral] = ["out_channels": 2, "kernel_size": 3, form: true]
    try OperatorRun(Conv<1>.self, attributes, on: [2, 3, 5]).expectGradientsOfDifferences()
    try OperatorRun(Conv<1>.self, attributes, on: [2, 33, 9]).expectEqualLevels()
    try OperatorRun(Conv<1>.self, attributes, on: [2, 7, 9], mode: .inference).expectEqualLevels()
  }

  @Test("a weight has one form")
  func both() throws {
    let attributes: [String: AttributeLiteral] = [
      "out_channels": 2, "kernel_size": 3, "weight_norm": true, "weight_standardization": true,
    ]
    #expect(try OperatorProbe(Conv<2>.self, attributes, on: [1, 3, 8, 8]).codes == ["two-weight-forms"])
  }
}
