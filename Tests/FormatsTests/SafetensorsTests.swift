import Formats
import Tensors
import TestSupport
import Testing

@Suite struct SafetensorsTests {
  private static let names = [
    "count", "double", "a\"\\é", "empty", "layer.weight", "index", "brain", "half", "bytes", "flags",
  ]

  @Test("A file of the reference implementation gives every element type, shape and value")
  func golden() throws {
    let file = try Safetensors.read(Fixture.path("types.safetensors"))
    #expect(file.names == SafetensorsTests.names)
    #expect(file.metadata == ["format": "pt"])
    func check(_ name: String, _ dtype: DType, _ sizes: [Int], _ values: [Float]) {
      #expect(file[name]?.dtype == dtype)
      #expect(file[name]?.sizes == sizes)
      #expect(file[name]?.convertedToFloat32().floats == values)
    }
    check("layer.weight", .float32, [2, 3], [-2, -1, 0, 1, 2, 3])
    check("half", .float16, [5], [-2, -1, 0, 1, 2])
    check("brain", .bfloat16, [2, 2], [-2, -1, 0, 1])
    check("double", .float64, [3], [-2, -1, 0])
    check("count", .int64, [], [7])
    check("index", .int32, [3, 1], [-2, -1, 0])
    check("bytes", .uint8, [3], [0, 1, 2])
    check("flags", .bool, [2], [1, 0])
    check("empty", .float32, [0, 4], [])
    check("a\"\\é", .float32, [1], [-2])
    #expect(file["count"]?.convertedToInt64()?.integers == [7])
    #expect(file["index"]?.convertedToInt64()?.integers == [-2, -1, 0])
    #expect(file["half"]?.convertedToInt64() == nil)
  }

  @Test("Writing gives the bytes of the reference implementation, whatever the order of the tensors")
  func writing() throws {
    let file = try Safetensors.read(Fixture.path("types.safetensors"))
    let path = try TestFile.makeTemporaryFolder() + "/copy.safetensors"
    let reversed = file.entries.reversed().map { (name: $0.name, tensor: $0.tensor) }
    try Safetensors.write(TensorCollection(reversed, metadata: file.metadata), to: path)
    #expect(try TestFile.read(path) == Fixture.bytes("types.safetensors"))
  }

