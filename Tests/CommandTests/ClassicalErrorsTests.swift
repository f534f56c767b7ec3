import TestSupport
import Testing

/// What `check` says to classical errors, and the page that shows it beside what frameworks say; RECORD=1 rewrites both.
@Suite struct ClassicalErrorsTests {
  private static let folder = Repository.fixtures + "/classical"

  @Test("check finds it, as recorded", arguments: ClassicalError.all)
  func finds(_ error: ClassicalError) throws {
    let run = try Self.check("\(error.name).yaml", error.arguments)
    #expect(Snapshot.mismatch(run.text, with: "classical/\(error.name).txt") == nil)
    #expect(run.text.contains("[\(error.code)]"))
    #expect(run.errors == "")
  }

  @Test("the mended network checks", arguments: ClassicalError.all)
  func checksWhenMended(_ error: ClassicalError) throws {
    let run = try Self.check("mended/\(error.name).yaml", error.mendedArguments)
    #expect(run.status == 0, "\(run.text)\(run.errors)")
    #expect(!run.text.contains("[\(error.code)]"))
  }

  @Test("every file belongs to an error")
  func completeness() {
    let names = ClassicalError.all.map(\.name)
    #expect(names.count >= 20)
    #expect(names == names.sorted())
    #expect(TestFile.names(in: Self.folder).filter { $0.hasSuffix(".yaml") } == names.map { $0 + ".yaml" })
    #expect(TestFile.names(in: Self.folder + "/mended") == names.map { $0 + ".yaml" })
    #expect(TestFile.names(in: Self.folder + "/framework") == names.map { $0 + ".txt" })
    #expect(TestFile.names(in: Self.folder).filter { $0.hasSuffix(".txt") } == names.map { $0 + ".txt" })
  }

  @Test("the page shows them as they are")
  func page() throws {
    var text = """
      # Classical errors

      What people report again and again, what the framework says to it, and what `cnnc check` says.

      Each is a report from a public issue tracker, as a network of a few layers. The framework's message is that of today's
      version, made by `Tests/Fixtures/classical/messages.py`; the networks and their mended versions stand beside it.

      """
    for error in ClassicalError.all { text += try Self.section(error) }
    let path = Repository.root + "/Sources/CNNCKit/CNNCKit.docc/ClassicalErrors.md"
    #expect(Snapshot.mismatch(text, withFile: path) == nil)
  }

  private static func check(_ file: String, _ arguments: [String]) throws -> CommandRun {
    try CommandRun.cnnc(["check", file] + arguments, folder: folder, environment: ["NO_COLOR": "1"])
  }

  private static func section(_ error: ClassicalError) throws -> String {
    let framework = try TestFile.text("\(folder)/framework/\(error.name).txt")
    let (version, message) = framework.splitAtFirstLine
    let mended = try mendedLines(of: error)
    let change =
      mended.isEmpty
      ? "Mended: `\(command("\(error.name).yaml", error.mendedArguments))` finds nothing.\n"
      : "Mended:\n\n```yaml\n\(mended)```\n"
    return """

      ## \(error.title)

      \(error.story) [\(error.report)](\(error.address))

      \(version):

      ```
      \(message)```

      `\(command("\(error.name).yaml", error.arguments))`:

      ```
      \(try check("\(error.name).yaml", error.arguments).text)```

      \(change)
      """
  }

  private static func command(_ file: String, _ arguments: [String]) -> String {
    (["cnnc check", file] + arguments).joined(separator: " ")
  }

  /// The lines of the mended network that the network itself does not have.
  private static func mendedLines(of error: ClassicalError) throws -> String {
    let lines = try ["", "mended/"].map {
      try TestFile.text("\(folder)/\($0)\(error.name).yaml").split(separator: "\n")
    }
    return lines[1].difference(from: lines[0]).insertions
      .map { if case .insert(_, let line, _) = $0 { line + "\n" } else { "" } }.joined()
  }
}

extension String {
  /// The first line without its end, and all others.
  fileprivate var splitAtFirstLine: (first: Substring, rest: Substring) {
    guard let end = firstIndex(of: "\n") else { return (self[...], "") }
    return (self[..<end], self[index(after: end)...])
  }
}
