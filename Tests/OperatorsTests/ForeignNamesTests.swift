import Operators
import Testing

@Suite struct ForeignNamesTests {
  @Test(
    "names of other frameworks lead to operators",
    arguments: [
      ("BatchNorm2d", "batch_norm"), ("nn.Conv2d", "conv2d"), ("dense", "linear"), ("cat", "concat"),
      ("avgpool", "avg_pool2d"), ("MaxPool1d", "max_pool1d"), ("ConvTranspose2d", "conv_transpose2d"),
      ("GlobalAveragePooling2D", "global_avg_pool"), ("nn.Flatten", "flatten"), ("conv", "conv2d"),
      ("LRN", "local_response_norm"),
    ])
  func operators(_ name: String, _ known: String) {
    #expect(ForeignNames.operators(called: name, rank: 2) == [known])
  }

  @Test("a family is completed for the input's rank")
  func ranks() {
    #expect(ForeignNames.operators(called: "conv", rank: 1) == ["conv1d"])
    #expect(ForeignNames.operators(called: "maxpool", rank: 3) == ["max_pool3d"])
    #expect(ForeignNames.operators(called: "rellu", rank: 2) == [])
  }

  @Test("names of other frameworks lead to attributes that the operator has")
  func attributes() {
    let names = ["out_channels", "kernel_size", "stride"]
    #expect(ForeignNames.attribute(called: "filters", of: names) == "out_channels")
    #expect(ForeignNames.attribute(called: "kernel", of: names) == "kernel_size")
    #expect(ForeignNames.attribute(called: "units", of: names) == nil)
  }
}
