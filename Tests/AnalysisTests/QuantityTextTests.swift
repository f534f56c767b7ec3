import Analysis
import Testing

@Suite struct QuantityTextTests {
  @Test(
    "digits stand in groups of three",
    arguments: [(0, "0"), (999, "999"), (1000, "1,000"), (11_689_512, "11,689,512"), (-1234, "-1,234")])
  func grouped(_ value: Int, _ text: String) { #expect(QuantityText.grouped(value) == text) }

  @Test(
    "bytes have binary units",
    arguments: [(0, "0 B"), (1023, "1023 B"), (1024, "1.00 KiB"), (46_756_864, "44.6 MiB"), (Int.max, "8388608 TiB")])
  func bytes(_ value: Int, _ text: String) { #expect(QuantityText.bytes(value) == text) }

  @Test("counts have decimal units", arguments: [(950, "950"), (1_814_073_344, "1.81 G"), (416_520, "417 K")])
  func counts(_ value: Int, _ text: String) { #expect(QuantityText.count(value) == text) }

  @Test(
    "decimals are rounded and keep their zeros",
    arguments: [(0.0, 3, "0.000"), (1.0005, 2, "1.00"), (-0.001, 2, "0.00"), (-1.25, 1, "-1.3"), (12.5, 0, "13")])
  func decimals(_ value: Double, _ digits: Int, _ text: String) {
    #expect(QuantityText.decimal(value, digits: digits) == text)
  }
}
