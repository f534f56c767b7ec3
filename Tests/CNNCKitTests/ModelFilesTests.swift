import CNNCKit
import Glibc
import TestSupport
import Testing

@Suite struct ModelFilesTests {
  @Test("a linked model reads its blocks beside the file itself, and a folder has it once")
  func links() throws {
    let folder = try TestFile.makeTemporaryFolder()
    for name in ["nets", "nets/blocks"] { try #require(mkdir(folder + "/" + name, 0o755) == 0) }
    let model = """
      cnnc: 1
      model: net
      input: [N, 4]
      include: [blocks/head.yaml]
      layers:
        - head
      """
    let head = """
      blocks:
        head:
          layers:
            - linear: 2
      """
    try TestFile.write(Array(model.utf8), to: folder + "/nets/net.yaml")
    try TestFile.write(Array(head.utf8), to: folder + "/nets/blocks/head.yaml")
    try #require(symlink("nets/net.yaml", folder + "/a.yaml") == 0)
    try #require(symlink("a.yaml", folder + "/b.yaml") == 0)
    for name in ["a.yaml", "b.yaml", "nets/net.yaml"] {
      #expect(try Model(contentsOf: folder + "/" + name).findings.map(\.text) == [])
    }
    #expect(try ModelFiles.find(folder) == [folder + "/nets/net.yaml"])
    #expect(try ModelFiles.find(folder + "/b.yaml") == [folder + "/b.yaml"])
  }

  @Test("a link to a model outside of the folder is one of its models")
  func outside() throws {
    let (folder, other) = (try TestFile.makeTemporaryFolder(), try TestFile.makeTemporaryFolder())
    try TestFile.write(Array("cnnc: 1\nmodel: net\ninput: [N]\nlayers: [relu]\n".utf8), to: other + "/net.yaml")
    for name in ["a.yaml", "b.yaml"] { try #require(symlink(other + "/net.yaml", folder + "/" + name) == 0) }
    #expect(try ModelFiles.find(folder) == [folder + "/a.yaml"])
  }

  @Test("what cannot be read in a folder is found, so that its reader reports it beside the others")
  func unreadable() throws {
    let folder = try TestFile.makeTemporaryFolder()
    try TestFile.write(Array("cnnc: 1\nmodel: net\ninput: [N]\nlayers: [relu]\n".utf8), to: folder + "/net.yaml")
    try #require(symlink("nowhere.yaml", folder + "/lost.yaml") == 0)
    #expect(try ModelFiles.find(folder) == [folder + "/lost.yaml", folder + "/net.yaml"])
  }
}
