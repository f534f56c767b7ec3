import Analysis
import CNNCKit
import Diagnostics
import TestSupport
import Testing

/// What lints say and, as important, what they leave alone.
@Suite struct LintTests {
  /// The names of what is found in a model of some layers, each a line.
  static func findings(_ input: String, _ layers: [String], _ more: String = "") -> [String] {
    let text =
      "cnnc: 1\nmodel: test\ninput: \(input)\nlayers:\n" + layers.map { "  - \($0)\n" }.joined() + more + "\n"
    return ModelCheck(Model(text: text)).diagnostics.map { $0.severity == .error ? $0.message : $0.code.name }
  }

  @Test("windows that others fill leave no holes; a single dilated window is meant")
  func gridding() {
    func dilated(_ dilations: [Int], kernel: Int = 3) -> [String] {
      dilations.flatMap {
        ["conv2d: {out_channels: 4, kernel_size: \(kernel), padding: \($0 * (kernel / 2)), dilation: \($0)}", "relu"]
      }
    }
    let input = "[N, 3, 64, 64]"
    #expect(Self.findings(input, dilated([2, 2])) == ["gridding"])
    #expect(Self.findings(input, dilated([2, 4])) == ["gridding"])
    #expect(Self.findings(input, dilated([3, 2])) == ["gridding"])
    #expect(Self.findings(input, dilated([3, 1])) == [])
    #expect(Self.findings(input, dilated([2])) == [])
    #expect(Self.findings(input, dilated([2, 2, 1])) == [])
    #expect(Self.findings(input, dilated([1, 2, 4, 8])) == [])
    #expect(Self.findings(input, dilated([2, 2]) + ["global_avg_pool", "flatten", "linear: 2"]) == [])
    #expect(Self.findings("[N, 3, H, W]", dilated([2, 2])) == ["gridding"])
  }

