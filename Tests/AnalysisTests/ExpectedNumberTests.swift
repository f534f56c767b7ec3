import Analysis
import Testing

@Suite struct ExpectedNumberTests {
  @Test(
    "a promise holds for the numbers that it names",
    arguments: [
      ("11689512", [11_689_512], [11_689_511, 11_689_513]),
      ("<= 1.82G", [0, 1_820_000_000], [1_820_000_001]),
      (">= 200", [200, 1000], [199]),
      ("< 5M", [4_999_999], [5_000_000]),
      ("> 1 KiB", [1025], [1024]),
      ("== 2.5K", [2500], [2501]),
      ("1e3", [1000], [999]),
      ("1_000", [1000], [1]),
      ("45 MiB", [47_185_920], [45_000_000]),
      ("<=9223372036854775G", [Int.max], []),
    ])
  func holds(_ written: String, _ kept: [Int], _ broken: [Int]) throws {
    let number = try #require(ExpectedNumber(parsing: written))
    for value in kept { #expect(number.holds(for: value), "\(value)") }
    for value in broken { #expect(!number.holds(for: value), "\(value)") }
  }

  @Test(
    "what is no number is none",
    arguments: ["", "about 8000", "<=", "5 MB", "1.2.3", "-5", "1e99", "99999999999999999999", "=> 5", "5M extra", "٣"])
  func refuses(_ written: String) { #expect(ExpectedNumber(parsing: written) == nil) }
}
