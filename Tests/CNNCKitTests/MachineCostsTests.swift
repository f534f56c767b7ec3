import Execution
import Graph
import KernelInterface
import Operators
import Passes
import TestSupport
import Testing

@testable import CNNCKit

@Suite("Costs of a machine") struct MachineCostsTests {
  private static let levels = KernelSelection.available.filter { $0.level != .reference }.map(\.level)

  /// Costs that differ from the reference in every constant.
  private static let others = {
    var costs = CostModel.reference
    for (index, constant) in CostModel.constants.enumerated() {
      costs[keyPath: constant.path] *= constant.name.hasSuffix("share") ? 0.9 : 1.1 + 0.1 * Double(index)
    }
    return costs
  }()

  private func kernels(_ level: KernelLevel, for probe: CostProbe) throws -> KernelTable {
    var kernels = try KernelSelection(override: level.rawValue).kernels
    kernels.vectors.costs = probe.forcing(.reference)
    return kernels
  }

  @Test("every constant has a probe, in the order of the table")
  func probes() {
    let names = CostProbe.all.map { probe in CostModel.constants.first { $0.path == probe.constant }?.name }
    #expect(names == CostModel.constants.map(\.name))
  }

  @Test("a probe's convolution is computed in its way", arguments: levels)
  func ways(_ level: KernelLevel) throws {
    for probe in CostProbe.all {
      let options = PlanOptions(optimization: probe.isOptimized ? .full : .none)
      let plan = try Model.plan(Model(text: probe.model).validGraph(), options, kernels: kernels(level, for: probe))
      let steps = plan.steps.filter { ($0.path == CostProbe.path) != (probe.way == .reorders) }
      let expected =
        switch probe.way {
        case .windows, .bands: ["convolution"]
        case .taps: ["convolution by taps"]
        case .largeTiles: ["winograd convolution 4x4"]
        case .smallTiles: ["winograd convolution 2x2"]
        case .reorders: ["block channels", "unblock channels"]
        }
      #expect(steps.map(\.kernel) == expected, "\(probe)")
    }
  }

  @Test("constants are found from the cycles that they cause", arguments: levels)
  func fit(_ level: KernelLevel) throws {
    let measured = try CostProbe.all.map { probe in
      let kernels = try kernels(level, for: probe)
      let graph = try OptimizationPass.assignLayouts.result(
        of: Model(text: probe.model).validGraph(), vectors: kernels.vectors)
      let node = try #require(graph.nodes.first { $0.path == CostProbe.path })
      let convolution = try #require(node.operation as? FusedConvolution)
      return MeasuredProbe(
        probe: probe, convolution: convolution, vectors: kernels.vectors,
        cycles: probe.cycles(convolution, kernels.vectors, Self.others))
    }
    let found = MeasuredProbe.fit(measured)
    for (name, path) in CostModel.constants {
      let (value, expected) = (found[keyPath: path], Self.others[keyPath: path])
      #expect(abs(value / expected - 1) < 1e-4, "\(name): \(value) instead of \(expected)")
    }
  }

  @Test("a constant that does not show in what was measured stays")
  func flat() throws {
    let probe = try #require(CostProbe.all.first { $0.constant == \.transformShare })
    let kernels = try kernels(.baseline, for: probe)
    let graph = try OptimizationPass.assignLayouts.result(
      of: Model(text: probe.model).validGraph(), vectors: kernels.vectors)
    let node = try #require(graph.nodes.first { $0.path == CostProbe.path })
    let convolution = try #require(node.operation as? FusedConvolution)
    // Of this one no bytes a cycle make reading its few weights longer than its products.
    let memory = try #require(CostProbe.all.first { $0.constant == \.bytesPerCycle })
    for cycles in [1, 1e12] {
      let measured = MeasuredProbe(
        probe: memory, convolution: convolution, vectors: kernels.vectors, cycles: cycles)
      #expect(MeasuredProbe.fit([measured]) == .reference)
    }
    let least = MeasuredProbe(probe: probe, convolution: convolution, vectors: kernels.vectors, cycles: 1)
    #expect(abs(MeasuredProbe.fit([least]).transformShare - 1) < 1e-6, "what it shows in goes to the limit")
  }

