import Analysis
import CNNCKit
import TestSupport
import Testing

/// Receptive fields of the zoo against the extents of PyTorch's gradients.
@Suite struct ReceptiveFieldOracleTests {
  private static let lines = (try? TestFile.text(Repository.fixtures + "/oracles/receptive_fields.tsv"))
    .map { $0.split(separator: "\n").filter { !$0.hasPrefix("#") }.map(String.init) }

  @Test("size, stride and offset are those that PyTorch's gradients have", arguments: lines ?? [])
  func field(_ line: String) throws {
    let cells = line.split(separator: "\t").map(String.init)
    let model = try Model(contentsOf: "\(Repository.root)/models/\(cells[0]).yaml")
    let layer = try #require(ModelSummary(model.validGraph()).layers.first { $0.path == cells[1] })
    let field = try #require(layer.field)
    #expect(field.count == 2 && field[0] == field[1])
    #expect(["\(field[0].size)", "\(field[0].advance)", "\(field[0].offset ?? 0)"] == Array(cells.dropFirst(2)))
    #expect(field[0].period == 1 && field[0].holeCount == 0)
  }

  @Test("the oracle has lines")
  func count() { #expect(Self.lines?.count == 8) }
}
