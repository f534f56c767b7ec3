import Analysis
import CNNCKit
import Diagnostics
import TestSupport
import Testing

/// The promise `causal: time` against what networks really read.
@Suite struct CausalityTests {
  /// How many steps ahead the finding about a network says that it looks; 0 without a finding.
  private func steps(of text: String) throws -> Int {
    let findings = Model(text: text + "expect: {causal: time}\n").findings.filter { $0.severity == .error }
    guard let finding = findings.first else { return 0 }
    try #require(findings.count == 1 && finding.code == "E0605")
    let number = finding.message.split(separator: " ").last { Int($0) != nil }
    return try #require(number.flatMap { Int($0) })
  }

  /// Changes one cell after another in the middle of the input, and sees which outputs change first.
  @Test("random networks look as far ahead as their finding says", arguments: 0..<60)
  func measured(_ seed: Int) throws {
    var networks = RandomNetwork(seed: UInt64(seed))
    let (model, rule) = try networks.makeTileable(allows: .positive)
    let output = rule.outputs[0]
    let session = try Session(model, threads: 1)
    var input = networks.positives(rule.size)
    func values() throws -> [Float] { try #require(try session.run(["input": input]).first?.value.values) }
    let whole = try values()
    var ahead = 0
    let middle = rule.size / 2
    for cell in middle..<middle + rule.step {
      let value = input[cell]
      input[cell] = 1000
      let changed = try values()
      input[cell] = value
      for position in whole.indices where changed[position] != whole[position] {
        ahead = max(ahead, cell - position * rule.step / output.cellsPerStep)
      }
    }
    #expect(try steps(of: networks.text) == ahead, "\(networks.text)")
  }

  private func chain(_ layers: String...) -> String {
    "cnnc: 1\nmodel: m\ninput: [N, 2, 64]\nlayers:\n" + layers.map { "  - " + $0 + "\n" }.joined()
  }

  @Test("padding before a layer makes up for what it sees of later steps")
  func compensation() throws {
    #expect(try steps(of: chain("conv1d: {out_channels: 2, kernel_size: 3}")) == 2)
    #expect(try steps(of: chain("pad: {padding: [[2, 0]]}", "conv1d: {out_channels: 2, kernel_size: 3}")) == 0)
    #expect(try steps(of: chain("conv1d: {out_channels: 2, kernel_size: 3}", "pad: {padding: [[2, 0]]}")) == 0)
    #expect(try steps(of: chain("avg_pool1d: 2")) == 1)
    #expect(
      try steps(of: chain("conv1d: {out_channels: 2, kernel_size: 4, stride: 2, padding: causal, rounding: floor}"))
        == 0)
  }

  @Test("the fix makes the file check, and is left out where it would not")
  func fixes() throws {
    let model = Model(
      text: chain("conv1d: {out_channels: 2, kernel_size: 3, padding: 1}", "relu") + "expect: {causal: L}\n")
    let fix = try #require(model.diagnostics.first?.fixes.first)
    #expect(fix.safety == .unsafe && fix.edits.map(\.text) == ["causal"])
    for layers in [
      chain("conv1d: {out_channels: 2, kernel_size: 3}"),
      chain("conv1d: {out_channels: 2, kernel_size: 3, padding: $(2 - 1)}"), chain("global_avg_pool"),
      chain("conv1d: {out_channels: 2, kernel_size: 3, padding: 1}", "avg_pool1d: 2"),
    ] {
      let model = Model(text: layers + "expect: {causal: time}\n")
      #expect(model.diagnostics.map(\.code.id) == ["E0605"] && model.diagnostics[0].fixes.isEmpty, "\(layers)")
    }
  }

  @Test(
    "what names no axis of the inputs is no promise",
    arguments: [("[N, 2, 64]", "W"), ("[N, 2, 8, 8]", "time"), ("[N, 2]", "time"), ("[N, 2, 64]", "1")])
  func axes(_ shape: String, _ axis: String) {
    let model = Model(
      text: "cnnc: 1\nmodel: m\ninput: \(shape)\nlayers:\n  - relu\nexpect: {causal: \(axis)}\n")
    #expect(model.diagnostics.map(\.code.id) == ["E0602"])
  }
}
