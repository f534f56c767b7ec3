import Testing

@Suite("Names of layers are state_dict paths")
struct LayerNameTests {
  @Test("unnamed layers are called by their position in their scope")
  func positions() {
    let model = ModelText(
      """
      input: [N, 3, 8, 8]
      layers:
        - conv2d: {out_channels: 4, kernel_size: 3}
        - relu
        - sequential:
            - conv2d: {out_channels: 4, kernel_size: 3}
            - batch_norm
      """)
    #expect(model.codes == [])
    #expect(
      model.parameters == [
        "0.weight", "0.bias", "2.0.weight", "2.0.bias", "2.1.weight", "2.1.bias", "2.1.running_mean",
        "2.1.running_var", "2.1.num_batches_tracked",
      ])
  }

  @Test("layers of an unnamed residual take positions of the scope around it, in file order")
  func transparentResidual() {
    let model = ModelText(
      """
      input: [N, 4, 8, 8]
      layers:
        - relu
        - residual:
            - conv2d: {out_channels: 4, kernel_size: 3, padding: 1, bias: false}
            - conv2d: {out_channels: 4, kernel_size: 3, padding: 1, bias: false}
        - conv2d: {out_channels: 4, kernel_size: 3, bias: false}
      """)
    #expect(model.codes == [])
    #expect(model.parameters == ["1.weight", "2.weight", "3.weight"])
  }

  @Test("a named residual opens a scope")
  func namedResidual() {
    let model = ModelText(
      """
      input: [N, 4, 8, 8]
      layers:
        - name: block
          residual:
            body:
              - conv2d: {out_channels: 8, kernel_size: 3, padding: 1, bias: false}
            shortcut:
              - conv2d: {name: project, out_channels: 8, kernel_size: 1, bias: false}
      """)
    #expect(model.codes == [])
    #expect(model.parameters == ["block.0.weight", "block.project.weight"])
  }

  @Test("a block instance is a scope, and its name may be interpolated in a loop")
  func blocksInLoops() {
    let model = ModelText(
      """
      input: [N, 4, 8, 8]
      blocks:
        unit:
          params: {width: required}
          layers:
            - conv2d: {name: conv, out_channels: $width, kernel_size: 1, bias: false}
      layers:
        - each: {w: [4, 8]}
          name: layer$(i + 1)
          sequential:
            - unit: {width: $w}
            - repeat: 2
              unit: {width: "$(2 * w)"}
      """)
    #expect(model.codes == [])
    #expect(
      model.parameters == [
        "layer1.0.conv.weight", "layer1.1.conv.weight", "layer1.2.conv.weight", "layer2.0.conv.weight",
        "layer2.1.conv.weight", "layer2.2.conv.weight",
      ])
    #expect(model.shape() == "[N, 16, 8, 8]")
  }

  @Test("a shortcut whose only layer is switched off is the identity")
  func emptyShortcut() {
    let model = ModelText(
      """
      input: [N, 4, 8, 8]
      params: {stride: 1}
      layers:
        - residual:
            body:
              - conv2d: {name: conv, out_channels: 4, kernel_size: 3, padding: 1, stride: $stride, bias: false}
            shortcut:
              - name: downsample
                when: $(stride != 1 or in_channels != 4)
                sequential:
                  - conv2d: {out_channels: 4, kernel_size: 1, stride: $stride, bias: false}
      """)
    #expect(model.codes == [])
    #expect(model.parameters == ["conv.weight"])
  }

  @Test("two layers of one scope cannot share a name")
  func duplicateNames() {
    let model = ModelText(
      """
      input: [N, 4, 8, 8]
      layers:
        - relu: {name: act}
        - relu: {name: act}
      """)
    #expect(model.codes == ["duplicate-name"])
  }
}
