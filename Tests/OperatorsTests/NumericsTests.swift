import Graph
import Operators
import Tensors
import Testing

/// Every operator of these families on every kernel level, and its gradients against differences of the output.
@Suite("Numerics of operators")
struct NumericsTests {
  /// A case by name, so that tests list them.
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var make: @Sendable () throws -> OperatorRun
    /// Whether the function has no corners near the inputs, so that differences tell its gradient.
    var isSmooth = true

    init(_ name: String, isSmooth: Bool = true, _ make: @escaping @Sendable () throws -> OperatorRun) {
      testDescription = name
      self.isSmooth = isSmooth
      self.make = make
    }
  }

  static let activations: [Case] = [
    Case("relu", isSmooth: false) { try OperatorRun(Relu.self, on: [2, 37]) },
    Case("relu6", isSmooth: false) { try OperatorRun(Relu6.self, on: [2, 37]) },
    Case("leaky_relu", isSmooth: false) { try OperatorRun(LeakyRelu.self, ["negative_slope": 0.2], on: [2, 37]) },
    Case("silu") { try OperatorRun(Silu.self, on: [2, 37]) },
    Case("gelu") { try OperatorRun(Gelu.self, on: [2, 37]) },
    Case("gelu tanh") { try OperatorRun(Gelu.self, ["approximate": "tanh"], on: [2, 37]) },
    Case("hardswish") { try OperatorRun(Hardswish.self, on: [2, 37]) },
    Case("hardsigmoid") { try OperatorRun(Hardsigmoid.self, on: [2, 37]) },
    Case("sigmoid") { try OperatorRun(Sigmoid.self, on: [2, 37]) },
    Case("tanh") { try OperatorRun(Tanh.self, on: [2, 37]) },
    Case("softmax of rows") { try OperatorRun(Softmax.self, on: [3, 19]) },
    Case("softmax of channels") { try OperatorRun(Softmax.self, ["dim": 1], on: [2, 5, 3, 7]) },
    Case("log_softmax of rows") { try OperatorRun(LogSoftmax.self, on: [3, 19]) },
    Case("log_softmax of channels") { try OperatorRun(LogSoftmax.self, ["dim": 1], on: [2, 5, 3, 7]) },
  ]

  static let pools: [Case] = [
    Case("max_pool1d", isSmooth: false) {
      try OperatorRun(MaxPool<1>.self, ["kernel_size": 3, "stride": 1], on: [2, 3, 40])
    },
    Case("max_pool2d 2/2", isSmooth: false) {
      try OperatorRun(MaxPool<2>.self, ["kernel_size": 2], on: [1, 3, 6, 70])
    },
    Case("max_pool2d 3/2", isSmooth: false) {
      try OperatorRun(MaxPool<2>.self, ["kernel_size": 3, "stride": 2, "padding": 1], on: [2, 2, 9, 71])
    },
    Case("max_pool2d dilated ceil", isSmooth: false) {
      let attributes: [String: AttributeLiteral] = [
        "kernel_size": [2, 3], "stride": 3, "dilation": [2, 1], "padding": [[1, 0], [0, 1]], "ceil_mode": true,
      ]
      return try OperatorRun(MaxPool<2>.self, attributes, on: [1, 2, 10, 21])
    },
    Case("max_pool3d", isSmooth: false) { try OperatorRun(MaxPool<3>.self, ["kernel_size": 2], on: [1, 2, 4, 4, 6]) },
    Case("avg_pool1d") { try OperatorRun(AvgPool<1>.self, ["kernel_size": 4, "stride": 1], on: [1, 2, 39]) },
    Case("avg_pool2d padded") {
      try OperatorRun(AvgPool<2>.self, ["kernel_size": 3, "stride": 2, "padding": 1], on: [1, 2, 5, 67])
    },
    Case("avg_pool2d without padding") {
      let attributes: [String: AttributeLiteral] = [
        "kernel_size": 3, "stride": 2, "padding": 1, "count_include_pad": false, "ceil_mode": true,
      ]
      return try OperatorRun(AvgPool<2>.self, attributes, on: [1, 2, 6, 8])
    },
    Case("avg_pool2d divisor") {
      try OperatorRun(AvgPool<2>.self, ["kernel_size": 2, "divisor_override": 3], on: [1, 2, 4, 6])
    },
    Case("avg_pool3d") { try OperatorRun(AvgPool<3>.self, ["kernel_size": [1, 2, 2]], on: [1, 2, 2, 4, 4]) },
    Case("adaptive_avg_pool1d") { try OperatorRun(AdaptiveAvgPool<1>.self, ["output_size": 7], on: [2, 2, 40]) },
    Case("adaptive_avg_pool2d") {
      try OperatorRun(AdaptiveAvgPool<2>.self, ["output_size": [3, nil]], on: [1, 2, 7, 5])
    },
    Case("adaptive_avg_pool3d larger") {
      try OperatorRun(AdaptiveAvgPool<3>.self, ["output_size": 3], on: [1, 2, 2, 2, 4])
    },
    Case("global_avg_pool") { try OperatorRun(GlobalAvgPool.self, on: [2, 3, 5, 7]) },
  ]

  static let normalizations: [Case] = [
    Case("batch_norm training") { try OperatorRun(BatchNorm.self, on: [3, 2, 4, 5]) },
    Case("batch_norm training of rows") { try OperatorRun(BatchNorm.self, on: [7, 3]) },
    Case("batch_norm training, not affine") { try OperatorRun(BatchNorm.self, ["affine": false], on: [2, 3, 5]) },
    Case("batch_norm inference") { try OperatorRun(BatchNorm.self, on: [2, 3, 4, 5], mode: .inference) },
    Case("batch_norm inference, untracked") {
      try OperatorRun(BatchNorm.self, ["track_running_stats": false], on: [2, 3, 9], mode: .inference)
    },
  ]

  static let joins: [Case] = [
    Case("add") { try OperatorRun(Add.self, on: [2, 19], [2, 19]) },
    Case("add three, repeated") { try OperatorRun(Add.self, on: [1, 3, 1], [2, 1, 4], [2, 3, 4]) },
    Case("mul") { try OperatorRun(Mul.self, on: [2, 19], [2, 19]) },
    Case("mul channels") { try OperatorRun(Mul.self, on: [2, 3, 4, 5], [2, 3, 1, 1]) },
    Case("mul three, repeated") { try OperatorRun(Mul.self, on: [2, 3, 1], [2, 1, 4], [2, 3, 4]) },
    Case("maximum of three", isSmooth: false) { try OperatorRun(Maximum.self, on: [2, 19], [2, 19], [2, 19]) },
    Case("concat channels") { try OperatorRun(Concat.self, on: [2, 3, 4], [2, 1, 4], [2, 2, 4]) },
    Case("concat last axis") { try OperatorRun(Concat.self, ["axis": -1], on: [2, 3, 4], [2, 3, 1]) },
  ]

  static let resizers: [Case] = [
    Case("pad constant") {
      try OperatorRun(Pad.self, ["padding": [[0, 2], [1, 0]], "value": 0.5], on: [1, 2, 3, 4])
    },
    Case("pad reflect") { try OperatorRun(Pad.self, ["padding": [2, 1], "mode": "reflect"], on: [1, 2, 3, 4]) },
    Case("pad replicate") { try OperatorRun(Pad.self, ["padding": [[3, 1]], "mode": "replicate"], on: [1, 2, 3]) },
    Case("pad circular") {
      try OperatorRun(Pad.self, ["padding": [1, 2, 0], "mode": "circular"], on: [1, 2, 2, 3, 2])
    },
    Case("upsample nearest") { try OperatorRun(Upsample.self, ["scale_factor": 1.5], on: [1, 2, 4, 6]) },
    Case("upsample linear") { try OperatorRun(Upsample.self, ["size": 7, "mode": "linear"], on: [1, 2, 3]) },
    Case("upsample bilinear") {
      try OperatorRun(Upsample.self, ["scale_factor": [2, 2.3], "mode": "bilinear"], on: [1, 2, 3, 4])
    },
    Case("upsample bilinear aligned") {
      try OperatorRun(Upsample.self, ["size": [5, 2], "mode": "bilinear", "align_corners": true], on: [1, 2, 3, 4])
    },
    Case("upsample trilinear") {
      try OperatorRun(Upsample.self, ["scale_factor": 2, "mode": "trilinear"], on: [1, 2, 2, 3, 2])
    },
  ]

  static let losses: [Case] = [
    Case("mse") { try OperatorRun(MSE.self, on: [3, 5], [3, 5]) },
    Case("mse sum") { try OperatorRun(MSE.self, ["reduction": "sum"], on: [3, 5], [3, 5]) },
    Case("mse none") { try OperatorRun(MSE.self, ["reduction": "none"], on: [3, 5], [3, 5]) },
    Case("cross_entropy of probabilities") { try OperatorRun(CrossEntropy.self, on: [3, 5, 2], [3, 5, 2]) },
    Case("cross_entropy of probabilities, smoothed") {
      try OperatorRun(CrossEntropy.self, ["label_smoothing": 0.2, "reduction": "none"], on: [3, 5], [3, 5])
    },
    Case("cross_entropy of classes") { try classes() },
    Case("cross_entropy of classes, smoothed") { try classes(["label_smoothing": 0.3, "ignore_index": 2]) },
    Case("cross_entropy of classes, summed") { try classes(["reduction": "sum"]) },
  ]

  /// Scores for 3 samples with 2 positions each, and their classes.
  private static func classes(_ attributes: [String: AttributeLiteral] = [:]) throws -> OperatorRun {
    var run = try OperatorRun(CrossEntropy.self, attributes, on: [3, 5, 2])
    run.inputs.append(Tensor(indices: [0, 4, 2, 1, 2, 3], sizes: [3, 2]))
    return run
  }

  static let all = activations + pools + normalizations + joins + resizers + losses

  @Test("every level agrees with the plain loops, for every number of threads", arguments: all)
  func levels(_ example: Case) throws { try example.make().expectEqualLevels() }

  @Test("gradients are what small changes do", arguments: all.filter(\.isSmooth))
  func gradients(_ example: Case) throws { try example.make().expectGradientsOfDifferences() }
}
