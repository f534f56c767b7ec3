import Graph
import Operators
import TestSupport
import Testing

/// The registry against the sources: an operator that is written is registered.
@Suite struct RegistryTests {
  /// The types below `Sources/Operators` that declare an operator's summary, but for those that only passes make.
  static let declared: [(type: String, path: String)] = SourceFile.sources
    .filter { $0.target == "Operators" && !$0.path.contains("/Fused/") }
    .flatMap { file -> [(type: String, path: String)] in
      var current: String?
      var found: [(type: String, path: String)] = []
      for (_, text) in file.code {
        if let match = text.firstMatch(of: /^(?:package )?(?:struct|enum|extension) (\w+)/) {
          current = String(match.output.1)
        }
        if let current, text.contains(/static (let|var) summary\b/) { found.append((current, file.path)) }
      }
      return found
    }

  @Test("every operator in the sources is registered")
  func completeness() {
    let registered = Set(OperatorRegistry.all.map { String("\($0)".prefix { $0 != "<" }) })
    #expect(Self.declared.count >= 20)
    for (type, path) in Self.declared { #expect(registered.contains(type), "\(type) of \(path) is not registered") }
  }

  @Test("names are distinct, in snake case, and every operator says what it does")
  func names() {
    let names = OperatorRegistry.all.map { $0.name }
    #expect(Set(names).count == names.count)
    for kind in OperatorRegistry.all {
      #expect(kind.name.wholeMatch(of: /[a-z][a-z0-9_]*/) != nil, "\(kind.name)")
      #expect(!kind.summary.isEmpty && !kind.summary.hasSuffix("."), "\(kind.name): \(kind.summary)")
      for attribute in kind.attributeDescriptions {
        #expect(!attribute.summary.isEmpty, "\(kind.name).\(attribute.name)")
      }
    }
  }
}
