import Graph
import KernelInterface
import Operators
import Tensors
import Testing

@Suite("convolution") struct ConvolutionTests {
  private func parameterCount(
    _ type: any ParameterizedOperator.Type, _ attributes: [String: AttributeLiteral], on shape: Shape
  ) throws -> Int {
    let operation = try #require(try OperatorProbe.make(type, attributes) as? any ParameterizedOperator)
    return operation.parameters(for: [TensorType(shape)]).reduce(0) { $0 + $1.sizes.reduce(1, *) }
  }

  @Test("parameters are as many as the catalogue says")
  func parameterCounts() throws {
    let image: Shape = ["N", 3, 32, 32]
    let plain: [String: AttributeLiteral] = ["out_channels": 30, "kernel_size": 10]
    #expect(try parameterCount(Conv<2>.self, plain, on: image) == 9030)
    #expect(try parameterCount(Conv<2>.self, plain.merging(["dilation": 2]) { $1 }, on: image) == 9030)
    #expect(try parameterCount(Conv<2>.self, plain.merging(["groups": 3]) { $1 }, on: image) == 3030)
    #expect(try parameterCount(PointwiseConv<2>.self, ["out_channels": 30], on: image) == 120)
    #expect(try parameterCount(DepthwiseConv<2>.self, ["kernel_size": 10], on: image) == 303)
    #expect(try parameterCount(Linear.self, ["out_features": 3000], on: ["N", 300]) == 903_000)
  }

