import Formats
import Glibc
import Tensors
import Testing

/// Files that are damaged at random are read or refused, but never trap.
///
/// Every file is made from a seed, so that a failure can be repeated; `CNNC_FUZZ_COUNT` sets how many there are.
@Suite struct DataFileFuzzTests {
  private static let count = getenv("CNNC_FUZZ_COUNT").flatMap { Int(String(cString: $0)) } ?? 2000

  @Test("Mutated safetensors files")
  func safetensors() throws {
    try mutate(
      ["types.safetensors"], words: ["[0,", "-1", "1e3", "{", "}", "\"F32\"", "9223372036854775807", "\\u0000"]
    ) {
      try Safetensors.decode($0).entries.map(\.tensor)
    }
  }

  @Test("Mutated npy files")
  func npy() throws {
    let names = ["lf4.npy", "bf8.npy", "fortran.npy", "scalar.npy", "version2.npy", "ni1.npy", "object.npy"]
    try mutate(names, words: ["(", ",)", "True", "'|i1'", "'>f8'", "4611686018427387904", "0L", "'"]) {
      [try NPY.decode($0, 0..<$0.byteCount)]
    }
  }

  @Test("Mutated npz files")
  func npz() throws {
    try mutate(
      ["stored.npz", "deflated.npz"], words: ["PK\u{1}\u{2}", "PK\u{3}\u{4}", "PK\u{5}\u{6}", "PK\u{6}\u{7}", ".npy"]
    ) {
      try NPZ.decode($0).entries.map(\.tensor)
    }
  }

  @Test("Mutated JSON texts")
  func json() throws {
    let seed = Array(#"{"a":[1,-2.5e3,"é\ud83d\ude00\n",true,null],"b":{"c":[[],{}]}}"#.utf8)
    var accepted = 0
    for number in 0..<DataFileFuzzTests.count {
      var mutator = Mutator(seed: UInt64(number), words: ["[", "{\"a\":", "\\u", "1e999", "\"", "\u{FF}"])
      if let value = try? JSON(parsing: mutator.mutated(seed)) {
        accepted += 1
        #expect(try JSON(parsing: value.serialized()) == value)
      }
    }
    #expect(accepted < DataFileFuzzTests.count)
  }

  /// Reads mutated fixtures, and every byte of what is accepted.
  private func mutate(
    _ names: [String], words: [String], _ read: (TensorStorage) throws -> [Tensor]
  ) throws {
    let seeds = try names.map { try Fixture.bytes($0) }
    var accepted = 0
    for number in 0..<DataFileFuzzTests.count {
      var mutator = Mutator(seed: UInt64(number), words: words)
      let storage = TensorStorage(bytes: mutator.mutated(seeds[number % seeds.count]))
      guard let tensors = try? read(storage) else { continue }
      accepted += 1
      for tensor in tensors {
        #expect(tensor.byteOffset + tensor.byteCount <= tensor.storage.byteCount)
        _ = tensor.bytes.reduce(0) { $0 &+ Int($1) }
      }
    }
    #expect(accepted < DataFileFuzzTests.count)
  }
}

/// Changes bytes at random places, mostly among the first, where headers are.
private struct Mutator {
  let stream: RandomStream
  let words: [[UInt8]]
  var draws = 0

  init(seed: UInt64, words: [String]) {
    stream = RandomStream(seed: seed, name: "mutation")
    self.words = words.map { Array($0.utf8) }
  }

  mutating func mutated(_ original: [UInt8]) -> [UInt8] {
    var bytes = original
    for _ in 0...next(4) {
      if bytes.isEmpty { return bytes }
      let place = next(next(2) == 0 ? min(bytes.count, 160) : bytes.count)
      switch next(7) {
      case 0: bytes[place] = UInt8(truncatingIfNeeded: next(256))
      case 1: bytes[place] ^= 1 << UInt8(next(8))
      case 2: bytes.insert(UInt8(truncatingIfNeeded: next(256)), at: place)
      case 3: bytes.removeSubrange(place..<min(place + 1 + next(8), bytes.count))
      case 4: bytes.removeLast(next(bytes.count))
      case 5:
        let word = words[next(words.count)]
        bytes.replaceSubrange(place..<min(place + word.count, bytes.count), with: word)
      default:
        let other = next(bytes.count)
        bytes.insert(contentsOf: Array(bytes[min(place, other)..<max(place, other)]), at: place)
      }
    }
    return bytes
  }

  /// A number from 0 below the limit.
  private mutating func next(_ limit: Int) -> Int {
    draws += 1
    return Int(stream.word(draws) % UInt64(limit))
  }
}
