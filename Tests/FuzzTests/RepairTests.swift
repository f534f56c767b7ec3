import CNNCKit
import Diagnostics
import Glibc
import Graph
import Tensors
import TestSupport
import Testing

/// One slip in a model that checks: what `check` says of it, and whether its repairs are repairs.
@Suite("Repairs of models with one slip")
struct RepairTests {
  /// How many slips of each model a run tries; `make mutate` sets it.
  static var count: Int { getenv("CNNC_SLIPS").flatMap { Int(String(cString: $0)) } ?? 50 }

  @Test("the line is shown, and the first fixes undo it")
  func repairs() async throws {
    let models = Repository.models
    var tally = RepairTally()
    await withTaskGroup(of: RepairTally.self) { group in
      for (index, path) in models.enumerated() {
        group.addTask { Self.tally(of: path, seed: UInt64(index), count: Self.count) }
      }
      for await part in group { tally += part }
    }
    print(tally.table)
    if let path = getenv("CNNC_SLIP_LOG") {
      try TestFile.write(tally.log.joined(separator: "\n"), to: String(cString: path))
    }
    #expect(tally.total.broken > models.count * Self.count / 3)
    #expect(tally.share(\.shown) >= 0.95)
    #expect(tally.share(\.undone) >= 0.80)
    #expect(tally.share(\.mended) >= 0.90)
  }

  private static func tally(of path: String, seed: UInt64, count: Int) -> RepairTally {
    var tally = RepairTally()
    guard let model = try? Model(contentsOf: Repository.root + "/" + path) else { return tally }
    let truth = Likeness(model)
    var generator = SlipGenerator(model.sources, seed: seed)
    for _ in 0..<count {
      guard let slip = generator.slip(), let broken = model.edited([slip.edit]) else { continue }
      guard let error = ModelCheck(broken).diagnostics.first(where: { $0.severity == .error }) else {
        tally.harmless += 1
        continue
      }
      let line = broken.sources.line(of: slip.edit.span.start)
      let shown = ([error.primary] + error.labels).contains {
        $0.span.source == slip.edit.span.source && broken.sources.line(of: $0.span) == line
      }
      let mended = error.fixes.prefix(3).lazy.map { broken.edited($0.edits) }
      let isMended = mended.first??.isValid == true
      tally.add(
        RepairTally.Row(
          broken: 1, shown: shown ? 1 : 0,
          undone: mended.contains { $0.map { $0.isValid && Likeness($0) == truth } ?? false } ? 1 : 0,
          mended: isMended ? 1 : 0),
        code: error.code.id,
        note: "\(path):\(broken.sources[slip.edit.span.source].path.suffix(20)):\(line) \(slip.description)"
          + " | \(error.message) | \(error.fixes.map(\.title))")
    }
    return tally
  }

  /// What a model computes, seen from outside.
  private struct Likeness: Equatable {
    let outputs: [String]
    let parameters: [String]

    init(_ model: Model) {
      let graph = model.graph
      outputs = graph.map { graph in graph.outputs.map { graph[$0.value].type.description } } ?? []
      parameters = graph?.parameters.map { "\($0.name) \($0.declaration.sizes)" } ?? []
    }
  }
}

extension SourceMap {
  fileprivate func line(of span: Span) -> Int { self[span.source].position(at: span.lower).line }
}
