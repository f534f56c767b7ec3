import Formats
import Tensors
import TestSupport
import Testing

/// The files that `run` reads and writes.
@Suite struct RunFilesTests {
  private static let digits = ["run", "models/digits.yaml", "--threads", "1"]
  private static let image = "models/digits/digit-5.bin"

  private func run(_ arguments: [String]) throws -> CommandRun {
    let run = try CommandRun.cnnc(arguments, environment: ["CNNC_KERNELS": "baseline"])
    try #require(run.status == 0, "\(run.errors)")
    return run
  }

  @Test("the first output goes to .npy and .bin in its shape, all of them by name to .npz and .safetensors")
  func outputs() throws {
    let folder = try TestFile.makeTemporaryFolder()
    for name in ["out.npy", "out.bin", "out.npz", "out.safetensors"] {
      _ = try run(Self.digits + ["--input", Self.image, "--output", "\(folder)/\(name)"])
    }
    let scores = try NPY.read(folder + "/out.npy")
    #expect(scores.sizes == [1, 10])
    #expect(try TestFile.read(folder + "/out.bin") == Array(scores.bytes))
    #expect(try NPZ.read(folder + "/out.npz")["fc"]?.floats == scores.floats)
    #expect(try Safetensors.read(folder + "/out.safetensors")["fc"]?.floats == scores.floats)
  }

  @Test("gradients are written for every parameter and input, those of the sum by default")
  func gradients() throws {
    let path = try TestFile.makeTemporaryFolder() + "/g.safetensors"
    _ = try run(Self.digits + ["--input", Self.image, "--backward", "--gradients", path])
    let gradients = try Safetensors.read(path)
    #expect(gradients["fc.bias"]?.floats == [Float](repeating: 1, count: 10))
    #expect(gradients["conv1.weight"]?.sizes == [16, 1, 3, 3])
    #expect(gradients["input.input"]?.sizes == [1, 1, 8, 8])
    #expect(gradients["bn1.running_mean"] == nil)
  }

  @Test("with a target, gradients are those of the model's loss")
  func loss() throws {
    let folder = try TestFile.makeTemporaryFolder()
    let target = Tensor(zeros: [1], dtype: .int64)
    target.pointer.storeBytes(of: 5, as: Int64.self)
    try NPY.write(target, to: folder + "/target.npy")
    let path = folder + "/g.safetensors"
    let result = try run(
      Self.digits + [
        "--input", Self.image, "--backward", "--target", folder + "/target.npy", "--gradients", path, "--format",
        "json",
      ])
    let outputs = try #require(try JSON(parsing: result.output)["outputs"]?.elements)
    #expect(outputs.map { $0["name"] } == ["fc", "loss"])
    // The gradient of cross entropy by the scores is softmax minus one at the class: it sums to zero.
    let bias = try #require(try Safetensors.read(path)["fc.bias"]).floats
    #expect(abs(bias.reduce(0, +)) < 1e-6)
    #expect(bias.indices.min { bias[$0] < bias[$1] } == 5)
  }

  @Test("dumped layers go to files of their names")
  func dumps() throws {
    let folder = try TestFile.makeTemporaryFolder()
    _ = try run(
      Self.digits + [
        "--input", Self.image, "--dump", "conv1", "--dump", "fc", "--dump-dir", folder, "--format", "json",
      ])
    #expect(try NPY.read(folder + "/conv1.npy").sizes == [1, 16, 8, 8])
    #expect(try NPY.read(folder + "/fc.npy").sizes == [1, 10])
  }

  @Test("a profile has a row for each layer, and a trace an event for each step")
  func profile() throws {
    let trace = try TestFile.makeTemporaryFolder() + "/trace.json"
    let result = try run(Self.digits + ["--input", Self.image, "--repeat", "2", "--profile", "--trace", trace])
    for layer in ["conv1", "conv3", "fc", "total"] { #expect(result.text.contains("\n\(layer) "), "\(layer)") }
    #expect(result.errors.contains("median of 2"))
    let events = try #require(try JSON(parsing: try TestFile.read(trace))["traceEvents"]?.elements)
    #expect(events.contains { $0["name"] == "conv1" && ($0["dur"]?.double ?? 0) > 0 })
  }

  @Test("values that are not finite are said")
  func notFinite() throws {
    let path = try TestFile.makeTemporaryFolder() + "/nan.bin"
    try TestFile.write(Array(Tensor([Float](repeating: .nan, count: 64), sizes: [64]).bytes), to: path)
    let result = try run(Self.digits + ["--input", path])
    #expect(result.errors.contains("warning: 'fc' is not finite: 10 NaN of 10 values"))
  }

  @Test("the batch follows from the data, and every seed draws its own weights")
  func batchAndSeed() throws {
    let folder = try TestFile.makeTemporaryFolder()
    try NPY.write(Tensor(zeros: [3, 2, 8, 8]), to: folder + "/in.npy")
    let arguments = ["run", "Tests/Fixtures/cli/net.yaml", "--input", folder + "/in.npy", "--format", "json", "--seed"]
    let outputs = try ["1", "1", "2"].map { seed in
      try JSON(parsing: try run(arguments + [seed]).output)["outputs"]?.elements?.first
    }
    #expect(outputs[0]?["shape"] == [3, 3])
    #expect(outputs[0] == outputs[1] && outputs[0] != outputs[2])
  }

  @Test("results are the same for every number of threads")
  func threads() throws {
    let results = try ["1", "2", "3"].map { threads in
      try JSON(
        parsing: try run(
          ["run", "models/digits.yaml", "--input", Self.image, "--format", "json", "--threads", threads]
        ).output)["outputs"]
    }
    #expect(results[0] == results[1] && results[0] == results[2])
  }
}
