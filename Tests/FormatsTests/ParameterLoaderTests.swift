import Diagnostics
import Formats
import Graph
import Tensors
import Testing

@Suite struct ParameterLoaderTests {
  @Test("All mismatches are found at once, each at its layer")
  func mismatches() throws {
    var weights = try state()
    weights["conv1.bias"] = nil
    weights["bn1.weight"] = nil
    weights["fc.weight"] = Tensor(zeros: [8, 10])
    weights["conv1.weight"] = Tensor(zeros: [8, 3, 3, 3], dtype: .int32)
    weights["fc2.weight"] = Tensor(zeros: [3, 3])
    weights["fc2.bias"] = Tensor(zeros: [3])
    let findings = load(weights).diagnostics.inReportOrder()
    #expect(
      findings.map { "\($0.code.id) \($0.primary.span.lower) \($0.message)" } == [
        "E0510 0 weights must hold every parameter: 'w' lacks 'conv1.bias' [8]",
        "E0513 0 'conv1.weight' must be float32: 'w' holds int32",
        "E0510 10 weights must hold every parameter: 'w' lacks 'bn1.weight' [8]",
        "E0512 20 'fc.weight' must be [10, 8]: 'w' holds [8, 10]",
        "E0511 900 weights must belong to the model: 'fc2.bias' and 'fc2.weight' in 'w' are no parameters",
      ])
    #expect(findings.map(\.layer) == ["conv1", "conv1", "bn1", "fc", nil])
    #expect(findings[3].help == ["the file has it transposed, as TensorFlow and Keras store it"])
  }

  @Test("A misspelt name is one finding, which suggests the near one")
  func suggestions() throws {
    var weights = try state()
    weights["cnov1.bias"] = weights.removeValue(forKey: "conv1.bias")
    let findings = load(weights).diagnostics
    #expect(findings.map(\.code) == [.missingParameter])
    #expect(findings.first?.help == ["the file has 'cnov1.bias' of this shape"])
  }

  @Test("Step counters may be missing, and may be there for layers that have none")
  func counters() throws {
    var weights = try state()
    weights["bn1.num_batches_tracked"] = nil
    weights["conv1.num_batches_tracked"] = Tensor(integers: [4], sizes: [])
    let loaded = load(weights)
    #expect(loaded.diagnostics.isEmpty)
    #expect(loaded.store?.tensors[4].integers == [0])
  }

  @Test("Floats of other widths are converted, and integers of other widths for counters")
  func conversions() throws {
    let file = try Safetensors.read(Fixture.path("types.safetensors"))
    let graph = Graph(layers: [
      (
        "a", ExampleLayer(),
        [
          ParameterDeclaration("half", [5], .constant(0)), ParameterDeclaration("brain", [2, 2], .constant(0)),
          ParameterDeclaration("double", [3], .constant(0)),
          ParameterDeclaration("index", [3, 1], .constant(0), role: .buffer, dtype: .int64),
        ]
      )
    ])
    let names = ["half", "brain", "double", "index"]
    let weights = Dictionary(uniqueKeysWithValues: names.map { ("a." + $0, file[$0]) }).compactMapValues { $0 }
    let store = try #require(load(weights, graph).store)
    #expect(store.tensors[0].floats == [-2, -1, 0, 1, 2])
    #expect(store.tensors[1].floats == [-2, -1, 0, 1])
    #expect(store.tensors[2].floats == [-2, -1, 0])
    #expect(store.tensors[3].integers == [-2, -1, 0])
  }

  private func state() throws -> [String: Tensor] {
    let store = try ParameterStore(initializing: .classifier, seed: 0).named(in: .classifier)
    return Dictionary(uniqueKeysWithValues: store.entries.map { ($0.name, $0.tensor) })
  }

  private func load(
    _ weights: [String: Tensor], _ graph: Graph = .classifier
  ) -> (store: ParameterStore?, diagnostics: [Diagnostic]) {
    let named = weights.sorted { $0.key < $1.key }.map { (name: $0.key, tensor: $0.value) }
    var diagnostics: [Diagnostic] = []
    let store = ParameterStore.load(
      TensorCollection(named), for: graph, from: "w", namedAt: Graph.weightsPlace, reporting: &diagnostics)
    return (store, diagnostics)
  }
}
