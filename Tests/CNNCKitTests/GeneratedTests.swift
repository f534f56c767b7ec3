import CNNCKit
import Graph
import Operators
import TestSupport
import Testing

/// Files that are made from declarations and other files; RECORD=1 rewrites them.
@Suite struct GeneratedTests {
  private static let catalogue = Repository.root + "/Sources/CNNCKit/CNNCKit.docc"

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
      let page = try #require(comments.pages[kind.typeName], "\(kind.typeName) has no doc comment")
      lines.append("  \"\(kind.name)\": \(page.joined(separator: "\n").debugDescription),")
    }
    lines.append("]")
    let path = Repository.root + "/Sources/CNNCKit/Generated/OperatorPages.swift"
    #expect(Snapshot.mismatch(lines.joined(separator: "\n") + "\n", withFile: path) == nil)
  }

  @Test("the documentation has a page for every operator")
  func reference() throws {
    let families = try DocComments(below: Repository.root + "/Sources/Operators").families
    var index = ["# Operators", "", "Every operator by family; `cnnc explain NAME` shows the same pages.", ""]
    var family = ""
    var pages: Set<String> = []
    for kind in OperatorRegistry.all where pages.insert(kind.typeName + ".md").inserted {
      let names = OperatorRegistry.all.filter { $0.typeName == kind.typeName }.map { $0.name }
      let page = OperatorPage(of: kind).markdown(title: names.joined(separator: ", "))
      let path = "\(Self.catalogue)/Operators/\(kind.typeName).md"
      #expect(Snapshot.mismatch(page, withFile: path) == nil)
      if let next = families[kind.typeName], next != family {
        family = next
        index += (index.last == "" ? [] : [""]) + ["## \(family)", ""]
      }
      index.append("- <doc:\(kind.typeName)>: \(names.joined(separator: ", "))")
    }
    #expect(Snapshot.mismatch(index.joined(separator: "\n") + "\n", withFile: Self.catalogue + "/Operators.md") == nil)
    #expect(Snapshot.unused(in: Self.catalogue + "/Operators", withExtension: "md", expected: pages) == [])
  }

  @Test("the documentation has a page for all lints")
  func lints() {
    #expect(Snapshot.mismatch(LintPage.markdown, withFile: Self.catalogue + "/Lints.md") == nil)
  }

  @Test("the program carries every file of the zoo")
  func zoo() throws {
    let folder = Repository.root + "/models"
    var lines = [
      "// swift-format-ignore-file",
      "",
      "/// The networks of models/ with their blocks and weights, made by GeneratedTests.",
      "let zooFiles: [ZooFile] = [",
    ]
    for suffix in ["yaml", "safetensors"] {
      for path in TestFile.files(below: folder, withExtension: suffix) where path.contains("/") {
        let bytes = try TestFile.read("\(folder)/\(path)")
        if TestFile.isLink("\(folder)/\(path)") {
          let target = try TestFile.resolved("\(folder)/\(path)").dropFirst(TestFile.resolved(folder).count + 1)
          lines.append("  ZooFile(path: \"\(path)\", content: .link(\"\(target)\")),")
        } else if suffix == "yaml" {
          let text = String(decoding: bytes, as: UTF8.self).debugDescription
          lines.append("  ZooFile(path: \"\(path)\", content: .text(\(text))),")
        } else {
          lines.append("  ZooFile(path: \"\(path)\", content: .base64(\"\(Base64.text(bytes))\")),")
        }
      }
    }
    lines.append("]")
    let path = Repository.root + "/Sources/CNNCKit/Generated/ZooFiles.swift"
    #expect(Snapshot.mismatch(lines.joined(separator: "\n") + "\n", withFile: path) == nil)
  }
}

extension Operator {
  /// The name of the Swift type without its rank, which is the name of its file.
  static var typeName: String { String("\(Self.self)".prefix { $0 != "<" }) }
}

/// Bytes as text (RFC 4648).
private enum Base64 {
  static func text(_ bytes: [UInt8]) -> String {
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    var text = ""
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = group.reduce(0) { $0 << 8 | UInt32($1) } << (8 * UInt32(3 - group.count))
      for place in 0...group.count { text.append(digits[Int(bits >> (18 - 6 * UInt32(place)) & 63)]) }
      text += String(repeating: "=", count: 3 - group.count)
    }
    return text
  }
}

/// The doc comments of the types of a folder.
private struct DocComments {
  /// By the name of the type, the lines without their slashes.
  var pages: [String: [String]] = [:]
  /// The folder of each type.
  var families: [String: String] = [:]

  init(below folder: String) throws {
    for file in TestFile.files(below: folder, withExtension: "swift") {
      var comment: [String] = []
      for line in try TestFile.text(folder + "/" + file).split(separator: "\n", omittingEmptySubsequences: false) {
        if line.hasPrefix("///") {
          comment.append(String(line.dropFirst(line.hasPrefix("/// ") ? 4 : 3)))
        } else {
          if let match = line.firstMatch(of: /^package struct (\w+)/), !comment.isEmpty {
            pages[String(match.output.1)] = comment
            families[String(match.output.1)] = String(file.prefix { $0 != "/" })
          }
          comment = []
        }
      }
    }
  }
}
