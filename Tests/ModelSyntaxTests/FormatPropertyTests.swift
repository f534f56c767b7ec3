import Diagnostics
import TestSupport
import Testing

@testable import ModelSyntax

/// What must hold of every layout, whatever the file.
@Suite("Layouts keep the meaning")
struct FormatPropertyTests {
  /// Every YAML file of the repository that a user could have written.
  private static let files =
    TestFile.files(below: Repository.root + "/models", withExtension: "yaml").map { "models/" + $0 }
    + TestFile.files(below: Repository.fixtures, withExtension: "yaml").map { "Tests/Fixtures/" + $0 }

  private enum Outcome { case laidOut, notYAML }

  /// Lays a text out and compares; the second layout must change nothing.
  private func check(_ bytes: [UInt8], _ name: String) -> Outcome {
    let source = SourceText(path: "m.yaml", bytes: bytes)
    let text: String
    do throws(FormatFailure) {
      text = try formatModel(source, id: testSource)
    } catch {
      if case .syntax(let diagnostics) = error {
        #expect(!diagnostics.isEmpty)
        return .notYAML
      }
      Issue.record("\(name) would change:\n\(String(decoding: bytes, as: UTF8.self))")
      return .laidOut
    }
    let new = SourceText(path: "m.yaml", text: text)
    #expect(content(new) == content(source), "\(name):\n\(String(decoding: bytes, as: UTF8.self))\n>>>\n\(text)")
    #expect(comments(new).sorted() == comments(source).sorted(), "\(name)")
    #expect((try? formatModel(new, id: testSource)) == text, "\(name) is laid out in two ways:\n\(text)")
    return .laidOut
  }

  private func comments(_ source: SourceText) -> [String] {
    CommentScanner.comments(of: source, id: testSource).map(\.text)
  }

  private func content(_ source: SourceText) -> String {
    readModel(source, id: testSource, kind: .include).document.map { DocumentContent.text($0) } ?? "nil"
  }

  @Test("every file of the repository", arguments: files)
  func file(_ name: String) throws {
    _ = check(try TestFile.read(Repository.root + "/" + name), name)
  }

  @Test("mutated files with comments everywhere", arguments: [UInt64(1), 2, 3, 4])
  func mutations(seed: UInt64) throws {
    var mutator = LayoutMutator(random: SeededGenerator(seed: seed))
    let texts = try Self.files.map { try TestFile.read(Repository.root + "/" + $0) }.filter { $0.count < 4000 }
    var laidOut = 0
    for number in 0..<400 {
      let bytes = mutator.mutate(texts[Int.random(in: 0..<texts.count, using: &mutator.random)])
      if check(bytes, "mutation \(number)") == .laidOut { laidOut += 1 }
    }
    #expect(laidOut > 100, "most mutations stay YAML")
  }
}
