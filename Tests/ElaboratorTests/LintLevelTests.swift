import Diagnostics
import Testing

@Suite struct LintLevelTests {
  @Test(
    "A file gives the findings that are no errors another severity, or none",
    arguments: [("off", []), ("note", ["note"]), ("warning", ["warning"]), ("error", ["error"])])
  func level(_ word: String, _ severities: [String]) {
    for name in ["pixels-never-read", "pixels_never_read"] {
      #expect(pooled("lint: {\(name): \(word)}").diagnostics.map { "\($0.severity)" } == severities)
    }
    #expect(pooled("lint: {gridding: \(word)}").diagnostics.map { "\($0.severity)" } == ["warning"])
  }

  @Test("An error stays one")
  func errors() {
    let model = ModelText("input: [N, 3, 8, 8]\nlayers: [conv2d: {out_channels: 4}]\nlint: {missing_attribute: off}")
    #expect(model.errors.count == 1)
  }

  @Test("The default of a pool to round up stands over that of the file")
  func ceilMode() {
    #expect(pooled("", pool: "ceil_mode: true").shape() == "[N, 3, 4, 4]")
    #expect(pooled("", pool: "ceil_mode: false").shape() == "[N, 3, 3, 3]")
  }

  private func pooled(_ lint: String, pool: String = "kernel_size: 3") -> ModelText {
    ModelText(
      """
      input: [N, 3, 8, 8]
      defaults: {rounding: floor, max_pool2d: {\(pool)}}
      layers: [max_pool2d: {kernel_size: 3, stride: 2}]
      \(lint)
      """)
  }
}
