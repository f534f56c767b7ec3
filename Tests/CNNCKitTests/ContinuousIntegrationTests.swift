import CNNCKit
import Diagnostics
import Formats
import TestSupport
import Testing

@testable import ModelSyntax

/// The files by which other projects use cnnc in their CI: the GitHub action, the hooks of pre-commit, the matcher.
@Suite struct ContinuousIntegrationTests {
  /// A YAML file as the JSON of its maps, lists and texts.
  private static func yaml(_ path: String) throws -> JSON {
    let text = SourceText(path: path, bytes: try TestFile.read(Repository.root + "/" + path))
    let (root, problems) = TreeBuilder.tree(of: text, id: SourceID(index: 0))
    #expect(problems.isEmpty)
    func json(_ node: SyntaxNode) -> JSON {
      switch node.kind {
      case .scalar(let scalar): .string(scalar.text)
      case .sequence(let items): .array(items.map(json))
      case .mapping(let entries): .object(entries.map { JSON.Member($0.key.value, json($0.value)) })
      case .invalid: .null
      }
    }
    return json(try #require(root))
  }

  private static func steps() throws -> [JSON] {
    let action = try yaml("action.yml")
    #expect(action["runs"]?["using"] == "composite")
    return try #require(action["runs"]?["steps"]?.elements)
  }

  @Test("the action is of bash steps that take every input through the environment")
  func action() throws {
    let action = try Self.yaml("action.yml")
    let steps = try Self.steps()
    var given = ""
    for step in steps {
      #expect(step["shell"] == "bash" && step["uses"] == nil)
      let script = try #require(step["run"]?.string)
      #expect(!script.contains("${{"), "an input in a script can end it")
      given += (step["env"]?.members ?? []).compactMap(\.value.string).joined(separator: " ") + " "
      let file = try TestFile.makeTemporaryFolder() + "/step.sh"
      try TestFile.write(script, to: file)
      let syntax = try CommandRun(executable: "/bin/bash", ["-n", file])
      #expect(syntax.status == 0, "\(syntax.errors)")
    }
    for input in try #require(action["inputs"]?.members) {
      #expect(input.value["description"]?.string != nil && input.value["default"] != nil, "\(input.key)")
      #expect(given.contains("inputs.\(input.key) "), "\(input.key)")
    }
  }

