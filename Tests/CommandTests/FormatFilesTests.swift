import Glibc
import TestSupport
import Testing

/// The files that `fmt` writes.
@Suite struct FormatFilesTests {
  private func identity(_ path: String) throws -> UInt {
    var information = stat()
    try #require(stat(path, &information) == 0)
    return UInt(information.st_ino)
  }

  @Test("a file is replaced through its link, once")
  func replaces() throws {
    let folder = try TestFile.makeTemporaryFolder()
    try TestFile.write("layers: [relu]\nmodel: m\n", to: folder + "/a.yaml")
    try #require(symlink("a.yaml", folder + "/b.yaml") == 0)
    let first = try CommandRun.cnnc(["fmt", folder + "/b.yaml"])
    #expect(first.status == 0)
    #expect(first.text == "laid out \(folder)/b.yaml\n")
    #expect(try TestFile.text(folder + "/a.yaml") == "model: m\n\nlayers: [relu]\n")
    #expect(TestFile.isLink(folder + "/b.yaml"))
    let written = try identity(folder + "/a.yaml")
    #expect(try CommandRun.cnnc(["fmt", folder + "/a.yaml"]).text == "")
    #expect(try identity(folder + "/a.yaml") == written)
  }

  @Test("a file that is not YAML stays as it is, and the others are laid out")
  func keepsBrokenFiles() throws {
    let folder = try TestFile.makeTemporaryFolder()
    try TestFile.write("model: [\n", to: folder + "/a.yaml")
    try TestFile.write("model:   m\n", to: folder + "/b.yaml")
    let run = try CommandRun.cnnc(["fmt", folder + "/a.yaml", folder + "/b.yaml"])
    #expect(run.status == 1)
    #expect(run.errors.contains("error[E0105]"))
    #expect(try TestFile.text(folder + "/a.yaml") == "model: [\n")
    #expect(try TestFile.text(folder + "/b.yaml") == "model: m\n")
  }

  @Test("every file of the zoo is canonical")
  func zoo() throws {
    let files = TestFile.files(below: Repository.root + "/models", withExtension: "yaml").map { "models/" + $0 }
    let run = try CommandRun.cnnc(["fmt", "--check"] + files)
    #expect(run.text == "")
    #expect(run.status == 0)
  }
}
