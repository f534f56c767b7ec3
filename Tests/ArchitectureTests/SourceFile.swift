import TestSupport
import Testing

/// A Swift file of the package, by the target that it belongs to.
struct SourceFile: Sendable, CustomTestStringConvertible {
  /// The target, such as `Graph` or `GraphTests`.
  let target: String
  /// From the package's root.
  let path: String
  let lines: [Substring]

  var testDescription: String { path }

  /// Every file below `Sources`.
  static let sources = load("Sources")
  static let tests = load("Tests")

  private static func load(_ folder: String) -> [SourceFile] {
    TestFile.files(below: Repository.root + "/" + folder, withExtension: "swift").map { name in
      let path = "\(folder)/\(name)"
      let text = (try? TestFile.text(Repository.root + "/" + path)) ?? ""
      return SourceFile(
        target: String(name.prefix { $0 != "/" }), path: path,
        lines: text.split(separator: "\n", omittingEmptySubsequences: false))
    }
  }

  /// The modules that the file imports.
  var imports: [String] {
    lines.compactMap { line in
      let words = line.split(separator: " ")
      guard let index = words.firstIndex(of: "import"), index <= 2, line.first != " " else { return nil }
      return words.last.map(String.init)
    }
  }

  /// The code of each line, without comments and the text of string literals of several lines.
  var code: [(number: Int, text: Substring)] {
    var isText = false
    return lines.enumerated().compactMap { index, line in
      let marks = line.ranges(of: "\"\"\"").count
      defer { if marks % 2 == 1 { isText.toggle() } }
      if isText || line.drop(while: { $0 == " " }).hasPrefix("//") { return nil }
      return (index + 1, line)
    }
  }
}
