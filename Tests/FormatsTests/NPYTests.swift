import Formats
import Tensors
import TestSupport
import Testing

@Suite struct NPYTests {
  @Test(
    "Every element type and byte order of numpy is read",
    arguments: [
      ("lf4", DType.float32), ("bf4", .float32), ("lf8", .float64), ("bf8", .float64), ("lf2", .float16),
      ("bf2", .float16),
      ("li8", .int64), ("bi8", .int64), ("li4", .int32), ("bi4", .int32), ("ni1", .int32), ("fortran", .float32),
      ("version2", .float32), ("version3", .float32),
    ])
  func golden(name: String, dtype: DType) throws {
    let tensor = try NPY.read(Fixture.path(name + ".npy"))
    #expect(tensor.dtype == dtype)
    #expect(tensor.sizes == [2, 3])
    #expect(tensor.convertedToFloat32().floats == [-2, -1, 0, 1, 2, 3])
  }

  @Test("Bytes, booleans, scalars and empty arrays are read")
  func otherShapes() throws {
    #expect(try NPY.read(Fixture.path("nu1.npy")).convertedToFloat32().floats == [0, 1, 2])
    #expect(try NPY.read(Fixture.path("nb1.npy")).convertedToFloat32().floats == [1, 0])
    let scalar = try NPY.read(Fixture.path("scalar.npy"))
    #expect(scalar.sizes == [])
    #expect(scalar.floats == [3.5])
    #expect(try NPY.read(Fixture.path("empty.npy")).sizes == [0, 4])
  }

  @Test("Writing gives numpy's bytes", arguments: ["lf4", "lf8", "lf2", "li8", "li4", "nu1", "nb1", "scalar", "empty"])
  func writing(name: String) throws {
    let path = try TestFile.makeTemporaryFolder() + "/copy.npy"
    try NPY.write(NPY.read(Fixture.path(name + ".npy")), to: path)
    #expect(try TestFile.read(path) == Fixture.bytes(name + ".npy"))
  }

  @Test("bfloat16, which numpy has not, is written as float32")
  func bfloat16() throws {
    let path = try TestFile.makeTemporaryFolder() + "/brain.npy"
    let file = try Safetensors.read(Fixture.path("types.safetensors"))
    try NPY.write(try #require(file["brain"]), to: path)
    #expect(try NPY.read(path).floats == [-2, -1, 0, 1])
  }

  @Test("Fortran order is turned for three axes")
  func fortranOrder() throws {
    let header = "{'descr': '|u1', 'fortran_order': True, 'shape': (2, 3, 2), }\n"
    let tensor = try decode(header, data: Array(0..<12))
    #expect(tensor.convertedToFloat32().floats == [0, 6, 2, 8, 4, 10, 1, 7, 3, 9, 5, 11])
  }

  @Test("Headers of other writers are read: other quotes, order and spaces, and Python 2's integers")
  func otherWriters() throws {
    let header = #"{ "shape":(2L ,3L),"fortran_order":False , "descr" : "<f4"}"#
    #expect(try decode(header, data: [UInt8](repeating: 0, count: 24)).sizes == [2, 3])
  }

  @Test("Pickles, records and unknown types are refused by name")
  func refusedTypes() {
    for (name, words) in [("object", "pickled objects"), ("record", "records"), ("complex", "type '<c8'")] {
      let found = problem { () throws(DataError) in _ = try NPY.read(Fixture.path(name + ".npy")) }
      #expect(found?.code == .unsupportedElementType)
      #expect(found?.message.contains(words) == true)
    }
  }

  @Test(
    "Each broken rule is named",
    arguments: [
      ("{'descr': '<f4', 'fortran_order': False, 'shape': (1,), }", 3, NPYProblem.dataCutOff(needed: 4, available: 3)),
      ("{'descr': '<f4', 'fortran_order': False, 'shape': (1,), }", 5, .trailingBytes(1)),
      ("{'descr': '<f4', 'fortran_order': False, 'shape': (1), }", 4, .invalidHeader("',' at byte 52")),
      ("{'descr': '<f4', 'fortran_order': False, 'shape': (-1,), }", 4, .invalidHeader("a size at byte 51")),
      ("{'descr': '<f4', 'fortran_order': 0, 'shape': (1,), }", 4, .invalidHeader("True or False at byte 34")),
      ("{'descr': '<f4', 'fortran_order': False}", 4, .invalidHeader("each of descr, fortran_order and shape once")),
      ("{'descr': '<f4', 'descr': '<f4'}", 4, .invalidHeader("each of descr, fortran_order and shape once")),
      ("{'x': '<f4'}", 4, .invalidHeader("each of descr, fortran_order and shape once")),
      ("{'descr': '<f4', 'fortran_order': False, 'shape': (1,)} x", 4, .invalidHeader("nothing after '}'")),
      ("{'descr': 'f4', 'fortran_order': False, 'shape': (1,)}", 4, .invalidHeader("a type such as '<f4'")),
      ("{'descr': '|f4', 'fortran_order': False, 'shape': (1,)}", 4, .invalidHeader("a byte order, '<' or '>'")),
      ("{'descr': '<f4', 'fortran_order': False, 'shape': (99999999999999999999,)}", 4, .tooManyElements),
      ("{'descr': '<f4', 'fortran_order': False, 'shape': (4611686018427387904, 4)}", 4, .tooManyElements),
      ("[1]", 0, .invalidHeader("'{' at byte 0")),
    ])
  func rules(header: String, dataCount: Int, expected: NPYProblem) {
    #expect(throws: expected) { try decode(header, data: [UInt8](repeating: 0, count: dataCount)) }
  }

  @Test("Signatures, versions and header lengths are checked")
  func preamble() {
    func check(_ bytes: [UInt8], _ expected: NPYProblem) {
      #expect(throws: expected) { try NPY.decode(TensorStorage(bytes: bytes), 0..<bytes.count) }
    }
    let signature: [UInt8] = [0x93] + Array("NUMPY".utf8)
    check([1, 2, 3], .notNPY)
    check(signature + [1, 1, 0, 0], .unsupportedVersion(major: 1, minor: 1))
    check(signature + [1, 0, 9, 0], .headerCutOff)
    check(signature + [2, 0, 9, 0], .headerCutOff)
    check(signature + [2, 0, 0, 0, 1, 0], .headerTooLong(65_536))
  }

  private func decode(_ header: String, data: [UInt8]) throws(NPYProblem) -> Tensor {
    let bytes = [0x93] + Array("NUMPY".utf8) + [1, 0, UInt8(header.utf8.count), 0] + Array(header.utf8) + data
    return try NPY.decode(TensorStorage(bytes: bytes), 0..<bytes.count)
  }
}
