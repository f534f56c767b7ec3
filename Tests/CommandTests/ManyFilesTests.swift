import Formats
import TestSupport
import Testing

/// Whole folders in one run.
@Suite struct ManyFilesTests {
  /// A folder of models, every third of them wrong.
  private func folder(_ count: Int) throws -> String {
    let folder = try TestFile.makeTemporaryFolder()
    for number in 0..<count {
      let layer = number % 3 == 0 ? "rleu" : "relu"
      try TestFile.write(
        "cnnc: 1\nmodel: m\(number)\ninput: [N, 8, 16, 16]\nlayers:\n"
          + String(repeating: "  - conv2d: {out_channels: 8, kernel_size: 3, padding: 1}\n", count: number % 7)
          + "  - \(layer)\n", to: "\(folder)/f\(number / 50)/m\(number).yaml")
    }
    return folder
  }

  @Test("findings stand in the order of the paths, whatever the number of threads", arguments: ["json", "sarif"])
  func order(_ format: String) throws {
    let folder = try folder(300)
    let runs = try ["1", "2", "7", "1000"].map {
      try CommandRun.cnnc(["check", "--format", format, "--jobs", $0, "."], folder: folder)
    }
    #expect(runs.allSatisfy { $0.status == 1 && $0.output == runs[0].output && $0.errors == "" })
    if format == "json" {
      let report = try JSON(parsing: runs[0].output)
      let paths = report["files"]?.elements?.compactMap { $0["path"]?.string } ?? []
      #expect(paths.count == 300 && paths == paths.sorted())
      #expect(report["summary"]?["errors"] == 100)
    }
  }

  @Test("a file that cannot be read keeps no other from being checked")
  func unreadable() throws {
    let folder = try folder(4)
    let paths = ["f0/m1.yaml", "f0/gone.yaml", "f0/m0.yaml", "f0/also-gone.yaml", "f0/m2.yaml"]
    let run = try CommandRun.cnnc(["check", "--format", "concise"] + paths, folder: folder)
    #expect(run.status == 3)
    let errors = run.text.split(separator: "\n").filter { $0.contains(": error[") }
    #expect(errors.count == 1 && errors[0].hasPrefix("f0/m0.yaml:5:5: error[E0201]"))
    #expect(
      run.errors == """
        error: cannot read 'f0/gone.yaml': no such file or directory
        error: cannot read 'f0/also-gone.yaml': no such file or directory

        """)
  }

  @Test("blocks inside each other as deep as the language allows are checked on every thread")
  func depth() throws {
    let folder = try TestFile.makeTemporaryFolder()
    var text = "cnnc: 1\nmodel: deep\ninput: [N, 8]\nlayers:\n"
    for level in 0..<60 { text += String(repeating: "  ", count: 2 * level + 1) + "- sequential:\n" }
    text += String(repeating: "  ", count: 121) + "- relu\n"
    for number in 0..<16 { try TestFile.write(text, to: "\(folder)/deep\(number).yaml") }
    let runs = try ["1", "8"].map { try CommandRun.cnnc(["check", "--format", "json", "--jobs", $0, folder]) }
    #expect(runs.allSatisfy { $0.status < 2 } && runs[0].output == runs[1].output)
  }
}
