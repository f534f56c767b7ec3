import Formats
import Glibc
import Tensors
import TestSupport
import Testing

@Suite struct InputFileTests {
  @Test("Missing files, folders and devices are file errors with the words of the system")
  func fileErrors() throws {
    let folder = try TestFile.makeTemporaryFolder()
    let error = #expect(throws: FileError.self) { try InputFile.read(folder + "/x") }
    #expect(error?.description == "cannot read '\(folder)/x': no such file or directory")
    #expect(throws: FileError(.read, folder, .system(EISDIR))) { try InputFile.map(folder) }
    #expect(throws: FileError(.read, "/dev/zero", .notRegularFile)) { try InputFile.map("/dev/zero") }
    #expect(throws: FileError(.read, "a\0b", .system(ENOENT))) { try InputFile.read("a\0b") }
  }

  @Test("A mapped file can be written to without changing the file")
  func privateMapping() throws {
    let path = try TestFile.makeTemporaryFolder() + "/data"
    try TestFile.write([1, 2, 3], to: path)
    let storage = try InputFile.map(path)
    storage.pointer.storeBytes(of: 9, as: UInt8.self)
    #expect(storage.byteCount == 3)
    #expect(try InputFile.read(path) == [1, 2, 3])
    try TestFile.write([], to: path)
    #expect(try InputFile.map(path).byteCount == 0)
  }
}