  @Test("A file can be replaced by tensors that view it")
  func replacing() throws {
    let path = try TestFile.makeTemporaryFolder() + "/weights.safetensors"
    try Safetensors.write(
      TensorCollection([("a", Tensor([1, 2], sizes: [2])), ("b", Tensor([3], sizes: [1]))]), to: path)
    let first = try Safetensors.read(path)
    try Safetensors.write(TensorCollection([("a", try #require(first["b"]))]), to: path)
    #expect(try Safetensors.read(path)["a"]?.floats == [3])
    #expect(first["a"]?.floats == [1, 2])
  }

  @Test("Data and headers that are not aligned are read by copying")
  func unaligned() throws {
    let header =
      #"{"b":{"dtype":"U8","shape":[1],"data_offsets":[0,1]},"a":{"dtype":"F32","shape":[1],"data_offsets":[1,5]}}"#
    let file = try Safetensors.decode(.safetensors(header, data: [9, 0, 0, 128, 63]))
    #expect(file["a"]?.floats == [1])
    #expect(file.names == ["b", "a"])
  }

  @Test("What the reference implementation accepts beyond is accepted: no tensors, unknown keys, spaces at the end")
  func tolerance() throws {
    #expect(try Safetensors.decode(.safetensors("{}")).entries.isEmpty)
    let header = #"{"a":{"dtype":"F32","shape":[],"data_offsets":[0,4],"note":[1]}}   "#
    #expect(try Safetensors.decode(.safetensors(header, data: [0, 0, 0, 0]))["a"]?.sizes == [])
  }

  @Test(
    "Each broken rule is named",
    arguments: [
      (#" {"a":1}"#, 0, SafetensorsProblem.noOpeningBrace(0x20)),
      ("", 0, .noOpeningBrace(nil)),
      (#"{"__metadata__":1}"#, 0, .metadataNotStrings(key: nil)),
      (#"{"__metadata__":{"k":1}}"#, 0, .metadataNotStrings(key: "k")),
      (#"{"a\u0007":{}}"#, 0, .unprintableName("a\u{7}")),
      (#"{"a":[1]}"#, 0, .notATensor("a")),
      (#"{"a":{"dtype":"F32","shape":[1]}}"#, 4, .notATensor("a")),
      (#"{"a":{"dtype":"F33","shape":[1],"data_offsets":[0,4]}}"#, 4, .unknownElementType(tensor: "a", type: "F33")),
      (
        #"{"a":{"dtype":"F8_E4M3","shape":[1],"data_offsets":[0,1]}}"#, 1,
        .unsupportedElementType(tensor: "a", type: "F8_E4M3")
      ),
      (#"{"a":{"dtype":"F32","shape":[1.0],"data_offsets":[0,4]}}"#, 4, .invalidSizes(tensor: "a")),
      (#"{"a":{"dtype":"F32","shape":[-1],"data_offsets":[0,4]}}"#, 4, .invalidSizes(tensor: "a")),
      (#"{"a":{"dtype":"F32","shape":4,"data_offsets":[0,4]}}"#, 4, .invalidSizes(tensor: "a")),
      (
        #"{"a":{"dtype":"F32","shape":[4611686018427387904,2],"data_offsets":[0,4]}}"#, 4, .tooManyElements(tensor: "a")
      ),
      (
        #"{"a":{"dtype":"F32","shape":[0,4611686018427387904,8],"data_offsets":[0,0]}}"#, 0,
        .tooManyElements(tensor: "a")
      ),
      (#"{"a":{"dtype":"F32","shape":[1],"data_offsets":[4,0]}}"#, 4, .invalidOffsets(tensor: "a")),
      (#"{"a":{"dtype":"F32","shape":[1],"data_offsets":[0]}}"#, 4, .invalidOffsets(tensor: "a")),
      (
        #"{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,8]}}"#, 8, .wrongByteCount(tensor: "a", needed: 4, given: 8)
      ),
      (#"{"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}"#, 8, .misplaced(tensor: "a", begin: 4, expected: 0)),
      (
        #"{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"b":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}"#,
        4,
        .misplaced(tensor: "b", begin: 0, expected: 4)
      ),
      (#"{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}"#, 3, .dataCutOff(needed: 4, available: 3)),
      (#"{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}"#, 5, .trailingBytes(1)),
    ])
  func rules(header: String, dataCount: Int, expected: SafetensorsProblem) {
    let storage = TensorStorage.safetensors(header, data: [UInt8](repeating: 0, count: dataCount))
    #expect(throws: expected) { try Safetensors.decode(storage) }
  }

  @Test("Keys that occur twice are refused, for tensors, metadata and fields alike")
  func duplicates() {
    for header in [
      #"{"a":{},"a":{}}"#, #"{"__metadata__":{},"__metadata__":{}}"#, #"{"a":{"dtype":"F32","dtype":"F32"}}"#,
    ] {
      let error = #expect(throws: SafetensorsProblem.self) { try Safetensors.decode(.safetensors(header)) }
      guard case .invalidJSON(let reason) = error, case .duplicateKey = reason.problem else {
        Issue.record("\(header) gives \(String(describing: error))")
        continue
      }
    }
  }

  @Test("Lengths that are too large, or longer than the file, are refused before anything is read")
  func lengths() {
    #expect(throws: SafetensorsProblem.noLength(fileSize: 3)) {
      try Safetensors.decode(TensorStorage(bytes: [1, 2, 3]))
    }
    let huge = TensorStorage(bytes: [UInt8](repeating: 0xFF, count: 16))
    #expect(throws: SafetensorsProblem.headerTooLong(.max)) { try Safetensors.decode(huge) }
    let cut = TensorStorage(bytes: [9, 0, 0, 0, 0, 0, 0, 0, 0x7B])
    #expect(throws: SafetensorsProblem.headerCutOff(length: 9, available: 1)) { try Safetensors.decode(cut) }
  }

  @Test("A problem names the file, the rule and the numbers, with control characters made visible")
  func message() throws {
    let path = try TestFile.makeTemporaryFolder() + "/w.safetensors"
    try TestFile.write([1, 2, 3], to: path)
    let short = problem { () throws(DataError) in _ = try Safetensors.read(path) }
    #expect(short?.message == "'\(path)' must begin with a header length of 8 bytes: it has 3")
    let length = UInt8(#"{"\u001b":{}}"#.utf8.count)
    try TestFile.write([length, 0, 0, 0, 0, 0, 0, 0] + Array(#"{"\u001b":{}}"#.utf8), to: path)
    let control = problem { () throws(DataError) in _ = try Safetensors.read(path) }
    #expect(control?.message == "'\(path)' must name tensors without control characters: '\\u{1b}' has one")
  }
}

extension TensorStorage {
  /// A safetensors file of a header and data.
  static func safetensors(_ header: String, data: [UInt8] = []) -> TensorStorage {
    let text = Array(header.utf8)
    return TensorStorage(bytes: [UInt8(text.count & 0xFF), UInt8(text.count >> 8), 0, 0, 0, 0, 0, 0] + text + data)
  }
}
