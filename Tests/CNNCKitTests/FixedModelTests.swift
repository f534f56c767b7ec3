import CNNCKit
import Diagnostics
import TestSupport
import Testing

/// What `check --fix` makes of files.
@Suite struct FixedModelTests {
  private static let slack = """
    cnnc: 1
    model: slack
    input: [N, 3, 8, 8]
    layers:
      - conv2d: {out_channels: 4, kernel_size: 3, stride: 2, padding: 1}
      - conv2d: {out_channels: 4, kernel_size: 3, stride: 2, paddng: 1}

    """

  @Test("safe fixes are made until none applies, also those that others uncover")
  func untilNoneApplies() {
    let fixed = FixedModel(Model(text: Self.slack), includingUnsafe: false)
    #expect(fixed.check.diagnostics.filter { $0.severity == .error } == [])
    #expect(fixed.text.contains("stride: 2, padding: [[1, 0], [1, 0]]}\n  - conv2d"))
    #expect(fixed.text.hasSuffix("stride: 2, padding: [[1, 0], [1, 0]]}\n"))
    #expect(fixed.changes.map(\.line) == [5, 6, 6])
    #expect(fixed.changes.map(\.code) == ["E0302", "E0401", "E0302"])
  }

  @Test("what changes the network needs to be allowed")
  func unsafe() {
    let text =
      "cnnc: 1\nmodel: m\ninput: [N, 3, 9, 9]\nlayers:\n  - conv2d: {out_channels: 4, kernel_size: 4, stride: 2}\n"
    let model = Model(text: text)
    #expect(!model.isValid)
    let careful = FixedModel(model, includingUnsafe: false)
    #expect(careful.changes.isEmpty && careful.text == text && careful.difference == "")
    let bold = FixedModel(model, includingUnsafe: true)
    #expect(bold.changes.count == 1 && bold.model.isValid)
    #expect(bold.difference.contains("\n-  - conv2d: {out_channels: 4, kernel_size: 4, stride: 2}\n+"))
  }

  @Test("files are rewritten, included ones only where they lie below the paths that are checked")
  func includes() throws {
    let folder = try TestFile.makeTemporaryFolder()
    let block = "blocks:\n  stem:\n    layers:\n      - conv2d: {out_channels: 4, kernel_size: 3, paddng: 1}\n"
    let root = "cnnc: 1\nmodel: m\ninclude: [parts/stem.yaml]\ninput: [N, 3, 8, 8]\nlayers:\n  - stem\n  - rellu\n"
    try TestFile.write(root, to: folder + "/net.yaml")
    try TestFile.write(block, to: folder + "/parts/stem.yaml")
    func fix(_ path: String) -> FixResults {
      FixRequest(options: ModelOptions(), includesUnsafe: true, writes: true, paths: [path]).fix(CheckTargets([path]))
    }
    let file = fix(folder + "/net.yaml")
    #expect(file.changes.map(\.line) == [7] && file.remaining.counts.errors == 1)
    #expect(try TestFile.text(folder + "/net.yaml") == root.replacing("rellu", with: "relu"))
    #expect(try TestFile.text(folder + "/parts/stem.yaml") == block)
    let tree = fix(folder)
    #expect(tree.changes.map(\.path) == [folder + "/parts/stem.yaml"] && tree.remaining.counts.errors == 0)
    #expect(try TestFile.text(folder + "/parts/stem.yaml") == block.replacing("paddng", with: "padding"))
  }

  @Test("nothing is written for a difference")
  func difference() throws {
    let path = try TestFile.makeTemporaryFolder() + "/net.yaml"
    try TestFile.write(Self.slack, to: path)
    let request = FixRequest(options: ModelOptions(), includesUnsafe: false, writes: false, paths: [path])
    let results = request.fix(CheckTargets([path]))
    #expect(results.differences.count == 1 && results.differences[0].hasPrefix("--- \(path)\n+++ \(path)\n@@ -2,5"))
    #expect(try TestFile.text(path) == Self.slack)
  }
}
