import CNNCKit
import Diagnostics
import Testing

/// Repairs as `check` offers them.
@Suite struct RepairStageTests {
  private func errors(_ body: String) -> [Diagnostic] {
    ModelCheck(Model(text: "cnnc: 1\nmodel: m\n" + body)).diagnostics.filter { $0.severity == .error }
  }

  @Test("a broken promise names the number that breaks it, and all that it breaks is one error")
  func promise() {
    let found = errors(
      """
      params: {width: 24}
      input: [N, 784]
      layers:
        - linear: $width
        - relu
        - linear: 10
      expect:
        params: 25450
        macs: 25408
      """)
    #expect(found.count == 1)
    #expect(found.first?.fixes.map(\.title) == ["change width to 32", "write the actual values"])
    #expect(found.first?.labels.map(\.message) == ["32 here mends it"])
    #expect(found.first?.notes.count == 1)
  }

  @Test("a number that no list of usual ones has is computed from the promise", arguments: [23, 77, 301])
  func solved(_ width: Int) {
    let parameters = 784 * width + width + width * 10 + 10
    let found = errors(
      """
      input: [N, 784]
      layers:
        - linear: 500
        - relu
        - linear: 10
      expect:
        params: \(parameters)
      """)
    #expect(found.first?.fixes.first?.title == "change out_features to \(width)")
  }

  @Test("errors that have nothing to do with each other stay, each with its own fix")
  func independent() {
    let found = errors(
      """
      input: [N, 3, 8, 8]
      layers:
        - conv2d: {out_channels: 12, kernel_size: 3, padding: 1, groups: 2}
        - rellu
        - conv2d: {in_channels: 8, out_channels: 12, kernel_size: 3, padding: 1}
      """)
    #expect(found.map(\.code.id) == ["E0430", "E0201", "E0320"])
    #expect(found.allSatisfy { !$0.fixes.isEmpty })
  }

  @Test("inputs of a join with different sizes can be cropped or resized")
  func join() {
    let found = errors(
      """
      input: [N, 3, 45, 45]
      defaults: {rounding: floor}
      layers:
        - conv2d: {name: skip, out_channels: 8, kernel_size: 3, padding: 1}
        - max_pool2d: 2
        - upsample: {name: deep, scale_factor: 2, mode: nearest}
        - concat: {from: [skip, deep]}
      """)
    let titles = found.first?.fixes.map(\.title) ?? []
    #expect(titles.contains("crop skip to the size of deep before the join"))
    #expect(titles.contains("resize deep to the size of skip before the join"))
  }

  @Test("a misspelt param is mended where it is declared")
  func declaration() {
    let found = errors(
      """
      input: [N, 3, 8, 8]
      blocks:
        unit:
          params: {widht: 8}
          layers:
            - conv2d: {out_channels: $width, kernel_size: 3}
      layers:
        - unit
      """)
    #expect(
      found.first?.fixes.map(\.title) == ["write widht instead of width", "declare width instead of widht"])
  }

  @Test("no repair is looked for in files of many thousand layers beyond what the rule proposes")
  func bounded() {
    let layers = (0..<20_000).map { $0 == 5_000 ? "  - rellu\n" : "  - relu\n" }.joined()
    let found = errors("input: [N, 8]\nlayers:\n" + layers)
    #expect(found.count == 1 && found.first?.fixes.count == 1)
  }

  @Test(
    "numbers beyond every size do no harm",
    arguments: [
      "conv2d: {out_channels: 4, kernel_size: 9, padding: 9223372036854775807}",
      "conv2d: {out_channels: 4, kernel_size: 9, padding: -4, dilation: 9223372036854775807}",
      "softmax: {dim: -9223372036854775808}",
      "group_norm: {num_groups: 9223372036854775807}",
    ])
  func hugeNumbers(_ layer: String) {
    #expect(!errors("input: [N, 3, 8, 8]\nlayers:\n  - \(layer)\n").isEmpty)
  }

  @Test("a rule that knows better numbers of channels offers them where they are written")
  func channels() {
    let found = errors(
      """
      input: [N, 3, 8, 8]
      layers:
        - conv2d: {out_channels: 63, kernel_size: 3, padding: 1}
        - relu
        - pixel_shuffle: 4
      """)
    #expect(found.first?.fixes.prefix(2).map(\.title) == ["change out_channels to 64", "change out_channels to 48"])
  }

  @Test("a pool that rounds otherwise than what it is joined with is given the other rounding")
  func rounding() {
    let found = errors(
      """
      input: [N, 8, 15, 15]
      defaults: {rounding: floor}
      layers:
        - residual:
            body:
              - conv2d: {out_channels: 8, kernel_size: 3, stride: 2, padding: 1}
            shortcut:
              - avg_pool2d: {kernel_size: 2}
      """)
    #expect(found.first?.fixes.first?.title == "add rounding: ceil")
  }

  @Test("a transposed convolution that lacks a cell along some axes gets it there alone")
  func outputPadding() {
    let found = errors(
      """
      input: [N, 4, 8, 8]
      layers:
        - conv_transpose2d:
            out_channels: 4
            kernel_size: 3
            stride: 2
            padding: 1
      expect: {output: [N, 4, 15, 16]}
      """)
    #expect(found.first?.fixes.first?.title == "add output_padding: [0, 1]")
  }
}
