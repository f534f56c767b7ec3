import Diagnostics
import Formats
import Graph
import Tensors
import TestSupport
import Testing

/// What does not fit between the headers of a weights file and a model.
@Suite struct WeightsComparisonTests {
  private static let names: [(String, [Int])] = [
    ("conv1.weight", [8, 3, 3, 3]), ("conv1.bias", [8]), ("bn1.weight", [8]), ("bn1.running_var", [8]),
    ("fc.weight", [10, 8]),
  ]

  private func compare(
    _ tensors: [(String, [Int])], dtype: DType = .float32, _ graph: Graph = .classifier
  ) -> (findings: [Diagnostic], isForeign: Bool) {
    ParameterStore.compare(
      tensors.map { TensorDescription(name: $0.0, sizes: $0.1, dtype: dtype) }, with: graph, from: "w",
      namedAt: Graph.weightsPlace)
  }

  @Test("the model's own names, shapes and floats of every width fit", arguments: DType.allCases)
  func types(_ dtype: DType) {
    let findings = compare(Self.names, dtype: dtype).findings
    #expect(findings.isEmpty == dtype.isFloat)
    #expect(dtype.isFloat || findings.map(\.code.id) == ["E0514"])
  }

  @Test(
    "a beginning before all names, or in the place of the model's, is one finding",
    arguments: [
      ("module.", "'w' has 'module.' before them", "renamed, 5 of the model's 5 parameters are there"),
      (
        "state_dict.model.", "'w' has 'state_dict.model.' before them",
        "renamed, 5 of the model's 5 parameters are there"
      ),
    ])
  func prefixes(_ prefix: String, _ rule: String, _ note: String) {
    let tensors = Self.names.map { (prefix + $0.0, $0.1) } + [("epoch", []), ("optimizer.step", [])]
    let (findings, isForeign) = compare(tensors)
    #expect(findings.map(\.code.id) == ["E0515"] && !isForeign)
    #expect(findings.map(\.message) == ["weights must have the model's names: \(rule)"])
    #expect(findings.first?.notes == [note])
  }

  @Test("a beginning that the file lacks, and one that it calls otherwise, are named too")
  func replacements() {
    let layers = Graph(layers: [
      ("backbone.a", ExampleLayer(), [ParameterDeclaration("weight", [4, 4], .constant(0))]),
      ("backbone.b", ExampleLayer(), [ParameterDeclaration("weight", [4, 2], .constant(0))]),
      ("backbone.c", ExampleLayer(), [ParameterDeclaration("weight", [4, 3], .constant(0))]),
    ])
    let bare = compare([("a.weight", [4, 4]), ("b.weight", [4, 2]), ("c.weight", [9])], layers).findings
    #expect(bare.map(\.message) == ["weights must have the model's names: 'w' lacks 'backbone.' before them"])
    #expect(bare.first?.notes == ["renamed, 3 of the model's 3 parameters are there, 2 of them in its shape"])
    let other = compare([("net.a.weight", [4, 4]), ("net.b.weight", [4, 2]), ("net.c.weight", [4, 3])], layers).findings
    #expect(
      other.map(\.message) == ["weights must have the model's names: 'w' has 'net.' where the model has 'backbone.'"])
  }

  @Test("a file of another model is one finding that shows both")
  func foreign() {
    let (findings, isForeign) = compare([("features.0.weight", [64, 3, 3, 3]), ("features.0.bias", [64])])
    #expect(isForeign)
    #expect(
      findings.map(\.message) == [
        "weights must be of this model: 0 of its 5 parameters fit 'w', which has 2 tensors"
      ])
    #expect(
      findings.first?.notes == [
        "the model needs 'conv1.weight' [8, 3, 3, 3], 'fc.weight' [10, 8], 'conv1.bias' [8], ...",
        "the file has 'features.0.weight' [64, 3, 3, 3], 'features.0.bias' [64]",
      ])
    let keras = compare(Self.names.map { ($0.0.replacing(".", with: "/") + ":0", $0.1) }).findings
    #expect(keras.map(\.code.id) == ["E0514"])
    #expect(keras[0].help[0].contains("TensorFlow's or Keras's"))
    let wide = compare(Self.names.map { ($0.0, $0.1 + [2]) }).findings
    #expect(wide.map { $0.message.hasSuffix("has 5 tensors; 5 more are there in other shapes or types") } == [true])
  }

  @Test("names that other libraries give are suggested where the shape is the same")
  func aliases() {
    let tensors = Self.names.filter { $0.0 != "bn1.weight" } + [("bn1.gamma", [8]), ("bn1.weihgt", [9])]
    let findings = compare(tensors).findings
    #expect(findings.map(\.code.id) == ["E0510", "E0511"])
    #expect(findings[0].help == ["the file has 'bn1.gamma' of this shape"])
  }

  @Test("tensors of many layers that no parameter takes are one finding")
  func manyUnexpected() {
    let extra = (0..<30).map { ("extra\($0).weight", [2]) }
    let (findings, isForeign) = compare(Self.names + extra)
    #expect(isForeign)
    #expect(
      findings.map(\.message) == ["weights must belong to the model: 30 tensors in 'w' are no parameters"])
    #expect(findings[0].notes[0].hasPrefix("they are of 30 layers: 'extra0', 'extra1'"))
  }

  @Test(
    "the order of axes of other libraries is recognised",
    arguments: [
      ("conv1.weight", [3, 3, 3, 8], "the file has the kernel's axes first, as TensorFlow and Keras store it"),
      ("conv1.weight", [3, 8, 3, 3], "the file has the first two axes exchanged"),
      ("conv1.weight", [216], "the file has as many elements in another shape"),
      ("conv1.weight", [3, 3, 8, 3], "the file has the same sizes in another order"),
      ("fc.weight", [8, 10], "the file has it transposed, as TensorFlow and Keras store it"),
      ("fc.weight", [8, 11], nil),
    ] as [(String, [Int], String?)])
  func layouts(_ name: String, _ sizes: [Int], _ hint: String?) {
    let findings = compare(Self.names.map { $0.0 == name ? (name, sizes) : $0 }).findings
    #expect(findings.map(\.code.id) == ["E0512"])
    #expect(findings.first?.help == (hint.map { [$0] } ?? []))
  }

  @Test("a hundred thousand names that all differ are compared in bounded work")
  func many() {
    let layers = Graph(
      layers: (0..<20_000).map {
        ("layer\($0)", ExampleLayer(), [ParameterDeclaration("weight", [4], .constant(0))])
      })
    let renamed = (0..<20_000).map { ($0 % 9 == 0 ? "layer\($0).weight" : "leyar\($0).weight", [4]) }
    let (findings, isForeign) = compare(renamed, layers)
    #expect(isForeign && findings.count > 17_000)
  }
}
