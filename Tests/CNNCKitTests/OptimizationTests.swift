import Analysis
import CNNCKit
import Formats
import Graph
import KernelInterface
import Operators
import Passes
import Tensors
import TestSupport
import Testing

/// Optimized plans against every layer by itself, on the models that come with the project.
@Suite struct OptimizationTests {
  /// The models of at most 1.2 billion products; larger ones are too slow for every layer by itself.
  private static let small = Repository.models.filter { path in
    let model = try? Model(contentsOf: Repository.root + "/" + path).concrete()
    let graph = try? model?.validGraph()
    return graph.flatMap { ModelSummary($0).totals.multiplyAccumulates }.map { $0 <= 1_200_000_000 } ?? true
  }

  private static let fixtures = [
    "residual", "channels_last", "branches", "inverted_residual", "channels_last_1d", "transition", "heatmap",
    "edges",
  ]

  private func outputs(_ model: Model, _ optimization: Optimization, threads: Int) throws -> TensorCollection {
    var request = RunRequest()
    request.optimization = optimization
    request.threads = threads
    return try ModelRun(model, request).run().outputs
  }

  /// The largest difference of two results, relative to the largest magnitude.
  private func difference(_ a: TensorCollection, _ b: TensorCollection) -> Float {
    guard a.entries.count == b.entries.count else { return .infinity }
    return zip(a.entries, b.entries).reduce(0) { largest, pair in
      let (a, b) = (pair.0.tensor, pair.1.tensor)
      guard a.sizes == b.sizes else { return .infinity }
      guard a.dtype == .float32 else { return a.bytes.elementsEqual(b.bytes) ? largest : .infinity }
      let scale = max(a.floats.reduce(0) { max($0, abs($1)) }, 1e-30)
      return max(largest, zip(a.floats, b.floats).reduce(0) { max($0, distance($1.0, $1.1)) } / scale)
    }
  }

  private func distance(_ a: Float, _ b: Float) -> Float {
    a.isNaN || b.isNaN ? (a.isNaN && b.isNaN ? 0 : .infinity) : a == b ? 0 : abs(a - b)
  }

  private func isEqual(_ a: TensorCollection, _ b: TensorCollection) -> Bool {
    zip(a.entries, b.entries).allSatisfy { $0.tensor.bytes.elementsEqual($1.tensor.bytes) }
  }

  @Test("an optimized model computes what its layers compute, on any number of threads", arguments: small)
  func agreement(_ path: String) throws {
    let model = try Model(contentsOf: Repository.root + "/" + path).concrete()
    let plain = try outputs(model, .none, threads: 2)
    let full = try outputs(model, .full, threads: 2)
    #expect(difference(plain, full) < 1e-4)
    #expect(difference(plain, try outputs(model, .exact, threads: 2)) < 1e-4)
    #expect(isEqual(full, try outputs(model, .full, threads: 1)))
  }

  @Test("after any number of passes a model computes the same", arguments: fixtures)
  func limits(_ name: String) throws {
    let model = try Model(text: TestFile.text(Repository.fixtures + "/passes/\(name).yaml")).concrete()
    let plain = try outputs(model, .none, threads: 1)
    for limit in 0...OptimizationPass.optional.count {
      #expect(difference(plain, try outputs(model, Optimization(passLimit: limit), threads: 1)) < 1e-4, "\(limit)")
    }
  }

  @Test("each pass changes a graph as the snapshot shows", arguments: fixtures)
  func passes(_ name: String) throws {
    let text = try TestFile.text(Repository.fixtures + "/passes/\(name).yaml")
    let model = try Model(text: text).concrete()
    let vectors = VectorShape(width: 8, usualBlocks: 2, mostBlocks: 3)
    var shown = GraphPrinter(try model.validGraph()).text()
    var last = shown
    for pass in OptimizationPass.allCases {
      let text = try model.optimizedGraph(after: pass, vectors: vectors)
      let graph = pass.result(of: try model.validGraph(), vectors: vectors)
      #expect(GraphVerifier(graph).problems().isEmpty, "\(pass.rawValue)")
      if text != last { shown += "\nafter \(pass.rawValue)\n" + text }
      last = text
    }
    #expect(Snapshot.mismatch(shown, with: "passes/\(name).txt") == nil)
  }
}
