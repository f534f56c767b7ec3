import Diagnostics
import Formats
import Graph
import Tensors
import TestSupport
import Testing

@Suite struct ParameterStoreTests {
  @Test("Parameters are drawn by their initialisers into aligned memory")
  func initialising() throws {
    let store = try ParameterStore(initializing: .classifier, seed: 0)
    #expect(store.tensors.map(\.sizes) == [[8, 3, 3, 3], [8], [8], [8], [], [10, 8]])
    #expect(store.tensors.allSatisfy { UInt(bitPattern: $0.pointer) % 64 == 0 })
    #expect(store.tensors[0].floats.allSatisfy { abs($0) <= 0.2 } && Set(store.tensors[0].floats).count > 200)
    #expect(store.tensors[2].floats == [Float](repeating: 1, count: 8))
    #expect(store.tensors[4].integers == [0])
  }

  @Test("The values of a parameter depend on the seed and its name alone")
  func reproducibility() throws {
    let all = try ParameterStore(initializing: .classifier, seed: 3).named(in: .classifier)
    let fc = ParameterDeclaration("weight", [10, 8], .normal(mean: 0, standardDeviation: 0.1))
    let alone = Graph(layers: [("fc", ExampleLayer(), [fc])])
    #expect(try ParameterStore(initializing: alone, seed: 3).tensors[0].floats == all["fc.weight"]?.floats)
    #expect(try ParameterStore(initializing: alone, seed: 4).tensors[0].floats != all["fc.weight"]?.floats)
  }

  @Test("More parameters than memory are an error")
  func outOfMemory() {
    let huge = ParameterDeclaration("weight", [1 << 50], .constant(0))
    let graph = Graph(layers: [("a", ExampleLayer(), [huge])])
    #expect(throws: DataError.outOfMemory) { try ParameterStore(initializing: graph, seed: 0) }
    let uncountable = ParameterDeclaration("weight", [1 << 61, 4], .constant(0))
    #expect(throws: DataError.outOfMemory) {
      try ParameterStore(initializing: Graph(layers: [("a", ExampleLayer(), [uncountable])]), seed: 0)
    }
  }

  @Test("A saved store loads again, from safetensors and from npz")
  func roundTrip() throws {
    let store = try ParameterStore(initializing: .classifier, seed: 5)
    let path = try TestFile.makeTemporaryFolder() + "/weights"
    try store.save(.classifier, to: path + ".safetensors")
    try NPZ.write(store.named(in: .classifier), to: path + ".npz")
    #expect(try Safetensors.read(path + ".safetensors").metadata == ["format": "pt"])
    for suffix in [".safetensors", ".npz"] {
      let weights = try WeightsFile.read(path + suffix)
      var diagnostics: [Diagnostic] = []
      let loaded = try #require(
        ParameterStore.load(
          weights, for: .classifier, from: path, namedAt: Graph.weightsPlace, reporting: &diagnostics))
      #expect(zip(loaded.tensors, store.tensors).allSatisfy { $0.bytes.elementsEqual($1.bytes) })
    }
    let found = problem { () throws(DataError) in _ = try WeightsFile.read("w.npy") }
    #expect(found?.message == "weights must be a .safetensors or .npz file, which have names: 'w.npy' is neither")
  }
}
