import Graph
import Operators
import TestSupport
import Testing

/// Sources that are made from other sources; RECORD=1 rewrites them.
@Suite struct GeneratedTests {
  @Test("the operators' pages are their doc comments")
  func operatorPages() throws {
    let comments = try DocComments(below: Repository.root + "/Sources/Operators")
    var lines = [
      "// swift-format-ignore-file",
      "",
      "/// The doc comment of each operator by its name in files, made from Sources/Operators by GeneratedTests.",
      "let operatorPages: [String: String] = [",
    ]
    for kind in OperatorRegistry.all {
      let type = String("\(kind)".prefix { $0 != "<" })
      let page = try #require(comments.pages[type], "\(type) has no doc comment")
      lines.append("  \"\(kind.name)\": #\"\"\"")
      lines += page.map { $0.isEmpty ? "" : "    " + $0 }
      lines.append("    \"\"\"#,")
    }
    lines.append("]")
    let path = Repository.root + "/Sources/CNNCKit/Generated/OperatorPages.swift"
    #expect(Snapshot.mismatch(lines.joined(separator: "\n") + "\n", withFile: path) == nil)
  }
}

/// The doc comments of the types of a folder.
private struct DocComments {
  /// By the name of the type, the lines without their slashes.
  var pages: [String: [String]] = [:]

  init(below folder: String) throws {
    for file in TestFile.files(below: folder, withExtension: "swift") {
      var comment: [String] = []
      for line in try TestFile.text(folder + "/" + file).split(separator: "\n", omittingEmptySubsequences: false) {
        if line.hasPrefix("///") {
          comment.append(String(line.dropFirst(line.hasPrefix("/// ") ? 4 : 3)))
        } else {
          if let match = line.firstMatch(of: /^package struct (\w+)/), !comment.isEmpty {
            pages[String(match.output.1)] = comment
          }
          comment = []
        }
      }
    }
  }
}