  @Test("a separable convolution is its two stages")
  func separable() throws {
    let operation = try #require(
      try OperatorProbe.make(SeparableConv<2>.self, ["out_channels": 30, "kernel_size": 10]) as? any CompositeOperator)
    let stages = operation.stages(for: TensorType(["N", 3, 32, 32]))
    #expect(stages.map(\.name) == ["depthwise", "pointwise"])
    var type = TensorType(["N", 3, 32, 32])
    var count = 0
    for stage in stages {
      let declarations = (stage.operation as? any ParameterizedOperator)?.parameters(for: [type]) ?? []
      count += declarations.reduce(0) { $0 + $1.sizes.reduce(1, *) }
      var violations: [Violation] = []
      type = stage.operation.outputTypes(for: [type], reporting: &violations)[0]
      #expect(violations.isEmpty)
    }
    #expect(count == 423)
    #expect(type.shape == ["N", 30, 23, 23])
  }

  @Test("a convolution that keeps the size does, and counts its products")
  func sameSize() throws {
    let attributes: [String: AttributeLiteral] = ["out_channels": 128, "kernel_size": 3, "padding": 1]
    #expect(try OperatorProbe(Conv<2>.self, attributes, on: ["N", 256, 24, 24]).shape == "[N, 128, 24, 24]")
    let operation = try #require(try OperatorProbe.make(Conv<2>.self, attributes) as? any CostedOperator)
    let products = operation.multiplyAccumulates(inputs: [[1, 256, 24, 24]], outputs: [[1, 128, 24, 24]])
    #expect(products == .known(128 * 24 * 24 * 256 * 9))
  }

  @Test("groups must divide the channels on both sides")
  func groups() throws {
    let probe = try OperatorProbe(
      Conv<2>.self, ["out_channels": 64, "kernel_size": 3, "groups": 3], on: ["N", 48, 8, 8])
    let violation = try #require(probe.violations.first)
    #expect(
      violation.message == "'groups' must divide both channel counts: 3 does not divide out_channels 64")
    #expect(violation.notes == ["valid group counts for 48 -> 64 are 1, 2, 4, 8, 16"])
    #expect(probe.codes == ["indivisible-groups"])
  }

  @Test("stated channels are checked against the input's")
  func channels() throws {
    let attributes: [String: AttributeLiteral] = ["out_channels": 4, "kernel_size": 3, "in_channels": 1]
    #expect(try OperatorProbe(Conv<2>.self, attributes, on: ["N", 3, 8, 8]).codes == ["channel-mismatch"])
    #expect(try OperatorProbe(Conv<2>.self, attributes, on: ["N", 1, 8, 8]).codes.isEmpty)
    #expect(try OperatorProbe(Conv<2>.self, attributes, on: ["N", 1, 8]).codes == ["wrong-rank"])
  }

  @Test("a transposed convolution returns to the size of the convolution")
  func transposed() throws {
    let attributes: [String: AttributeLiteral] = ["out_channels": 1, "kernel_size": 3]
    #expect(try OperatorProbe(ConvTranspose<2>.self, attributes, on: [1, 1, 2, 2]).shape == "[1, 1, 4, 4]")
    let doubled: [String: AttributeLiteral] = ["stride": 2, "padding": 1, "output_padding": 1]
    #expect(
      try OperatorProbe(ConvTranspose<2>.self, attributes.merging(doubled) { $1 }, on: [1, 1, "H", 7]).shape
        == "[1, 1, 2*H, 14]")
    let beyond = try OperatorProbe(
      ConvTranspose<2>.self, attributes.merging(["output_padding": 1]) { $1 }, on: [1, 1, 2, 2])
    #expect(beyond.codes == ["output-padding-too-large"])
    let nothing = try OperatorProbe(
      ConvTranspose<2>.self, attributes.merging(["padding": 3]) { $1 }, on: [1, 1, 2, 2])
    #expect(nothing.codes == ["empty-transposed-output"])
  }

  @Test("conv1d of 0 to 15 has the values of the catalogue", arguments: OperatorRun.levels + [.reference])
  func values(_ level: KernelLevel) throws {
    let attributes: [String: AttributeLiteral] = ["out_channels": 1, "kernel_size": 3, "bias": false]
    var run = try OperatorRun(Conv<1>.self, attributes, on: [1, 1, 16], mode: .inference)
    run.inputs = [Tensor((0..<16).map(Float.init), sizes: [1, 1, 16])]
    run.parameters = [Tensor([0.1, 0.2, 0.3], sizes: [1, 1, 3])]
    let output = try run(level).output
    #expect(output.count == 14)
    #expect(abs(output[0] - 0.8) < 1e-5 && abs(output[1] - 1.4) < 1e-5)
    run = try OperatorRun(Conv<1>.self, attributes, on: [1, 2, 8], mode: .inference)
    run.inputs = [Tensor((0..<16).map(Float.init), sizes: [1, 2, 8])]
    run.parameters = [Tensor([0.1, 0.2, 0.3, 1, 1, 1], sizes: [1, 2, 3])]
    let mixed = try run(level).output
    #expect(abs(mixed[0] - 27.8) < 1e-4 && abs(mixed[1] - 31.4) < 1e-4)
  }

  @Test("every level computes the same, forward and backward, for every number of threads")
  func levels() throws {
    let runs = [
      try OperatorRun(
        Conv<2>.self, ["out_channels": 20, "kernel_size": 3, "padding": 1], on: [2, 17, 9, 11]),
      try OperatorRun(
        Conv<2>.self, ["out_channels": 6, "kernel_size": [3, 2], "stride": 2, "groups": 2, "rounding": "floor"],
        on: [1, 4, 12, 13]),
      try OperatorRun(
        Conv<1>.self, ["out_channels": 5, "kernel_size": 3, "padding": 2, "padding_mode": "reflect"], on: [2, 3, 9]),
      try OperatorRun(
        Conv<3>.self,
        ["out_channels": 4, "kernel_size": 2, "padding": [[1, 0], [0, 1], [0, 0]], "padding_mode": "circular"],
        on: [1, 2, 4, 5, 6]),
      try OperatorRun(DepthwiseConv<2>.self, ["kernel_size": 3, "padding": 1, "multiplier": 2], on: [2, 5, 9, 9]),
      try OperatorRun(
        DepthwiseConv<2>.self, ["kernel_size": 3, "stride": 2, "padding": 1, "rounding": "floor"], on: [1, 5, 12, 9]),
      try OperatorRun(
        ConvTranspose<2>.self, ["out_channels": 6, "kernel_size": 4, "stride": 2, "padding": 1], on: [2, 9, 5, 4]),
      try OperatorRun(
        ConvTranspose<1>.self, ["out_channels": 4, "kernel_size": 3, "stride": 3, "groups": 2, "output_padding": 2],
        on: [1, 6, 7]),
      try OperatorRun(PointwiseConv<2>.self, ["out_channels": 33], on: [1, 40, 14, 14]),
      try OperatorRun(Linear.self, ["out_features": 30], on: [3, 65]),
    ]
    for run in runs { try run.expectEqualLevels() }
  }

  @Test("gradients are what small changes do to the output")
  func differences() throws {
    try OperatorRun(
      Conv<2>.self,
      ["out_channels": 3, "kernel_size": 3, "stride": 2, "padding": [[1, 0], [0, 1]], "rounding": "floor"],
      on: [1, 2, 5, 6]
    ).expectGradientsOfDifferences()
    try OperatorRun(
      Conv<1>.self, ["out_channels": 2, "kernel_size": 3, "padding": 2, "padding_mode": "replicate"], on: [1, 2, 5]
    ).expectGradientsOfDifferences()
    try OperatorRun(
      ConvTranspose<2>.self, ["out_channels": 2, "kernel_size": 3, "stride": 2, "dilation": 2], on: [1, 2, 3, 2]
    ).expectGradientsOfDifferences()
    try OperatorRun(Linear.self, ["out_features": 4], on: [3, 5]).expectGradientsOfDifferences()
  }

  @Test("linear acts on the last axis")
  func linear() throws {
    #expect(try OperatorProbe(Linear.self, ["out_features": 10], on: ["N", 300]).shape == "[N, 10]")
    let map = try OperatorProbe(Linear.self, ["out_features": 10], on: ["N", 3, 8, 8])
    #expect(map.shape == "[N, 3, 8, 10]" && map.codes.isEmpty)
    #expect(try OperatorProbe(Linear.self, ["out_features": 10, "in_features": 8], on: ["N", 3, 8, 8]).codes.isEmpty)
    #expect(
      try OperatorProbe(Linear.self, ["out_features": 10, "in_features": 9], on: ["N", 8]).codes
        == ["channel-mismatch"])
  }
}
