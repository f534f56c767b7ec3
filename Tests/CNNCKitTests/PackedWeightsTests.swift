import Execution
import Formats
import Glibc
import KernelInterface
import Operators
import Passes
import Tensors
import TestSupport
import Testing

@testable import CNNCKit

@Suite("Packed weights in a folder") struct PackedWeightsTests {
  private static let model = """
    cnnc: 1
    model: m
    input: [1, 3, 20, 20]
    layers:
      - conv2d: {out_channels: 20, kernel_size: 3, padding: 1}
      - relu
      - conv2d: {out_channels: 40, kernel_size: 3, padding: 1}
      - flatten
      - linear: 5
    """

  private let folder: String

  init() throws { folder = try TestFile.makeTemporaryFolder() + "/packed" }

  private func files() -> [String] { (try? FolderPath.names(in: folder).filter { $0.hasSuffix(".packed") }) ?? [] }

  private func sevens(_ count: Int) -> TensorStorage {
    let storage = TensorStorage(byteCount: count)
    storage.pointer.initializeMemory(as: UInt8.self, repeating: 7, count: count)
    return storage
  }

  /// The outputs and notes of a run that keeps its packed weights.
  private func run(_ text: String = model, _ change: (inout RunRequest) -> Void = { _ in }) throws -> (
    outputs: [Float], notes: [String]
  ) {
    var request = RunRequest()
    request.packedFolder = folder
    request.threads = 2
    change(&request)
    let run = try ModelRun(Model(text: text), request)
    return (try run.run().outputs.entries.flatMap(\.tensor.floats), run.notes)
  }

  @Test("a later run takes them from the file and computes the same")
  func kept() throws {
    let first = try run()
    let file = try #require(files().first)
    let written = try TestFile.inode(of: folder + "/" + file)
    #expect(try run().outputs == first.outputs && files() == [file])
    #expect(try TestFile.inode(of: folder + "/" + file) == written, "the file is not written again")
    #expect(try run { $0.packedFolder = nil }.outputs == first.outputs)
  }

  @Test("other weights, options, threads and models have files of their own")
  func keys() throws {
    var expected = 0
    let changes: [(inout RunRequest) -> Void] = [
      { _ in }, { $0.weights = .model(seed: 1) }, { $0.optimization = .exact }, { $0.threads = 1 },
    ]
    for change in changes {
      _ = try run(Self.model, change)
      expected += 1
      #expect(files().count == expected)
    }
    let other = Self.model.split(separator: "relu", omittingEmptySubsequences: false).joined(separator: "gelu")
    _ = try run(other)
    #expect(files().count == expected + 1)
  }

  @Test("a single changed weight changes the key")
  func singleWeight() throws {
    let graph = try Model(text: Self.model).validGraph()
    let kernels = try selectedKernels()
    let plan = try Model.plan(graph, PlanOptions(), kernels: kernels)
    let parameters = try ParameterStore(initializing: graph, seed: 1).tensors
    func store(_ parameters: [Tensor?]) throws {
      let packed = try #require(
        PackedWeights(plan, of: graph, .full, parameters: parameters, costs: kernels.vectors.costs, in: folder))
      #expect(packed.load() == nil)
      let bytes = sevens(plan.preparedByteCount)
      try packed.store(bytes)
      #expect(try #require(packed.load()).elements == bytes.elements)
    }
    try store(parameters)
    let weight = parameters[2]
    weight.pointer.assumingMemoryBound(to: Float.self)[17].negate()
    try store(parameters)
    #expect(files().count == 2)
  }

  @Test("a broken file counts as none, and is replaced")
  func broken() throws {
    let first = try run()
    let path = try folder + "/" + #require(files().first)
    let bytes = try TestFile.read(path)
    let breaks: [[UInt8]] = [
      [], Array(bytes.dropLast()), bytes + [0], [0] + bytes.dropFirst(), Array(bytes[..<100]) + [1] + bytes[101...],
      Array(bytes[..<8]), bytes.dropLast(100) + [bytes[bytes.count - 100] ^ 1] + bytes.suffix(99),
    ]
    for broken in breaks {
      try TestFile.write(broken, to: path)
      #expect(try run().outputs == first.outputs)
      #expect(try TestFile.read(path) == bytes)
    }
  }

  @Test("nothing is kept of runs that compute gradients or train")
  func gradients() throws {
    _ = try run { $0.backward = .sum }
    _ = try run { $0.mode = .training }
    #expect(files() == [])
  }

  @Test("a folder that cannot be written is a note")
  func unwritable() throws {
    try TestFile.write([], to: folder)
    let expected = try run { $0.packedFolder = nil }
    let result = try run()
    #expect(result.outputs == expected.outputs)
    #expect(result.notes.contains { $0.hasPrefix("the packed weights are not kept: cannot write '\(folder)") })
  }

  @Test("files that were not used for long go where there are too many bytes")
  func limit() throws {
    try FolderPath.make(for: folder + "/x")
    let day = 24 * 60 * 60
    for (name, age) in [
      ("a.packed", 30), ("b.packed", 10), ("c.packed", 20), (".cnnc-1-1.tmp", 2 * day), (".cnnc-1-2.tmp", 60),
    ] {
      try TestFile.write([UInt8](repeating: 0, count: 1000), to: folder + "/" + name)
      let used = timeval(tv_sec: time(nil) - age, tv_usec: 0)
      #expect(utimes(folder + "/" + name, [used, used]) == 0)
    }
    let graph = try Model(text: Self.model).validGraph()
    let kernels = try selectedKernels()
    let plan = try Model.plan(graph, PlanOptions(), kernels: kernels)
    let parameters = try ParameterStore(initializing: graph, seed: 1).tensors
    let packed = try #require(
      PackedWeights(plan, of: graph, .full, parameters: parameters, costs: kernels.vectors.costs, in: folder))
    try packed.store(sevens(plan.preparedByteCount), limit: 2500)
    #expect(packed.load() != nil)
    #expect(files().filter { $0.count == 8 } == ["b.packed", "c.packed"])
    #expect(try FolderPath.names(in: folder).filter { $0.hasSuffix(".tmp") } == [".cnnc-1-2.tmp"])
  }

  @Test("the command keeps them in the cache folder, for inference alone")
  func command() throws {
    let cache = try TestFile.makeTemporaryFolder()
    func run(_ arguments: String...) throws -> CommandRun {
      try CommandRun.cnnc(["run", "models/digits.yaml"] + arguments, environment: ["XDG_CACHE_HOME": cache])
    }
    let results = try (0..<2).map { _ in try run("--cache-weights") }
    #expect(results[0].status == 0 && results[1].status == 0 && results[0].text == results[1].text)
    #expect(TestFile.names(in: cache + "/cnnc/packed").count == 1)
    var information = stat()
    #expect(stat(cache + "/cnnc/packed", &information) == 0 && information.st_mode & 0o777 == 0o700)
    for other in ["--backward", "--mode=training", "--tile=8"] {
      #expect(try run("--cache-weights", other).status == 2)
    }
    let homeless = try CommandRun.cnnc(
      ["run", "models/digits.yaml", "--cache-weights"], environment: ["XDG_CACHE_HOME": "", "HOME": ""])
    #expect(homeless.status == 3 && homeless.errors.contains("there is no cache folder"))
  }
}

extension TensorStorage {
  fileprivate var elements: [UInt8] {
    withExtendedLifetime(self) { Array(UnsafeRawBufferPointer(start: pointer, count: byteCount)) }
  }
}
