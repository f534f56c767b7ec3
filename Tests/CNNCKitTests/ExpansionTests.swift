import CNNCKit
import Graph
import TestSupport
import Testing

/// What blocks, loops, combinators and texts expand to.
@Suite struct ExpansionTests {
  static let fixtures = TestFile.files(below: Repository.fixtures + "/expand", withExtension: "yaml")

  @Test("a file expands as recorded, to the same graph, and the expansion to itself", arguments: fixtures)
  func expand(_ name: String) throws {
    let model = try Model(contentsOf: "\(Repository.fixtures)/expand/\(name)")
    let expansion = ModelExpansion(model).text
    #expect(model.isValid, "\(model.findings.map(\.text).joined(separator: "\n"))")
    #expect(Snapshot.mismatch(expansion, with: "expand/" + Self.snapshotName(name)) == nil)
    let again = Model(text: expansion)
    #expect(again.isValid, "\(again.findings.map(\.text).joined(separator: "\n"))")
    #expect(ModelExpansion(again).text == expansion)
    #expect(GraphPrinter(try again.validGraph()).text() == GraphPrinter(try model.validGraph()).text())
  }

  @Test("no recorded expansion belongs to no file")
  func unused() {
    #expect(Self.fixtures.count >= 4)
    #expect(
      Snapshot.unused(in: "expand", withExtension: "txt", expected: Self.fixtures.map(Self.snapshotName)) == [])
  }

  private static func snapshotName(_ fixture: String) -> String { fixture.replacing(".yaml", with: ".txt") }
}
