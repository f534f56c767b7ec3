import TestSupport
import Testing

/// The rules for source files that a compiler does not hold.
@Suite struct SourceRuleTests {
  @Test("no file is longer than 500 lines")
  func length() {
    for file in SourceFile.sources + SourceFile.tests {
      #expect(file.lines.count <= 501, "\(file.path) has \(file.lines.count) lines")
    }
  }

  @Test("only the facade is public")
  func publicity() {
    for file in SourceFile.sources where file.target != "CNNCKit" {
      for (number, text) in file.code {
        #expect(!text.split(separator: " ").contains("public"), "\(file.path):\(number)")
      }
    }
  }

  @Test("of the kernels, only the lane depends on the instruction set")
  func conditions() {
    for file in SourceFile.sources where file.target == "Kernels" && !file.path.hasSuffix("/Lane.swift") {
      for (number, text) in file.code { #expect(!text.hasPrefix("#if"), "\(file.path):\(number)") }
    }
  }

  @Test(
    "sources hold no traps for user data and no unfinished work",
    arguments: ["try!", "as!", "fatalError(", "TODO", "FIXME"])
  func forbidden(_ word: String) {
    for file in SourceFile.sources {
      for (index, line) in file.lines.enumerated() {
        #expect(!line.contains(word), "\(file.path):\(index + 1) has \(word)")
      }
    }
  }

  @Test("names say what a file holds")
  func names() {
    let vague = /(Utils?|Utilities|Helpers?|Common|Misc|Manager|Base)(\+\w+)?\.swift$/
    for file in SourceFile.sources { #expect(file.path.firstMatch(of: vague) == nil, "\(file.path)") }
  }

  @Test("no two files of a target have one name")
  func uniqueNames() {
    for target in Set(SourceFile.sources.map(\.target)) {
      let names = SourceFile.sources.filter { $0.target == target }.compactMap { $0.path.split(separator: "/").last }
      let repeated = Dictionary(grouping: names) { $0 }.filter { $1.count > 1 }.keys
      #expect(repeated.isEmpty, "\(target): \(repeated)")
    }
  }
}
