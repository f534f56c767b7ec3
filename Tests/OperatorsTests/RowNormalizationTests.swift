import Graph
import Operators
import Tensors
import Testing

@Suite("Normalisation of samples and positions") struct RowNormalizationTests {
  @Test("layer_norm has parameters of the normalised sizes")
  func layerParameters() throws {
    var operation = LayerNorm()
    let input = TensorType(["N", 16, "H", 7])
    #expect(operation.parameters(for: [input]).map(\.sizes) == [[7], [7]])
    operation.axis = 1
    #expect(operation.parameters(for: [input]).map(\.sizes) == [[16], [16]])
    operation.bias = false
    #expect(operation.parameters(for: [input]).map(\.name) == ["weight"])
    operation.elementwiseAffine = false
    #expect(operation.parameters(for: [input]).isEmpty)
  }

  @Test("a written normalized_shape is checked, and may be one number or a list")
  func normalizedShape() throws {
    for type: any Operator.Type in [LayerNorm.self, RMSNorm.self] {
      #expect(try OperatorProbe(type, ["normalized_shape": 7], on: ["N", 16, 7]).codes.isEmpty)
      #expect(try OperatorProbe(type, ["normalized_shape": [16, 7]], on: ["N", 16, 7]).codes.isEmpty)
      #expect(try OperatorProbe(type, ["normalized_shape": 8], on: ["N", 16, 7]).codes == ["channel-mismatch"])
      #expect(try OperatorProbe(type, ["normalized_shape": [7, 16]], on: ["N", 16, 7]).codes == ["channel-mismatch"])
      #expect(try OperatorProbe(type, ["normalized_shape": [1, 2]], on: [2]).codes == ["channel-mismatch"])
      #expect(try OperatorProbe(type, ["normalized_shape": 16, "axis": 1], on: ["N", 16, 7]).codes.isEmpty)
      #expect(try OperatorProbe(type, ["axis": 3], on: ["N", 16, 7]).codes == ["no-such-axis"])
      #expect(try OperatorProbe(type, on: ["N", 16, "W"]).codes == ["symbolic-channels"])
      #expect(try OperatorProbe(type, ["elementwise_affine": false], on: ["N", 16, "W"]).codes.isEmpty)
      #expect(rule(type, "normalized_shape", []) != nil)
      #expect(rule(type, "eps", 0) != nil)
    }
  }

  @Test("num_groups must divide the channels, and the valid counts are listed")
  func groups() throws {
    #expect(try OperatorProbe(GroupNorm.self, ["num_groups": 4], on: ["N", 12, "H", "W"]).shape == "[N, 12, H, W]")
    let wrong = try OperatorProbe(GroupNorm.self, ["num_groups": 5], on: ["N", 12, 4, 4])
    #expect(wrong.codes == ["indivisible-groups"])
    #expect(wrong.violations[0].notes == ["valid group counts for 12 are 1, 2, 3, 4, 6, 12"])
    let declared: [String: AttributeLiteral] = ["num_groups": 2, "num_channels": 8]
    #expect(try OperatorProbe(GroupNorm.self, declared, on: ["N", 12, 4]).codes == ["channel-mismatch"])
    #expect(try OperatorProbe(GroupNorm.self, ["num_groups": 1], on: [12]).codes == ["wrong-rank"])
  }

  @Test("instance_norm has no parameters unless told, and needs more than one position")
  func instances() throws {
    let input = TensorType(["N", 16, "H", "W"])
    #expect(InstanceNorm().parameters(for: [input]).isEmpty)
    var operation = InstanceNorm()
    operation.trackRunningStats = true
    #expect(
      operation.parameters(for: [input]).map(\.name) == ["running_mean", "running_var", "num_batches_tracked"])
    #expect(try OperatorProbe(InstanceNorm.self, on: ["N", "C", "H", 1]).codes.isEmpty)
    #expect(try OperatorProbe(InstanceNorm.self, ["affine": true], on: ["N", "C", 4]).codes == ["symbolic-channels"])
    #expect(try OperatorProbe(InstanceNorm.self, on: ["N", 8, 1, 1]).codes == ["one-position"])
    #expect(try OperatorProbe(InstanceNorm.self, on: ["N", 8]).codes == ["wrong-rank"])
  }

  @Test(
    "every level computes what the plain loops do, whatever the sizes",
    arguments: [[2, 3], [3, 7], [2, 5, 3], [2, 17, 9, 15], [1, 3, 1, 200], [1, 130, 2, 2], [2, 4, 2, 3, 11]])
  func levels(_ sizes: [Int]) throws {
    for mode in [ExecutionMode.inference, .training] {
      try OperatorRun(LayerNorm.self, on: sizes, mode: mode).expectEqualLevels()
      try OperatorRun(LayerNorm.self, ["axis": 1], on: sizes, mode: mode).expectEqualLevels()
      try OperatorRun(RMSNorm.self, ["axis": 1, "eps": 0.01], on: sizes, mode: mode).expectEqualLevels()
      try OperatorRun(GroupNorm.self, ["num_groups": 1], on: sizes, mode: mode).expectEqualLevels()
      guard sizes.count > 2 else { continue }
      try OperatorRun(GroupNorm.self, ["num_groups": .int(sizes[1])], on: sizes, mode: mode).expectEqualLevels()
      let tracked: [String: AttributeLiteral] = ["affine": true, "track_running_stats": true]
      try OperatorRun(InstanceNorm.self, tracked, on: sizes, mode: mode).expectEqualLevels()
      try OperatorRun(LocalResponseNorm.self, ["size": 4, "alpha": 1], on: sizes, mode: mode).expectEqualLevels()
    }
  }

  @Test("gradients are what small changes do")
  func differences() throws {
    try OperatorRun(LayerNorm.self, ["axis": 1], on: [2, 3, 4]).expectGradientsOfDifferences()
    try OperatorRun(GroupNorm.self, ["num_groups": 2], on: [2, 4, 3]).expectGradientsOfDifferences()
    try OperatorRun(RMSNorm.self, on: [2, 3, 4]).expectGradientsOfDifferences()
    try OperatorRun(LocalResponseNorm.self, ["size": 3, "alpha": 1], on: [1, 4, 3]).expectGradientsOfDifferences()
  }
}
