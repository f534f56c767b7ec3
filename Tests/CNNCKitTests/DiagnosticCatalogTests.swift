import CNNCKit
import Diagnostics
import TestSupport
import Testing

/// Every kind of finding against its own examples.
@Suite struct DiagnosticCatalogTests {
  static let withModels = DiagnosticCatalog.all.filter { $0.exampleKind == .model }

  @Test("the bad example raises exactly its code, and is shown as recorded", arguments: withModels)
  func bad(_ code: DiagnosticCode) {
    let messages = Explanation.messages(ofExample: code.bad)
    #expect(Set(Explanation.check(example: code.bad).diagnostics.map(\.code.id)) == [code.id], "\(messages)")
    #expect(Snapshot.mismatch(messages, with: "invalid/\(Self.fileName(code)).txt") == nil)
    #expect(Snapshot.mismatch(code.bad + "\n", with: "invalid/\(Self.fileName(code)).yaml") == nil)
  }

  @Test("the good example is silent", arguments: withModels)
  func good(_ code: DiagnosticCode) {
    #expect(Explanation.messages(ofExample: code.good) == "")
    #expect(Explanation.check(example: code.good).diagnostics.isEmpty)
    #expect(Snapshot.mismatch(code.good + "\n", with: "valid/\(Self.fileName(code)).yaml") == nil)
  }

  @Test("no recorded message or example belongs to no code")
  func unused() {
    for (folder, suffix) in [("invalid", "txt"), ("invalid", "yaml"), ("valid", "yaml")] {
      let expected = Self.withModels.map { Self.fileName($0) + "." + suffix }
      #expect(Snapshot.unused(in: folder, withExtension: suffix, expected: expected) == [])
    }
  }

  @Test("identifiers and names are distinct, and each says what it is")
  func identity() {
    let codes = DiagnosticCatalog.all
    #expect(codes.count >= 100)
    #expect(Set(codes.map(\.id)).count == codes.count)
    #expect(Set(codes.map(\.name)).count == codes.count)
    for code in codes {
      #expect(code.id.wholeMatch(of: /E0[1-6][0-9]{2}|W09[0-9]{2}/) != nil, "\(code.id)")
      #expect(code.name.wholeMatch(of: /[a-z0-9]+(-[a-z0-9]+)*/) != nil, "\(code.name)")
      #expect(code.id.hasPrefix("E") == (code.severity == .error), "\(code.id)")
      #expect(code.explanation.count > 40 && code.explanation.hasSuffix("."), "\(code.id)")
    }
  }

  @Test("the two kinds of inexact windows have their codes")
  func exactness() {
    #expect(DiagnosticCatalog.find("E0301")?.name == "pixel-loss")
    #expect(DiagnosticCatalog.find("padding-slack")?.id == "E0302")
    #expect(DiagnosticCatalog.find("e0301") == DiagnosticCatalog.find("Pixel-Loss"))
  }

  @Test("messages are one phrase without a final period", arguments: withModels)
  func phrases(_ code: DiagnosticCode) {
    for message in Explanation.check(example: code.bad).diagnostics.map(\.message) {
      #expect(!message.hasSuffix(".") || message.hasSuffix("..."), "\(message)")
      #expect(!message.contains("\n"), "\(message)")
    }
  }

  private static func fileName(_ code: DiagnosticCode) -> String { "\(code.id)-\(code.name)" }
}

extension DiagnosticCode: CustomTestStringConvertible {
  package var testDescription: String { "\(id) \(name)" }
}
