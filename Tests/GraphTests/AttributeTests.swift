import Diagnostics
import Graph
import Testing

@Suite struct AttributeTests {
  private let span = Span(SourceID(index: 0), 3..<7)

  @Test("Reading sets the attribute and writes back the same literal")
  func reading() throws {
    var dense = Dense()
    #expect(try dense.set("features", to: AttributeValue(.int(5), at: span)) != nil)
    #expect(dense.features == 5)
    #expect(dense.attributeLiterals.map(\.literal) == [.int(5), .bool(true)])
    #expect(dense.changedAttributes.map(\.name) == ["features"])
  }

  @Test("A name that the operator does not declare is told apart from a wrong value")
  func unknown() throws {
    var dense = Dense()
    #expect(try dense.set("feature", to: AttributeValue(.int(5), at: span)) == nil)
  }

  @Test("Wrong types and values outside the constraint carry the rule and the place")
  func problems() throws {
    var dense = Dense()
    let type = #expect(throws: AttributeProblem.self) {
      try dense.set("features", to: AttributeValue(.string("5"), at: span))
    }
    #expect(type?.rule == "must be an integer")
    #expect(type?.found == "the string '5'")
    let range = #expect(throws: AttributeProblem.self) {
      try dense.set("features", to: AttributeValue(.int(0), at: span))
    }
    #expect(range?.rule == "must be at least 1")
    #expect(range?.span == span)
    #expect(dense.features == 1)
  }

  @Test("Literals print in YAML's flow style")
  func literals() {
    #expect(
      AttributeLiteral.list([.list([.int(0), .int(1)]), .bool(true), .null]).description == "[[0, 1], true, null]")
    #expect(AttributeLiteral.float(1).description == "1.0")
    #expect(AttributeLiteral.float(1e-05).description == "1e-05")
    #expect(AttributeLiteral.string("same").description == "same")
  }
}
