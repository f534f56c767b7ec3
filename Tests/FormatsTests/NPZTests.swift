import Formats
import Tensors
import TestSupport
import Testing

@Suite struct NPZTests {
  @Test("Archives of numpy are read, stored and deflated", arguments: ["stored.npz", "deflated.npz"])
  func golden(name: String) throws {
    let file = try NPZ.read(Fixture.path(name))
    #expect(file.names == ["image", "mask"])
    #expect(file["image"]?.sizes == [2, 3])
    #expect(file["image"]?.floats == [-2, -1, 0, 1, 2, 3])
    #expect(file["mask"]?.integers == [0, 1, 2])
  }

  @Test("Writing gives numpy's bytes")
  func writing() throws {
    let path = try TestFile.makeTemporaryFolder() + "/copy.npz"
    try NPZ.write(NPZ.read(Fixture.path("deflated.npz")), to: path)
    #expect(try TestFile.read(path) == Fixture.bytes("stored.npz"))
  }

  @Test("Names beyond ASCII and empty archives survive the way there and back")
  func roundTrip() throws {
    let path = try TestFile.makeTemporaryFolder() + "/x.npz"
    try NPZ.write(TensorCollection([("größe.0", Tensor([1], sizes: [1]))]), to: path)
    #expect(try NPZ.read(path)["größe.0"]?.floats == [1])
    try NPZ.write(TensorCollection([]), to: path)
    #expect(try NPZ.read(path).entries.isEmpty)
  }

  @Test("Directory sizes and offsets in zip64 fields are read")
  func zip64() throws {
    var bytes = try Fixture.bytes("stored.npz")
    let directory = try offset(of: [0x50, 0x4B, 1, 2], in: bytes)
    // The first entry moves its three numbers to an extra field of 24 bytes.
    let numbers = Array(bytes[directory + 20..<directory + 28]) + Array(bytes[directory + 42..<directory + 46])
    for place in [20, 24, 42] {
      bytes.replaceSubrange(directory + place..<directory + place + 4, with: [255, 255, 255, 255])
    }
    bytes[directory + 30] = 28
    var wide: [UInt8] = [1, 0, 24, 0]
    for place in [4, 0, 8] { wide += numbers[place..<place + 4] + [0, 0, 0, 0] }
    bytes.insert(contentsOf: wide, at: directory + 46 + 9)
    #expect(try decode(bytes)["image"]?.floats == [-2, -1, 0, 1, 2, 3])
    // The end record refers to a zip64 one before it.
    let end = try offset(of: [0x50, 0x4B, 5, 6], in: bytes)
    let count = Array(bytes[end + 10..<end + 12]) + [0, 0, 0, 0, 0, 0]
    let place = Array(bytes[end + 16..<end + 20]) + [0, 0, 0, 0]
    let size = [UInt8](repeating: 0, count: 8)
    let head: [UInt8] = [0x50, 0x4B, 6, 6, 44, 0, 0, 0, 0, 0, 0, 0, 45, 0, 45, 0, 0, 0, 0, 0, 0, 0, 0, 0]
    let locator = [0x50, 0x4B, 6, 7, 0, 0, 0, 0, UInt8(end & 255), UInt8(end >> 8), 0, 0, 0, 0, 0, 0, 1, 0, 0, 0]
    bytes.replaceSubrange(end + 16..<end + 20, with: [255, 255, 255, 255])
    bytes.insert(contentsOf: head + count + count + size + place + locator, at: end)
    #expect(try decode(bytes)["mask"]?.integers == [0, 1, 2])
  }

  @Test("Each broken rule is named")
  func rules() throws {
    let stored = try Fixture.bytes("stored.npz")
    let deflated = try Fixture.bytes("deflated.npz")
    let directory = try offset(of: [0x50, 0x4B, 1, 2], in: stored)
    let second = try offset(of: [0x50, 0x4B, 1, 2], in: stored, after: directory + 1)
    func check(_ expected: ZIPProblem, _ original: [UInt8], _ change: (inout [UInt8]) -> Void) {
      var bytes = original
      change(&bytes)
      #expect(throws: expected) { try decode(bytes) }
    }
    check(.noEndRecord, stored) { $0.removeLast() }
    check(.noEndRecord, []) { _ in }
    check(.brokenDirectory, stored) { $0[directory] = 0 }
    check(.encrypted("image.npy"), stored) { $0[directory + 8] = 1 }
    check(.unsupportedMethod("image.npy", method: 12), stored) { $0[directory + 10] = 12 }
    check(.wrongSize("image.npy", size: 153), stored) { $0[directory + 24] += 1 }
    check(.brokenEntry("image.npy"), stored) { $0[directory + 42] = 1 }
    check(.brokenEntry("image.npx"), stored) { $0[directory + 46 + 8] = UInt8(ascii: "x") }
    check(.unprintableName, stored) { $0[directory + 46] = 7 }
    check(.wrongChecksum("image"), stored) { $0[100] ^= 1 }
    check(.wrongChecksum("mask"), stored) { $0[second + 16] ^= 1 }
    let central = try offset(of: [0x50, 0x4B, 1, 2], in: deflated)
    check(.brokenDeflate("image"), deflated) { $0[central + 24] += 1 }
    check(.brokenDeflate("image"), deflated) { $0[central + 27] = 0x7F }
    check(.overlappingEntries("mask.npy"), stored) {
      // The first entry claims the bytes of the second.
      $0[directory + 20] = 200
      $0[directory + 24] = 200
    }
    check(.notAnArray("image.npx"), stored) {
      $0[directory + 46 + 8] = UInt8(ascii: "x")
      $0[30 + 8] = UInt8(ascii: "x")
    }
  }

  @Test("Two entries of one name are refused")
  func duplicate() throws {
    let path = try TestFile.makeTemporaryFolder() + "/x.npz"
    let tensor = Tensor([1], sizes: [1])
    try NPZ.write(TensorCollection([("a", tensor), ("a", tensor)]), to: path)
    let found = problem { () throws(DataError) in _ = try NPZ.read(path) }
    #expect(found?.message == "'\(path)' must not hold two entries of one name: 'a.npy'")
  }

  private func decode(_ bytes: [UInt8]) throws(ZIPProblem) -> TensorCollection {
    try NPZ.decode(TensorStorage(bytes: bytes))
  }

  private func offset(of pattern: [UInt8], in bytes: [UInt8], after start: Int = 0) throws -> Int {
    try #require((start..<bytes.count - 3).first { Array(bytes[$0..<$0 + 4]) == pattern })
  }
}