  @Test("pixels that no output reads are found, what a layer leaves out by its own rule is not found twice")
  func unreadPixels() {
    let both = "conv2d: {out_channels: 4, kernel_size: 3, stride: 2, dilation: 2, padding: 2}"
    #expect(Self.findings("[N, 3, 9, 9]", [both]) == ["unread-pixels"])
    #expect(Self.findings("[N, 3, 8, 8]", ["max_pool2d: {kernel_size: 3, rounding: floor}"]) == ["pixels-never-read"])
    #expect(
      Self.findings("[N, 3, 8, 8]", ["conv2d: {out_channels: 4, kernel_size: 1, stride: 2, rounding: floor}"])
        == ["strided-skip"])
    #expect(Self.findings("[N, 3, 8, 8]", ["center_crop: 4"]) == [])
    #expect(Self.findings("[N, 3, 9, 9]", ["relu: {name: in2}", both, "add: {from: [in2, in2]}"]) == ["dead-layer"])
  }

  @Test("a kernel that the stride divides overlaps evenly", arguments: [(2, 2), (4, 2), (3, 1), (3, 3), (6, 3)])
  func evenOverlap(_ kernel: Int, _ stride: Int) {
    let layer = "conv_transpose2d: {out_channels: 4, kernel_size: \(kernel), stride: \(stride)}"
    #expect(Self.findings("[N, 3, 8, 8]", [layer]) == [])
  }

  @Test("other kernels do not", arguments: [(3, 2, 1), (5, 2, 1), (2, 3, 1), (4, 3, 1), (4, 2, 2)])
  func unevenOverlap(_ kernel: Int, _ stride: Int, _ dilation: Int) {
    let layer = "conv_transpose2d: {out_channels: 4, kernel_size: \(kernel), stride: \(stride), dilation: \(dilation)}"
    #expect(Self.findings("[N, 3, 8, 8]", [layer]) == ["uneven-overlap"])
  }

  @Test("taps that only ever meet padding are found along each axis")
  func taps() {
    func conv(_ kernel: Int, _ padding: Int, _ dilation: Int = 1) -> [String] {
      ["conv2d: {out_channels: 4, kernel_size: \(kernel), padding: \(padding), dilation: \(dilation)}"]
    }
    #expect(Self.findings("[N, 3, 14, 14]", conv(3, 14, 14)) == ["dilation-beyond-map"])
    #expect(Self.findings("[N, 3, 14, 14]", conv(3, 13, 13)) == [])
    #expect(Self.findings("[N, 3, 20, 14]", conv(3, 14, 14)) == ["dilation-beyond-map"])
    #expect(Self.findings("[N, 3, 1, 1]", conv(3, 1)) == ["kernel-beyond-map"])
    #expect(Self.findings("[N, 3, 4, 4]", conv(7, 3)) == [])
    #expect(Self.findings("[N, 3, H, W]", conv(3, 14, 14)) == [])
    let circular = "conv2d: {out_channels: 4, kernel_size: 5, padding: 2, padding_mode: circular}"
    #expect(Self.findings("[N, 3, 2, 2]", [circular]) == [])
  }

  @Test("receptive fields are talked about only when the file asks")
  func optional() {
    let layers = ["conv2d: {out_channels: 4, kernel_size: 3, padding: 1}"]
    let input = "[N, 3, 16, 16]"
    #expect(Self.findings(input, layers) == [])
    #expect(Self.findings(input, layers, "lint: {small_receptive_field: off}") == [])
    #expect(
      Self.findings(input, layers, "lint: {small_receptive_field: warning}") == ["small-receptive-field"])
  }

  @Test("a bias is redundant where the norm alone reads it, over channels")
  func redundantBias() {
    func behind(_ layers: String...) -> [String] { Self.findings("[N, 3, 8, 8]", layers) }
    #expect(behind("conv2d: {out_channels: 4, kernel_size: 1}", "instance_norm") == ["redundant-bias"])
    #expect(behind("conv2d: {out_channels: 4, kernel_size: 1}", "group_norm: 2") == [])
    #expect(behind("conv2d: {out_channels: 4, kernel_size: 1}", "relu", "batch_norm") == [])
    #expect(
      behind("conv2d: {name: c, out_channels: 4, kernel_size: 1}", "batch_norm", "add: {from: [c, c]}").count == 1)
    #expect(Self.findings("[N, 8]", ["linear: 4", "batch_norm"]) == ["redundant-bias"])
    #expect(Self.findings("[N, 6, 8]", ["linear: 4", "batch_norm"]) == [])
  }

  @Test("a bias that some layer of its line needs has no fix; a written one is replaced")
  func redundantBiasFix() throws {
    func fix(_ layers: String) throws -> String? {
      let model = Model(text: "cnnc: 1\nmodel: test\ninput: [N, 3, 8, 8]\nlayers:\n" + layers)
      let finding = try #require(ModelCheck(model).diagnostics.first { $0.code.name == "redundant-bias" })
      return finding.fixes.first?.edits.first.map { edit in
        let bytes = model.sources[edit.span.source].bytes
        return String(decoding: bytes[..<edit.span.lower] + edit.text.utf8 + bytes[edit.span.upper...], as: UTF8.self)
      }
    }
    #expect(
      try fix("  - conv2d: {out_channels: 4, kernel_size: 1, name: a}\n  - batch_norm\n")?
        .contains("{out_channels: 4, kernel_size: 1, bias: false, name: a}") == true)
    #expect(
      try fix("  - conv2d: {bias: true, out_channels: 4, kernel_size: 1}\n  - batch_norm\n")?
        .contains("{bias: false, out") == true)
    #expect(
      try fix(
        "  - repeat: 2\n    sequential:\n      - conv2d: {out_channels: 4, kernel_size: 1}\n"
          + "      - relu: {when: $(i == 0)}\n      - batch_norm\n") == nil)
  }

  @Test("layers that are linear on purpose are left alone")
  func consecutiveLinear() {
    func found(_ layers: String...) -> Bool { Self.findings("[N, 16, 8, 8]", layers).contains("consecutive-linear") }
    func conv(_ channels: Int, _ more: String = "kernel_size: 1") -> String {
      "conv2d: {out_channels: \(channels), bias: false, \(more)}"
    }
    #expect(found(conv(32), conv(8)))
    #expect(found(conv(32), "batch_norm", "dropout: 0.1", conv(8)))
    #expect(found(conv(16, "kernel_size: 3"), conv(16, "kernel_size: 3")))
    #expect(!found(conv(32), "relu", conv(8)))
    #expect(!found(conv(4), conv(16)))
    #expect(!found(conv(16, "kernel_size: 3, groups: 16"), conv(32)))
    #expect(!found(conv(16, "kernel_size: 3, groups: 16"), "relu", conv(16), "batch_norm", conv(64)))
    #expect(!found(conv(16, "kernel_size: [1, 3]"), conv(16, "kernel_size: [3, 1]")))
    #expect(!found("separable_conv2d: {out_channels: 16, kernel_size: 3}"))
    #expect(!found(conv(32) + "", "residual: [" + conv(32) + "]", "relu"))
    #expect(!found("conv2d: {out_channels: 32, kernel_size: 1, freeze: true}", conv(8)))
  }

  @Test("dropout is found before the batch norm that it reaches through one layer at most")
  func dropout() {
    func found(_ layers: String...) -> Bool {
      Self.findings("[N, 16]", layers).contains("dropout-before-batch-norm")
    }
    let linear = "linear: {out_features: 8, bias: false}"
    #expect(found("dropout: 0.5", "batch_norm"))
    #expect(found("dropout: 0.5", linear, "relu", "batch_norm"))
    #expect(!found("dropout: 0.0", linear, "batch_norm"))
    #expect(!found("dropout: 0.5", linear, "relu", linear, "batch_norm"))
    #expect(!found("batch_norm", "relu", "dropout: 0.5"))
  }

  @Test("one value per channel follows from the shape or from a batch of one")
  func singleValue() {
    let layers = ["global_avg_pool", "conv2d: {out_channels: 4, kernel_size: 1, bias: false}", "batch_norm"]
    let single = ["single-value-batch-norm"]
    #expect(Self.findings("[1, 3, 8, 8]", layers) == single)
    #expect(Self.findings("[N, 3, 8, 8]", layers, "train: {loss: mse, batch_size: 1}") == single)
    #expect(Self.findings("[N, 3, 8, 8]", layers, "train: {loss: mse, batch_size: 2}") == [])
    #expect(Self.findings("[1, 3, 8, 8]", ["batch_norm"]) == [])
  }

  @Test("a loss that applies a function must not be given its result")
  func losses() {
    func found(_ last: String, _ loss: String) -> Bool {
      Self.findings("[N, 16]", ["linear: 4", last], "train: {loss: \(loss)}").contains("softmax-before-cross-entropy")
    }
    #expect(found("softmax", "cross_entropy"))
    #expect(found("softmax", "{cross_entropy: {label_smoothing: 0.1}}"))
    #expect(found("sigmoid", "bce_with_logits"))
    #expect(!found("log_softmax", "nll"))
    #expect(!found("sigmoid", "bce"))
    #expect(!found("relu", "cross_entropy"))
  }

  @Test("padding that keeps the size, also that of even and causal windows, is not wide")
  func padding() {
    func found(_ layer: String) -> [String] { Self.findings("[N, 3, 16]", [layer]) }
    #expect(found("conv1d: {out_channels: 4, kernel_size: 4, padding: [[1, 2]]}") == [])
    #expect(found("conv1d: {out_channels: 4, kernel_size: 3, padding: causal, dilation: 2}") == [])
    #expect(found("conv1d: {out_channels: 4, kernel_size: 4, padding: 2}") == ["wide-padding"])
    #expect(found("conv1d: {out_channels: 4, kernel_size: 1, padding: 1}") == ["wide-padding"])
  }

  @Test("an image with its channels last is noticed, other shapes are not")
  func channelsLast() {
    func found(_ input: String, _ layer: String = "conv2d: {out_channels: 8, kernel_size: 3, padding: 1}") -> Bool {
      Self.findings(input, [layer]).contains("channels-last")
    }
    #expect(found("[N, 28, 28, 1]") && found("[N, 224, 320, 3]") && found("[8, 64, 64, 4]"))
    #expect(!found("[N, 3, 224, 224]") && !found("[N, 64, 8, 4]") && !found("[N, 64, 1, 1]"))
    #expect(!found("[N, 224, 224, 3]", "permute: [0, 3, 1, 2]"))
    #expect(!found("{shape: [N, 224, 224, 3], layout: NCHW}"))
  }

  @Test("groups that a pointwise layer or a shuffle mixes are fine, and depthwise ones are meant")
  func groups() {
    func found(_ groups: Int, _ between: String...) -> Bool {
      let conv = "conv2d: {out_channels: 16, kernel_size: 3, padding: 1, groups: \(groups)}"
      return Self.findings("[N, 16, 8, 8]", [conv] + between + [conv]).contains("unmixed-groups")
    }
    #expect(found(4, "relu") && found(4, "max_pool2d: 2") && found(2, "batch_norm", "relu"))
    #expect(!found(4, "channel_shuffle: 4") && !found(4, "relu", "pointwise_conv2d: 16", "relu") && !found(16, "relu"))
  }

  @Test("linear is warned about on feature maps, not on sequences and permuted maps")
  func linear() {
    func found(_ input: String, _ layers: String...) -> Bool {
      Self.findings(input, layers + ["linear: 4"]).contains("linear-on-feature-map")
    }
    let conv = "conv1d: {out_channels: 8, kernel_size: 3, padding: 1}"
    #expect(found("[N, 3, 8, 8]") && found("[N, 3, 8]", conv, "relu"))
    #expect(!found("[N, 6, 8]") && !found("[N, 3, 8]", conv, "transpose: {dim0: 1, dim1: 2}"))
    #expect(!found("[N, 3, 8, 8]", "permute: [0, 2, 3, 1]"))
    #expect(Self.findings("[N, 3, 8, 8]", ["linear: {out_features: 4, in_features: 8}"]) == [])
  }

  @Test("a line that makes many layers is one finding")
  func repeats() throws {
    let model = Model(
      text: """
        cnnc: 1
        model: test
        input: [N, 4, 8, 8]
        layers:
          - repeat: 5
            sequential:
              - conv2d: {out_channels: 4, kernel_size: 1}
              - batch_norm
              - relu
        """)
    let findings = ModelCheck(model).diagnostics
    #expect(findings.map(\.notes) == [["4 more layers made here have it too"]])
    #expect(model.findings.map(\.code) == ["W0927"])
  }

  @Test("a model with errors is not linted, but for the order of axes")
  func errors() {
    #expect(
      Self.findings("[N, 3, 8, 8]", ["conv2d: {out_channels: 4, kernel_size: 1}", "batch_norm", "nothing"]).count == 1)
    let last = Self.findings("[N, 64, 64, 3]", ["conv2d: {out_channels: 4, kernel_size: 3, padding: 1}", "nothing"])
    #expect(last.count == 2 && last.contains("channels-last"))
  }

  @Test("a name under 'lint' that is none is an error with the nearest")
  func names() {
    let findings = Self.findings("[N, 3]", ["relu"], "lint: {griding: off, missing_attribute: off, Z: off}")
    #expect(findings.count == 3 && findings.allSatisfy { $0.hasPrefix("there is no lint") })
    #expect(Self.findings("[N, 3]", ["relu"], "lint: {unread_pixels: off, uneven-overlap: error}") == [])
  }
}
