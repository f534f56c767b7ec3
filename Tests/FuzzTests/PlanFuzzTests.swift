import CNNCKit
import Operators
import Passes
import TestSupport
import Testing

/// What still checks after a mutation goes the rest of the way: planned in both modes, and run where it is small.
@Suite("Mutated models that check")
struct PlanFuzzTests {
  /// A plan, or the message that there is none, may take no longer than this.
  static let longest: Duration = .seconds(5)
  /// Larger networks are planned and not run.
  static let arenaLimit = 1 << 22

  @Test("none traps when it is planned or run, and plans keep their own rules")
  func plansAndRuns() throws {
    let seeds = try Repository.models.map { try TestFile.read(Repository.root + "/" + $0) }
      .filter { $0.count < 4096 && !String(decoding: $0, as: UTF8.self).contains("include:") }
    let lines = seeds.flatMap { $0.split(separator: UInt8(ascii: "\n")).map { Array($0) + [UInt8(ascii: "\n")] } }
    var mutator = Mutator(random: SeededGenerator(seed: 2), lines: lines)
    var (planned, ran) = (0, 0)
    for index in 0..<ModelFuzzTests.count / 2 {
      let text = String(decoding: mutator.mutate(seeds[index % seeds.count]), as: UTF8.self)
      let time = try ContinuousClock().measure {
        guard let model = try? Model(text: text).concrete() else { return }
        let kernels = try selectedKernels()
        guard let inference = try? model.plan(.inference, kernels: kernels) else { return }
        planned += 1
        #expect(inference.violations == [], "file \(index)")
        #expect(inference.lowerBound <= inference.arenaByteCount, "file \(index)")
        if let training = try? model.plan(.training, kernels: kernels) {
          #expect(training.violations == [], "file \(index)")
        }
        guard inference.arenaByteCount < Self.arenaLimit, let session = try? Session(model, threads: 2) else { return }
        let inputs = session.inputs.map { ($0.name, [Float](repeating: 0.5, count: $0.sizes.reduce(1, *))) }
        if (try? session.run(Dictionary(uniqueKeysWithValues: inputs))) != nil { ran += 1 }
      }
      #expect(time < Self.longest, "file \(index) took \(time)")
    }
    #expect(planned > ModelFuzzTests.count / 20 && ran > 0)
  }
}
