import Diagnostics
import Testing

@Suite("What follows from one mistake")
struct RootCauseTests {
  @Test("a forgotten flatten is one finding, and the layers behind it go on")
  func forgottenFlatten() {
    let model = ModelText(
      """
      input: [N, 4, 5, 5]
      layers:
        - linear: {in_features: 100, out_features: 16}
        - linear: {in_features: 15, out_features: 2}
      """)
    #expect(model.codes == ["channel-mismatch", "channel-mismatch"])
    #expect(model.diagnostics[0].help == ["put '- flatten' before it: that makes [N, 4, 5, 5] the shape [N, 100]"])
    #expect(model.diagnostics[0].fixes.isEmpty)
    #expect(model.diagnostics[1].fixes.map(\.title) == ["change in_features to 16"])
  }

  @Test("elements of a wrong type are one finding, and so is a missing axis")
  func wrongInputs() {
    let bytes = ModelText(
      """
      input: {shape: [N, 3, 8, 8], dtype: uint8}
      layers:
        - conv2d: {out_channels: 4, kernel_size: 3}
        - relu
      """)
    #expect(bytes.codes == ["wrong-type"])
    let grey = ModelText(
      """
      input: [15, 8, 8]
      layers:
        - conv2d: {in_channels: 1, out_channels: 4, kernel_size: 3, groups: 4}
      """)
    #expect(grey.codes == ["wrong-rank"])
  }

  @Test("features of another image size say which feature map they belong to")
  func flattenedFeatures() {
    let model = ModelText(
      """
      input: [N, 8, 4, 4]
      layers:
        - flatten
        - relu
        - linear: {in_features: 72, out_features: 2}
      """)
    #expect(
      model.diagnostics[0].notes == ["72 features are a map [N, 8, 3, 3]; the input of 'flatten' is [N, 8, 4, 4]"])
    #expect(
      model.diagnostics[0].help == [
        "put '- adaptive_avg_pool2d: 3' before 'flatten' to have that for inputs of every size"
      ])
  }
}
