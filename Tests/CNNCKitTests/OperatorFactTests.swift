import Analysis
import CNNCKit
import Diagnostics
import Formats
import Tensors
import TestSupport
import Testing

/// Facts about shapes, counts and values that can be checked by hand.
@Suite struct OperatorFactTests {
  private func model(_ input: String, _ layers: String...) -> Model {
    Model(text: "cnnc: 1\nmodel: fact\ninput: \(input)\nlayers:\n" + layers.map { "  - \($0)\n" }.joined())
  }

  private func output(_ model: Model) throws -> String {
    let shape = ModelSummary(try model.validGraph()).outputs.first?.shape
    return try #require(shape).description
  }

  private func codes(_ model: Model) -> [String] { model.diagnostics.map(\.code.id) }

  @Test(
    "windows of 8x8, 7x7 and 4x4",
    arguments: [
      ("8, 8", "kernel_size: 3, padding: 1", "8, 8"),
      ("8, 8", "kernel_size: [5, 3], padding: [2, 1]", "8, 8"),
      ("8, 8", "kernel_size: 3, padding: 1, stride: 2, rounding: floor", "4, 4"),
      ("8, 8", "kernel_size: [3, 5], padding: [0, 1], stride: [3, 4], rounding: floor", "2, 2"),
      ("7, 7", "kernel_size: 3, stride: 2", "3, 3"),
      ("4, 4", "kernel_size: 3", "2, 2"),
      ("24, 24", "kernel_size: 3, padding: same", "24, 24"),
    ])
  func windows(_ input: String, _ attributes: String, _ expected: String) throws {
    let model = model("[N, 3, \(input)]", "conv2d: {out_channels: 1, \(attributes)}")
    #expect(try output(model) == "[N, 1, \(expected)]")
  }

  @Test("what floor accepts is rejected under exact by the code of its kind")
  func rejected() {
    let slack = model("[N, 3, 8, 8]", "conv2d: {out_channels: 1, kernel_size: 3, padding: 1, stride: 2}")
    #expect(codes(slack) == ["E0302"])
    let loss = model(
      "[N, 3, 8, 8]", "conv2d: {out_channels: 1, kernel_size: [3, 5], padding: [0, 1], stride: [3, 4]}")
    #expect(codes(loss).contains("E0301"))
    #expect(codes(model("[N, 3, 7, 7]", "conv2d: {out_channels: 1, kernel_size: 3, stride: 2}")) == [])
  }

  @Test("a transposed convolution undoes the size of a convolution")
  func transposed() throws {
    let there = model("[N, 1, 4, 4]", "conv2d: {out_channels: 1, kernel_size: 3}")
    let back = model("[N, 1, 2, 2]", "conv_transpose2d: {out_channels: 1, kernel_size: 3}")
    #expect(try output(there) == "[N, 1, 2, 2]")
    #expect(try output(back) == "[N, 1, 4, 4]")
  }

  @Test(
    "parameters of 3 channels to 30 with kernels of 10",
    arguments: [
      ("conv2d: {out_channels: 30, kernel_size: 10}", 9030),
      ("conv2d: {out_channels: 30, kernel_size: 10, dilation: 2}", 9030),
      ("conv2d: {out_channels: 30, kernel_size: 10, groups: 3}", 3030),
      ("pointwise_conv2d: {out_channels: 30}", 120),
      ("separable_conv2d: {out_channels: 30, kernel_size: 10}", 423),
    ])
  func parameters(_ layer: String, _ count: Int) throws {
    #expect(ModelSummary(try model("[N, 3, 32, 32]", layer).validGraph()).totals.parameters == count)
  }

  @Test("a linear layer of 300 to 3000 has 903,000 parameters")
  func linear() throws {
    #expect(ModelSummary(try model("[N, 300]", "linear: 3000").validGraph()).totals.parameters == 903_000)
  }

  @Test("the receptive field of three layers of 3x3", arguments: [(1, 7), (2, 13)])
  func receptiveField(_ dilation: Int, _ size: Int) throws {
    let layer = "conv2d: {out_channels: 1, kernel_size: 3, dilation: \(dilation)}"
    let summary = ModelSummary(try model("[N, 1, 32, 32]", layer, layer, layer).validGraph())
    #expect(summary.layers.last?.field.map { $0.map(\.size) } == [size, size])
  }

  @Test("conv1d of 0 to 15 with [0.1, 0.2, 0.3] starts with 0.8 and 1.4 and has 14 values")
  func sequence() throws {
    let values = try convolve(channels: 1, length: 16, weight: [0.1, 0.2, 0.3])
    #expect(values.count == 14)
    #expect(abs(values[0] - 0.8) < 1e-6 && abs(values[1] - 1.4) < 1e-6)
  }

  @Test("as 2 channels of 8, with [0.1, 0.2, 0.3] and [1, 1, 1], it starts with 27.8 and 31.4")
  func channels() throws {
    let values = try convolve(channels: 2, length: 8, weight: [0.1, 0.2, 0.3, 1, 1, 1])
    #expect(values.count == 6)
    #expect(abs(values[0] - 27.8) < 1e-5 && abs(values[1] - 31.4) < 1e-5)
  }

  private func convolve(channels: Int, length: Int, weight: [Float]) throws -> [Float] {
    let model = model(
      "[N, \(channels), \(length)]", "conv1d: {name: conv, out_channels: 1, kernel_size: 3, bias: false}")
    let path = try TestFile.makeTemporaryFolder() + "/weights.safetensors"
    let tensor = Tensor(weight, sizes: [1, channels, 3])
    try Safetensors.write(TensorCollection([(name: "conv.weight", tensor: tensor)]), to: path)
    let session = try Session(model, weights: path, threads: 1)
    let outputs = try session.run(["input": (0..<16).map(Float.init)])
    return try #require(outputs["conv"]).values
  }

  @Test(
    "max_pool2d of 0 to 19 as 4x5",
    arguments: [
      ("rounding: floor", [2, 2], [6, 8, 16, 18]), ("ceil_mode: true", [2, 3], [6, 8, 9, 16, 18, 19]),
    ])
  func pool(_ rounding: String, _ sizes: [Int], _ values: [Float]) throws {
    let model = model("[N, 1, 4, 5]", "max_pool2d: {name: pool, kernel_size: 2, \(rounding)}")
    let output = try #require(try Session(model, threads: 1).run(["input": (0..<20).map(Float.init)])["pool"])
    #expect(output.sizes == [1, 1] + sizes)
    #expect(output.values == values)
  }
}
