import Diagnostics
import Formats
import Tensors
import TestSupport
import Testing

/// What is known of a weights file without reading its data.
@Suite struct WeightsFileTests {
  @Test("headers describe what reading gives", arguments: ["types.safetensors", "stored.npz", "deflated.npz"])
  func describe(_ name: String) throws {
    let path = Fixture.path(name)
    let read = try WeightsFile.read(path).entries.map {
      TensorDescription(name: $0.name, sizes: $0.tensor.sizes, dtype: $0.tensor.dtype)
    }
    #expect(try WeightsFile.describe(path) == read)
    #expect(!read.isEmpty)
  }

  @Test("data that is wrong is not looked at, but a file that is cut off is noticed")
  func cutOff() throws {
    let folder = try TestFile.makeTemporaryFolder()
    let tensors = TensorCollection([("a.weight", Tensor([Float](repeating: 3, count: 300), sizes: [3, 100]))])
    try Safetensors.write(tensors, to: folder + "/a.safetensors")
    try NPZ.write(tensors, to: folder + "/a.npz")
    for name in ["a.safetensors", "a.npz"] {
      var bytes = try TestFile.read("\(folder)/\(name)")
      let middle = try #require(bytes.firstRange(of: [0, 0, 0x40, 0x40] as [UInt8])).lowerBound
      bytes[middle + 40] ^= 0xFF
      try TestFile.write(bytes, to: "\(folder)/\(name)")
      #expect(try WeightsFile.describe("\(folder)/\(name)").map(\.sizes) == [[3, 100]])
      try TestFile.write(Array(bytes.dropLast(200)), to: "\(folder)/\(name)")
      #expect(throws: DataError.self) { try WeightsFile.describe("\(folder)/\(name)") }
    }
  }

  @Test("every cut and every changed byte of an archive's beginning gives an answer", arguments: 0..<40)
  func mutations(_ seed: Int) throws {
    let path = try TestFile.makeTemporaryFolder() + "/m.npz"
    var numbers = SeededNumbers(seed: UInt64(seed))
    var bytes = try TestFile.read(Fixture.path(seed % 2 == 0 ? "stored.npz" : "deflated.npz"))
    for _ in 0..<4 {
      let place = Int(numbers.next() % UInt64(bytes.count))
      bytes[place] = UInt8(truncatingIfNeeded: numbers.next())
    }
    if seed % 5 == 0 { bytes.removeLast(Int(numbers.next() % UInt64(bytes.count))) }
    try TestFile.write(bytes, to: path)
    let described = Result { () throws(DataError) in try WeightsFile.describe(path) }
    if case .failure(.file(let error)) = described { throw error }
    if let read = try? WeightsFile.read(path) { #expect(try described.get().map(\.name) == read.names) }
  }

  @Test("a pointer of Git LFS is not the file it stands for")
  func pointer() throws {
    let path = try TestFile.makeTemporaryFolder() + "/w.safetensors"
    try TestFile.write("version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 4\n", to: path)
    #expect(!WeightsFile.isPresent(path) && !WeightsFile.isPresent(path + ".gone"))
    #expect(WeightsFile.isPresent(Fixture.path("types.safetensors")))
    do {
      _ = try WeightsFile.describe(path)
      Issue.record("a pointer was read as weights")
    } catch {
      guard case .content(let problem) = error else { throw error }
      #expect(problem.code.id == "E0501" && problem.help == ["git lfs pull fetches the file"])
    }
  }

  @Test("only files with names are weights", arguments: ["w.npy", "w.bin", "w.pt", "w.PTH", "w"])
  func types(_ name: String) {
    do {
      _ = try WeightsFile.describe(name)
      Issue.record("'\(name)' was taken")
    } catch {
      guard case .content(let problem) = error else {
        Issue.record("\(error)")
        return
      }
      #expect(problem.code.id == "E0505")
      #expect(problem.help.isEmpty == !name.lowercased().contains(".pt"))
    }
  }
}
