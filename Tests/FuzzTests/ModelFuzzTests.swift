import Diagnostics
import Elaborator
import Glibc
import TestSupport
import Testing

@Suite("Mutated model files")
struct ModelFuzzTests {
  /// How many mutated files a run tries; `make fuzz` sets it.
  static var count: Int { getenv("CNNC_FUZZ_COUNT").flatMap { Int(String(cString: $0)) } ?? 1000 }

  /// No input may take longer than this: limits answer with a message before time runs out.
  static let longest: Duration = .seconds(5)

  @Test("no mutated model file traps, hangs, or is rejected without a place")
  func mutatedModelsAreAnswered() throws {
    let seeds = try Repository.models.map { try TestFile.read(Repository.root + "/" + $0) }
    #expect(seeds.count >= 8)
    let lines = seeds.flatMap { $0.split(separator: UInt8(ascii: "\n")).map { Array($0) + [UInt8(ascii: "\n")] } }
    var mutator = Mutator(random: SeededGenerator(seed: 1), lines: lines)
    var rejected = 0
    for index in 0..<Self.count {
      let text = mutator.mutate(seeds[index % seeds.count])
      let clock = ContinuousClock()
      var sources = SourceMap()
      var elaboration: Elaboration?
      let time = clock.measure {
        elaboration = elaborate(text: SourceText(path: "fuzz.yaml", bytes: text), sources: &sources) { _ in
          .failed("no such file")
        }
      }
      #expect(time < Self.longest, "file \(index) took \(time)")
      for diagnostic in elaboration?.diagnostics ?? [] {
        let spans = [diagnostic.primary.span] + diagnostic.labels.map(\.span)
        for span in spans {
          let bytes = sources[span.source].bytes.count
          #expect(
            span.lower >= 0 && span.lower <= span.upper && span.upper <= bytes, "file \(index): \(diagnostic.message)")
        }
      }
      if elaboration?.diagnostics.hasErrors == true { rejected += 1 }
    }
    #expect(rejected > Self.count / 4, "mutations mostly break the file")
  }
}
