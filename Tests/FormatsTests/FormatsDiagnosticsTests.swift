import Diagnostics
import Formats
import Graph
import Tensors
import TestSupport
import Testing

/// The codes about data files have no model file as an example, so that bytes and arrays raise them here.
@Suite struct FormatsDiagnosticsTests {
  @Test("Codes and names are unique and in the range of weights and data")
  func codes() {
    let codes = FormatsDiagnostics.codes
    #expect(Set(codes.map(\.id)).count == codes.count)
    #expect(Set(codes.map(\.name)).count == codes.count)
    for code in codes {
      #expect(code.id.hasPrefix("E05"))
      #expect(!code.explanation.isEmpty && !code.bad.isEmpty && !code.good.isEmpty)
    }
  }

  @Test("Each code that is explained in words is raised by its example, and by nothing when that is mended")
  func corpus() throws {
    let folder = try TestFile.makeTemporaryFolder()
    let vector = graph(TensorType(Shape([.symbol("N"), 2])))
    let labels = graph(TensorType(Shape([.symbol("N")]), .int64))
    var raised: [DiagnosticCode] = []
    func check(_ bad: () throws(DataError) -> Void, _ good: () throws(DataError) -> Void) {
      if let found = problem(bad) { raised.append(found.code) }
      #expect(throws: Never.self) { try good() }
    }
    try TestFile.write(Fixture.bytes("types.safetensors").dropLast().map { $0 }, to: folder + "/cut.safetensors")
    try TestFile.write(Fixture.bytes("lf4.npy").dropLast().map { $0 }, to: folder + "/cut.npy")
    try TestFile.write(Fixture.bytes("stored.npz").dropLast().map { $0 }, to: folder + "/cut.npz")
    try TestFile.write([0, 0, 0], to: folder + "/short.bin")
    try TestFile.write([UInt8](repeating: 0, count: 16), to: folder + "/whole.bin")
    try NPY.write(Tensor(zeros: [1, 2]), to: folder + "/floats.npy")
    try NPY.write(Tensor(zeros: [2, 3]), to: folder + "/wide.npy")
    try NPY.write(Tensor(zeros: [4], dtype: .int64), to: folder + "/integers.npy")
    func input(_ name: String, _ graph: Graph, for port: String? = nil) throws(DataError) {
      _ = try ModelInputs.read([InputSource(name: port, path: folder + "/" + name)], for: graph)
    }
    check { () throws(DataError) in
      _ = try Safetensors.read(folder + "/cut.safetensors")
    } _: { () throws(DataError) in
      _ = try Safetensors.read(Fixture.path("types.safetensors"))
    }
    check { () throws(DataError) in
      _ = try NPY.read(folder + "/cut.npy")
    } _: { () throws(DataError) in
      _ = try NPY.read(Fixture.path("lf4.npy"))
    }
    check { () throws(DataError) in
      _ = try NPZ.read(folder + "/cut.npz")
    } _: { () throws(DataError) in
      _ = try NPZ.read(Fixture.path("stored.npz"))
    }
    check { () throws(DataError) in
      _ = try NPY.read(Fixture.path("complex.npy"))
    } _: { () throws(DataError) in
      _ = try NPY.read(Fixture.path("lf8.npy"))
    }
    check { () throws(DataError) in
      try input("x.tiff", vector)
    } _: { () throws(DataError) in
      try input("floats.npy", vector)
    }
    check { () throws(DataError) in
      try input("short.bin", vector)
    } _: { () throws(DataError) in
      try input("whole.bin", vector)
    }
    check { () throws(DataError) in
      try input("wide.npy", vector)
    } _: { () throws(DataError) in
      try input("floats.npy", vector)
    }
    check { () throws(DataError) in
      try input("floats.npy", vector, for: "y")
    } _: { () throws(DataError) in
      try input("floats.npy", vector, for: "x")
    }
    check { () throws(DataError) in
      try input("floats.npy", graph(TensorType(Shape([.symbol("N"), 2]), .int64)))
    } _: { () throws(DataError) in
      try input("integers.npy", labels)
    }
    raised += weightCodes()
    #expect(raised == FormatsDiagnostics.codes.filter { $0.exampleKind == .words })
  }

  /// What the mismatches of a weights file raise, one after the other.
  private func weightCodes() -> [DiagnosticCode] {
    let graph = Graph(layers: [("a", ExampleLayer(), [ParameterDeclaration("weight", [2], .constant(0))])])
    let (good, extra) = (("a.weight", Tensor(zeros: [2])), ("zz.bias", Tensor(zeros: [1])))
    let files: [[(name: String, tensor: Tensor)]] = [
      [], [good, extra], [("a.weight", Tensor(zeros: [3]))], [("a.weight", Tensor(zeros: [2], dtype: .int64))], [good],
    ]
    let state = Graph.classifier.parameters.map { parameter in
      ("module." + parameter.name, Tensor(zeros: parameter.declaration.sizes, dtype: parameter.declaration.dtype))
    }
    let models = files.map { (graph, $0) } + [(.classifier, [extra]), (.classifier, state)]
    return models.flatMap { model, file in
      var diagnostics: [Diagnostic] = []
      _ = ParameterStore.load(
        TensorCollection(file), for: model, from: "w", namedAt: Graph.weightsPlace, reporting: &diagnostics)
      return diagnostics.map(\.code)
    }
  }

  private func graph(_ type: TensorType) -> Graph {
    var graph = Graph(name: "example")
    _ = graph.addInput("x", type)
    return graph
  }
}
