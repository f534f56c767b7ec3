import Formats
import TestSupport
import Testing

/// What programs read: exact keys and types.
@Suite struct JSONContractTests {
  private func json(_ arguments: String...) throws -> JSON {
    let run = try CommandRun.cnnc(arguments, environment: ["CNNC_KERNELS": "baseline"])
    #expect(run.output.last == UInt8(ascii: "\n"))
    return try JSON(parsing: run.output)
  }

  private func keys(_ value: JSON?) -> [String]? { value?.members?.map(\.key) }

  @Test("check")
  func check() throws {
    let report = try json("check", "--format", "json", "Tests/Fixtures/cli/broken.yaml", "Tests/Fixtures/cli/net.yaml")
    #expect(keys(report) == ["version", "files", "summary"])
    #expect(report["version"] == 1)
    #expect(report["summary"] == ["errors": 6, "warnings": 0, "notes": 0])
    let files = try #require(report["files"]?.elements)
    #expect(files.map { $0["ok"]?.bool } == [false, true])
    #expect(keys(files[0]) == ["path", "ok", "accepts", "diagnostics"])
    #expect(files[1]["diagnostics"] == [])
    let diagnostic = try #require(files[0]["diagnostics"]?.elements?[1])
    #expect(
      keys(diagnostic) == [
        "code", "name", "severity", "message", "layer", "span", "labels", "notes", "help", "fixes",
      ])
    #expect(diagnostic["layer"] == "mix" && diagnostic["severity"] == "error")
    #expect(diagnostic["span"] == ["line": 7, "column": 79, "end_line": 7, "end_column": 80])
    #expect(keys(diagnostic["labels"]?.elements?.first) == ["message", "span"])
    let fix = try #require(diagnostic["fixes"]?.elements?.first)
    #expect(keys(fix) == ["title", "safety", "edits"])
    #expect(fix["safety"] == "unsafe")
    #expect(fix["edits"]?.elements?[0]["text"] == "4")
    #expect(keys(fix["edits"]?.elements?[0]["span"]) == ["line", "column", "end_line", "end_column"])
  }

  @Test("a span of another source names it")
  func otherSource() throws {
    let report = try json("check", "--format", "json", "--set", "clases=2", "Tests/Fixtures/cli/net.yaml")
    let span = report["files"]?.elements?[0]["diagnostics"]?.elements?[0]["span"]
    #expect(span == ["line": 1, "column": 1, "end_line": 1, "end_column": 7, "path": "--set #1"])
  }

  @Test("warnings are denied in ok too")
  func denied() throws {
    for (arguments, isOK) in [([], true), (["--deny", "warnings"], false)] as [([String], Bool)] {
      let run = try CommandRun.cnnc(["check", "--format", "json", "Tests/Fixtures/cli/warned.yaml"] + arguments)
      let report = try JSON(parsing: run.output)
      #expect(report["files"]?.elements?[0]["ok"] == .bool(isOK))
      #expect(report["summary"] == ["errors": 0, "warnings": 1, "notes": 0])
    }
  }

  @Test("why")
  func why() throws {
    let report = try json("why", "--format", "json", "models/lenet5.yaml", "6", "--axis", "1")
    #expect(keys(report) == ["version", "model", "layer", "operator", "span", "shape", "errors", "axes"])
    let axis = try #require(report["axes"]?.elements?.first)
    #expect(keys(axis) == ["axes", "size", "steps"])
    let step = try #require(axis["steps"]?.elements?.first)
    #expect(keys(step) == ["name", "operator", "span", "size", "formula", "kept_by", "branches"])
    #expect(step["formula"] == "16*5*5" && step["size"] == "400")
    #expect(keys(step["branches"]?.elements?.first) == ["names", "size", "steps"])
  }

  @Test("diff")
  func diff() throws {
    let report = try json("diff", "--format", "json", "models/lenet5.yaml", "Tests/Fixtures/cli/lenet5_wide.yaml")
    #expect(keys(report) == ["version", "differs", "first", "second", "layers", "weights"])
    #expect(report["differs"] == true)
    #expect(
      keys(report["first"]) == [
        "path", "model", "params", "trainable_params", "macs", "weight_bytes", "peak_bytes", "outputs",
      ])
    let layer = try #require(report["layers"]?.elements?.first)
    #expect(keys(layer) == ["first", "second", "attributes"])
    #expect(keys(layer["first"]) == ["path", "operator", "output_shapes", "params", "macs"])
    #expect(keys(report["weights"]) == ["fitting", "changed", "renamed", "removed", "added"])
    #expect(report["weights"]?["fitting"] == 4)
  }

  @Test("summary")
  func summary() throws {
    let summary = try json("summary", "--format", "json", "models/lenet5.yaml")
    #expect(keys(summary) == ["version", "model", "inputs", "outputs", "layers", "totals", "tiling"])
    #expect(summary["inputs"] == [["name": "input", "shape": ["N", 1, 28, 28]]])
    #expect(summary["outputs"] == [["name": "fc3", "shape": ["N", 10]]])
    #expect(
      summary["totals"] == ["params": 61706, "trainable_params": 61706, "macs": 416_520, "weight_bytes": 246_824])
    let first = try #require(summary["layers"]?.elements?.first)
    #expect(
      keys(first) == [
        "path", "operator", "inputs", "output_shapes", "params", "macs", "receptive_field", "receptive_field_stride",
        "receptive_field_offset", "span",
      ])
    #expect(first["path"] == "conv1" && first["operator"] == "conv2d" && first["inputs"] == ["input"])
    #expect(first["output_shapes"] == [["N", 6, 28, 28]] && first["params"] == 156 && first["macs"] == 117_600)
    #expect(first["receptive_field_stride"] == [1, 1] && first["receptive_field_offset"] == [-2, -2])
    #expect(first["receptive_field"] == [5, 5] && keys(first["span"]) == ["line"])
  }

  @Test("plan")
  func plan() throws {
    let plan = try json("plan", "--format", "json", "models/lenet5.yaml")
    #expect(keys(plan) == ["mode", "peak_bytes", "lower_bound_bytes", "optimal", "buffers"])
    #expect(plan["mode"] == "inference" && plan["optimal"]?.bool != nil)
    let buffers = try #require(plan["buffers"]?.elements)
    for buffer in buffers { #expect(keys(buffer) == ["name", "first", "last", "size", "offset"]) }
    let ends = buffers.map { ($0["offset"]?.int ?? 0) + ($0["size"]?.int ?? 0) }
    #expect(ends.max() == plan["peak_bytes"]?.int)
  }

  @Test("run")
  func run() throws {
    let result = try json(
      "run", "models/digits.yaml", "--input", "models/digits/digit-4.bin", "--format", "json")
    #expect(keys(result) == ["outputs", "time_ms"])
    let output = try #require(result["outputs"]?.elements?.first)
    #expect(keys(output) == ["name", "shape", "data"] && output["shape"] == [1, 10])
    let scores = (output["data"]?.elements ?? []).compactMap(\.double)
    #expect(scores.count == 10 && scores.indices.max { scores[$0] < scores[$1] } == 4)
    #expect(result["time_ms"]?.double ?? -1 > 0)
  }

  @Test("run leaves out long lists")
  func longOutput() throws {
    let result = try json("run", "models/dcgan_generator.yaml", "--set", "width=4", "--format", "json")
    let output = try #require(result["outputs"]?.elements?.first)
    #expect(keys(output) == ["name", "shape"] && output["shape"] == [1, 3, 64, 64])
  }
}
