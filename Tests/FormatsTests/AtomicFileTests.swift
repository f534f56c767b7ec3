import Formats
import Glibc
import TestSupport
import Testing

@Suite struct AtomicFileTests {
  @Test("A file is written whole, in pieces small and large")
  func writing() throws {
    let path = try TestFile.makeTemporaryFolder() + "/data"
    let large = [UInt8](repeating: 7, count: 1 << 20)
    try AtomicFile.write(to: path) { (file: inout AtomicFile) throws(FileError) in
      try file.append([1, 2])
      var failure: FileError?
      large.withUnsafeBytes { bytes in
        do throws(FileError) { try file.append(bytes) } catch { failure = error }
      }
      if let failure { throw failure }
      try file.append([3])
    }
    #expect(try TestFile.read(path) == [1, 2] + large + [3])
  }

  @Test("A failure leaves the old file and no temporary one")
  func failure() throws {
    let folder = try TestFile.makeTemporaryFolder()
    try TestFile.write([1], to: folder + "/data")
    let expected = FileError(.write, "x", .notRegularFile)
    #expect(throws: expected) {
      try AtomicFile.write(to: folder + "/data") { (file: inout AtomicFile) throws(FileError) in
        try file.append([2])
        throw expected
      }
    }
    #expect(try TestFile.read(folder + "/data") == [1])
    #expect(TestFile.names(in: folder) == ["data"])
  }

  @Test("A link stays a link to the file that is replaced")
  func link() throws {
    let folder = try TestFile.makeTemporaryFolder()
    try TestFile.write([1], to: folder + "/data")
    #expect(symlink("data", folder + "/link") == 0)
    try AtomicFile.write([2], to: folder + "/link")
    #expect(try TestFile.read(folder + "/data") == [2])
    var information = stat()
    #expect(lstat(folder + "/link", &information) == 0 && information.st_mode & S_IFMT == S_IFLNK)
  }

  @Test("Missing folders, folders and devices are file errors")
  func fileErrors() throws {
    let folder = try TestFile.makeTemporaryFolder()
    #expect(throws: FileError(.write, folder + "/no/x", .system(ENOENT))) {
      try AtomicFile.write([], to: folder + "/no/x")
    }
    #expect(throws: FileError(.write, folder, .system(EISDIR))) { try AtomicFile.write([], to: folder) }
    #expect(throws: FileError(.write, "/dev/null", .notRegularFile)) { try AtomicFile.write([], to: "/dev/null") }
    #expect(throws: FileError(.write, "a\0b", .system(ENOENT))) { try AtomicFile.write([], to: "a\0b") }
  }
}