  @Test("plans go by the costs")
  func choice() throws {
    let model = """
      cnnc: 1
      model: m
      input: [1, 64, 28, 28]
      layers:
        - conv2d: {out_channels: 64, kernel_size: 3, padding: 1}
      """
    var kernels = try KernelSelection(override: nil).kernels
    func chosen() throws -> [String] {
      try Model.plan(Model(text: model).validGraph(), PlanOptions(), kernels: kernels).steps.map(\.kernel)
    }
    #expect(try chosen().contains("winograd convolution 4x4"))
    kernels.vectors.costs.largeTileCycles *= 8
    kernels.vectors.costs.smallTileCycles *= 8
    kernels.vectors.costs.transformShare /= 8
    #expect(try !chosen().contains { $0.hasPrefix("winograd") })
  }

  @Test("costs are read as they were kept, for the same kernels alone")
  func kept() throws {
    let folder = try TestFile.makeTemporaryFolder()
    let path = folder + "/cnnc/costs.json"
    #expect(MachineCosts.stored(.baseline, at: path) == nil)
    try MachineCosts(.baseline, Self.others).store(at: path)
    #expect(MachineCosts.stored(.baseline, at: path) == Self.others)
    #expect(MachineCosts.stored(.avx2, at: path) == nil)
    #expect(throws: ModelError.self) { try MachineCosts(.baseline, Self.others).store(at: path + "/costs.json") }
  }

  @Test("a broken file counts as none")
  func broken() throws {
    let folder = try TestFile.makeTemporaryFolder()
    let path = folder + "/costs.json"
    try MachineCosts(.baseline, Self.others).store(at: path)
    let text = try TestFile.text(path)
    let other = [
      ("\"cnnc\"", "\"cnmc\""), ("\"processor\": \"", "\"processor\": \"not "), ("tap_share", "tap_shares"),
      ("\"sum_cycles\": ", "\"sum_cycles\": 1e"), ("\"sum_cycles\": ", "\"sum_cycles\": -"), ("}", ""), (text, ""),
      (text, "[]"), ("costs", "cost"),
    ]
    for (part, replacement) in other {
      let changed = text.split(separator: part, omittingEmptySubsequences: false).joined(separator: replacement)
      #expect(changed != text, "\(part) is in the file")
      try TestFile.write(Array(changed.utf8), to: path)
      #expect(MachineCosts.stored(.baseline, at: path) == nil, "\(part) as \(replacement)")
    }
  }

  @Test("doctor measures, keeps and forgets costs")
  func doctor() throws {
    let folder = try TestFile.makeTemporaryFolder()
    func doctor(_ arguments: String...) throws -> CommandRun {
      try CommandRun.cnnc(["doctor"] + arguments, environment: ["XDG_CACHE_HOME": folder])
    }
    let measured = try doctor("--measure")
    #expect(measured.status == 0, "\(measured.errors)")
    for constant in CostModel.constants { #expect(measured.text.contains("\n\(constant.name) ")) }
    let path = folder + "/cnnc/costs.json"
    #expect(try doctor().text.contains("measured on this machine, in \(path)\n"))
    let level = try KernelSelection.ofProcess.get().level
    #expect(MachineCosts.stored(level, at: path) != nil)
    #expect(try doctor("--forget").text.contains("of the reference machine"))
    #expect(try doctor("--forget").status == 0)
    #expect(try doctor("--measure", "--forget").status == 2)
    let homeless = try CommandRun.cnnc(["doctor", "--measure"], environment: ["XDG_CACHE_HOME": "", "HOME": ""])
    #expect(homeless.status == 3 && homeless.errors.contains("there is no cache folder"))
  }
}
