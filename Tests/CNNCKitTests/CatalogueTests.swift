import CNNCKit
import Diagnostics
import Graph
import Operators
import TestSupport
import Testing

/// The catalogue of operators against what each must come with.
@Suite struct CatalogueTests {
  /// The operators of version 1 of the language, by family.
  private static let catalogue: [(family: String, names: String)] = [
    ("convolution", "conv1d conv2d conv3d conv_transpose1d conv_transpose2d conv_transpose3d"),
    (
      "convolution, named variants",
      """
      pointwise_conv1d pointwise_conv2d pointwise_conv3d depthwise_conv1d depthwise_conv2d depthwise_conv3d \
      separable_conv1d separable_conv2d
      """
    ),
    ("dense", "linear matmul"),
    (
      "pooling",
      """
      max_pool1d max_pool2d max_pool3d avg_pool1d avg_pool2d avg_pool3d lp_pool1d lp_pool2d adaptive_avg_pool1d \
      adaptive_avg_pool2d adaptive_avg_pool3d adaptive_max_pool1d adaptive_max_pool2d adaptive_max_pool3d \
      global_avg_pool global_max_pool max_unpool2d
      """
    ),
    ("normalisation", "batch_norm instance_norm group_norm layer_norm rms_norm local_response_norm"),
    (
      "activation",
      """
      relu relu6 leaky_relu prelu elu celu selu gelu silu mish hardswish hardsigmoid hardtanh sigmoid tanh softplus \
      softsign softmax log_softmax glu threshold exp log sqrt abs neg clamp pow
      """
    ),
    ("element-wise", "add sub mul div maximum minimum scale bias"),
    (
      "shape",
      """
      flatten reshape permute transpose squeeze unsqueeze concat split chunk slice crop center_crop pad channel_shuffle \
      pixel_shuffle pixel_unshuffle expand identity
      """
    ),
    ("resampling", "upsample interpolate"),
    ("reduction", "mean sum max min argmax"),
    ("attention", "scaled_dot_product_attention multihead_attention"),
    ("training only", "dropout dropout2d alpha_dropout stochastic_depth"),
    ("loss", "cross_entropy nll mse l1 smooth_l1 huber bce bce_with_logits kl_div dice"),
  ]

  static let names = catalogue.flatMap { $0.names.split(separator: " ").map { String($0) } }

  @Test("every operator of the catalogue is registered")
  func registered() {
    #expect(Self.names.filter { OperatorRegistry.find($0) == nil } == [])
  }

  @Test("every operator runs and has oracles of PyTorch", arguments: registry)
  func oracles(_ name: String) throws {
    let kind = try #require(OperatorRegistry.find(name))
    let folder = "\(Repository.fixtures)/oracles/\(name)"
    #expect(!TestFile.files(below: folder, withExtension: "safetensors").isEmpty, "\(name) has no oracle")
    let runs = kind is any LowerableOperator.Type || kind is any ViewOperator.Type || kind is any CompositeOperator.Type
    #expect(runs, "\(name) cannot run")
  }

  @Test("every operator that computes has a gradient, but for the one that gives an index")
  func gradients() {
    let withoutGradient = OperatorRegistry.all.filter {
      $0 is any LowerableOperator.Type && !($0 is any DifferentiableOperator.Type)
    }
    #expect(withoutGradient.map { $0.name } == ["argmax"])
  }

  @Test("every operator has an example that is rejected with its name, as recorded", arguments: registry)
  func badExample(_ name: String) throws {
    let path = "operators/\(name)"
    let text = try TestFile.text("\(Repository.fixtures)/\(path).yaml")
    let checked = Explanation.check(example: text)
    #expect(checked.diagnostics.hasErrors)
    let messages = Explanation.messages(ofExample: text)
    #expect(messages.contains("\(name)"))
    #expect(Snapshot.mismatch(messages, with: path + ".txt") == nil)
  }

  @Test("no example belongs to no operator")
  func unusedExamples() {
    for suffix in ["yaml", "txt"] {
      let expected = Self.registry.map { "\($0).\(suffix)" }
      #expect(Snapshot.unused(in: "operators", withExtension: suffix, expected: expected) == [])
    }
  }

  static let registry = OperatorRegistry.all.map { $0.name }

  @Test("every network of the zoo is in the table of verifications")
  func verification() throws {
    let table = try TestFile.text(Repository.root + "/Sources/CNNCKit/CNNCKit.docc/ZooVerification.md")
    #expect(Repository.models.count >= 40)
    for path in Repository.models {
      let name = path.dropFirst("models/".count).dropLast(".yaml".count)
      #expect(table.contains("| `\(name)` |"), "\(name) is not verified")
    }
  }

  @Test("every network of the zoo can be written by 'cnnc init', with what it includes")
  func initialisation() throws {
    #expect(ZooModel.all.map(\.name).sorted() == Self.zooNames.sorted())
    for model in ZooModel.all {
      let folder = try TestFile.makeTemporaryFolder()
      let written = try model.write(into: folder)
      #expect(written.first == "\(folder)/\(model.name).yaml")
      #expect(try Model(contentsOf: written[0]).findings.filter { $0.severity != .note }.map(\.text) == [])
      #expect(try model.write(into: folder) == [])
      #expect(!model.summary.isEmpty, "\(model.name)")
    }
  }

  private static let zooNames = Repository.models.map { path in
    String(path.split(separator: "/").last?.dropLast(".yaml".count) ?? "")
  }

  @Test("a file that is in the way is kept, and nothing is written")
  func conflict() throws {
    let model = try #require(ZooModel.find("resnet18"))
    let folder = try TestFile.makeTemporaryFolder()
    try TestFile.write("mine", to: folder + "/resnet18.yaml")
    #expect(throws: ModelError.self) { _ = try model.write(into: folder) }
    #expect(try TestFile.text(folder + "/resnet18.yaml") == "mine")
    #expect(TestFile.names(in: folder) == ["resnet18.yaml"])
    #expect(try model.write(into: folder, replacing: true).count >= 1)
    #expect(try Model(contentsOf: folder + "/resnet18.yaml").isValid)
  }
}
