import Diagnostics
import Graph
import Operators
import Testing

@Suite("The registry of operators") struct RegistryTests {
  @Test("names are unique and found")
  func names() {
    let names = OperatorRegistry.all.map { $0.name }
    #expect(Set(names).count == names.count)
    for name in names { #expect(OperatorRegistry.find(name)?.name == name) }
    #expect(OperatorRegistry.find("no_such_operator") == nil)
  }

  @Test("every operator has a summary, and its attributes have names, summaries and a known primary")
  func declarations() {
    for type in OperatorRegistry.all {
      let attributes = type.attributeDescriptions
      #expect(!type.summary.isEmpty && type.summary.last != ".", "\(type.name)")
      #expect(Set(attributes.map(\.name)).count == attributes.count, "\(type.name)")
      #expect(attributes.allSatisfy { !$0.summary.isEmpty && $0.summary.last != "." }, "\(type.name)")
      if let primary = type.primaryAttribute { #expect(attributes.contains { $0.name == primary }, "\(type.name)") }
    }
  }

  @Test("codes and their names are unique, in their ranges, and explained")
  func codes() {
    let codes = OperatorsDiagnostics.codes
    #expect(Set(codes.map(\.id)).count == codes.count)
    #expect(Set(codes.map(\.name)).count == codes.count)
    for code in codes {
      #expect(["E03", "E04", "W09"].contains(code.id.prefix(3)), "\(code.id)")
      #expect(code.explanation.count > 40 && code.bad != code.good, "\(code.id)")
    }
  }

  @Test("attributes written back read the same")
  func literals() throws {
    for type in OperatorRegistry.all {
      let first = type.init()
      var second = type.init()
      for (name, literal) in first.attributeLiterals where literal != .null {
        let read: Void? = try second.set(name, to: OperatorProbe.value(literal))
        #expect(read != nil)
      }
      #expect(first.attributeLiterals.map(\.literal) == second.attributeLiterals.map(\.literal), "\(type.name)")
    }
  }
}