  /// Runs a step of the action with an environment.
  private func run(_ step: JSON, _ environment: [String: String], folder: String) throws -> CommandRun {
    let script = folder + "/step.sh"
    try TestFile.write(try #require(step["run"]?.string), to: script)
    return try CommandRun(executable: "/bin/bash", [script], folder: folder, environment: environment)
  }

  @Test("the action annotates what check finds, and writes reports")
  func annotations() throws {
    let folder = try TestFile.makeTemporaryFolder()
    let step = try #require(try Self.steps().last)
    let model = """
      cnnc: 1
      model: m
      params: {c: 4}
      input: [N, 3, 8, 8]
      layers:
        - conv2d: {out_channels: $c, kernel_size: 3, stride: 2, rounding: floor}
      """
    try TestFile.write(model, to: folder + "/a b/warned.yaml")
    var environment = [
      "EXECUTABLE": CommandRun.cnnc, "PATHS": "a b\na b/warned.yaml\n", "FORMAT": "github", "OUTPUT": "",
      "DENY_WARNINGS": "false", "ARGS": "",
    ]
    let passed = try run(step, environment, folder: folder)
    #expect(passed.status == 0 && passed.errors == "")
    #expect(passed.text.contains("file=a b/warned.yaml,line=6,"))
    #expect(passed.text.hasSuffix(" in 2 files\n"))
    environment["DENY_WARNINGS"] = "true"
    environment["ARGS"] = " --set c=3  --jobs 1 "
    environment["OUTPUT"] = "report.json"
    environment["FORMAT"] = "json"
    environment["PATHS"] = "a b"
    let written = try run(step, environment, folder: folder)
    #expect(written.status == 1 && written.text == "" && written.errors == "")
    #expect(try JSON(parsing: TestFile.read(folder + "/report.json"))["files"]?.elements?.count == 1)
  }

  @Test("the action uses the cnnc it is given, and says when there is none")
  func executable() throws {
    let folder = try TestFile.makeTemporaryFolder()
    let step = try #require(try Self.steps().first)
    var environment = ["EXECUTABLE": CommandRun.cnnc, "VERSION": "", "GITHUB_OUTPUT": folder + "/output"]
    #expect(try run(step, environment, folder: folder).status == 0)
    #expect(try TestFile.text(folder + "/output") == "executable=\(CommandRun.cnnc)\n")
    environment["EXECUTABLE"] = "no-such-cnnc"
    let missing = try run(step, environment, folder: folder)
    #expect(missing.status == 3 && missing.text == "::error title=cnnc::there is no such 'executable'\n")
  }

  @Test("the hooks call options that exist")
  func hooks() throws {
    let hooks = try #require(try Self.yaml(".pre-commit-hooks.yaml").elements)
    #expect(hooks.compactMap { $0["id"]?.string } == ["cnnc-check", "cnnc-check-all"])
    for hook in hooks {
      #expect(hook["language"] == "system" && hook["types"] == ["yaml"])
      #expect(hook["name"]?.string != nil && hook["description"]?.string != nil)
      let words = try #require(hook["entry"]?.string).split(separator: " ").map(String.init)
      try #require(words.first == "cnnc")
      let names = hook["pass_filenames"] == "false" ? [] : ["other.yaml", "Package.swift"]
      let folder = try TestFile.makeTemporaryFolder()
      for name in ["other.yaml", "Package.swift"] { try TestFile.write("a: 1\n", to: "\(folder)/\(name)") }
      let run = try CommandRun.cnnc(Array(words.dropFirst()) + names, folder: folder)
      #expect(run.status == 0 && run.text == "" && run.errors == "")
    }
  }

  @Test("the problem matcher reads the lines of --format concise, coloured or not", arguments: [false, true])
  func matcher(_ isColored: Bool) throws {
    let file = try TestFile.read(Repository.root + "/.github/cnnc-problem-matcher.json")
    let matchers = try #require(try JSON(parsing: file)["problemMatcher"]?.elements)
    let code = { DiagnosticCode($0, "example", severity: $1, explanation: "", bad: "", good: "") }
    var sources = SourceMap()
    let id = sources.add(SourceText(path: "a b/1: ü.yaml", text: "one\ntwo\n"))
    let renderer = ConciseRenderer(style: TextStyle(isColored: isColored))
    let findings = [code("E0301", .error), code("W0901", .warning), code("W0902", .note)].map {
      Diagnostic($0, "it is: so [1]", at: Label(Span(id, 5..<6)))
    }
    let read = try findings.map { try Self.match(renderer.render($0, in: sources), matchers) }
    #expect(
      read
        == [
          ["file": "a b/1: ü.yaml", "line": "2", "column": "2", "severity": "error", "code": "E0301"],
          ["file": "a b/1: ü.yaml", "line": "2", "column": "2", "severity": "warning", "code": "W0901"],
          ["file": "a b/1: ü.yaml", "line": "2", "column": "2", "severity": "notice", "code": "W0902"],
        ].map { $0.merging(["message": "it is: so [1]"]) { own, _ in own } })
    #expect(try Self.match("note: see models/a.yaml:3:4: error in words\n", matchers) == [:])
  }

  /// The fields that the first matcher of a line takes from it.
  private static func match(_ line: String, _ matchers: [JSON]) throws -> [String: String] {
    let line = line.dropLast()
    for matcher in matchers {
      let pattern = try #require(matcher["pattern"]?.elements?.first)
      let regex = try Regex(try #require(pattern["regexp"]?.string))
      guard let match = line.wholeMatch(of: regex) else { continue }
      var fields: [String: String] = [:]
      if let severity = matcher["severity"]?.string { fields["severity"] = severity }
      for field in pattern.members ?? [] {
        guard let group = field.value.int else { continue }
        fields[field.key] = match.output[group].substring.map(String.init)
      }
      return fields
    }
    return [:]
  }
}
