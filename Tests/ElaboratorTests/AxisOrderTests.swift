import Diagnostics
import Testing

@Suite("Inputs with their channels last")
struct AxisOrderTests {
  @Test("an image is noted once, with the other repairs")
  func image() {
    let model = ModelText(
      """
      input: [N, 224, 224, 3]
      layers:
        - conv2d: {out_channels: 8, kernel_size: 5}
        - group_norm: 3
      """)
    #expect(model.codes == ["window-too-large", "indivisible-groups"])
    #expect(
      model.diagnostics[0].notes == [
        "axes are in the order N C H W; the input [N, 224, 224, 3] looks like N H W C, which is [N, 3, 224, 224] here"
      ])
    #expect(model.diagnostics[0].fixes.map(\.title) == ["write the input with its channels first"])
    #expect(
      model.diagnostics[1].fixes.map(\.title) == [
        "change num_groups to 4", "change out_channels to 9", "change out_channels to 6",
      ])
  }

  @Test("declared channels that stand last are the input's, whatever their number")
  func declaredChannels() {
    let model = ModelText(
      """
      input: [N, 81, 40]
      layers:
        - conv1d: {in_channels: 40, out_channels: 8, kernel_size: 3}
      """)
    #expect(model.codes == ["channel-mismatch"])
    #expect(model.diagnostics[0].fixes.map { $0.edits.map(\.text) } == [["[N, 40, 81]"]])
  }

  @Test("sizes that are expressions are left to the reader")
  func expressions() {
    let model = ModelText(
      """
      params: {size: 64}
      input: [N, $size, $size, 3]
      layers:
        - conv2d: {in_channels: 3, out_channels: 8, kernel_size: 3}
      """)
    #expect(model.diagnostics[0].notes.count == 1)
    #expect(model.diagnostics[0].fixes.isEmpty)
  }
}
