import Analysis
import CNNCKit
import Formats
import Graph
import Operators
import Tensors
import TestSupport
import Testing

/// Networks on tiles against the same networks on the whole.
@Suite struct TilingTests {
  /// The largest difference of two tensors, relative to the largest magnitude.
  private func difference(_ a: Tensor, _ b: Tensor) throws -> Float {
    try #require(a.sizes == b.sizes && a.dtype == b.dtype)
    if a.dtype != .float32 { return a.bytes.elementsEqual(b.bytes) ? 0 : 1 }
    let (a, b) = (a.floats, b.floats)
    return zip(a, b).reduce(0) { max($0, abs($1.0 - $1.1)) } / max(a.reduce(0) { max($0, abs($1)) }, 1e-30)
  }

  /// Runs a model as a whole and in tiles; the number of tiles and the largest difference.
  private func compare(_ model: Model, tile: [Int], seed: UInt64 = 0) throws -> (count: Int, difference: Float) {
    var request = RunRequest()
    request.seed = seed
    request.threads = 1
    let whole = try ModelRun(model, request).run()
    let tiled = try TiledRun(model, request, tile: tile)
    let joined = try tiled.run()
    var largest: Float = 0
    for (a, b) in zip(whole.outputs.entries, joined.outputs.entries) {
      #expect(a.name == b.name)
      largest = max(largest, try difference(a.tensor, b.tensor))
    }
    return (tiled.tiled.count, largest)
  }

  @Test(
    "networks of the zoo compute the same in tiles",
    arguments: [
      ("segmentation/unet", ["width=4", "size=256"], [208], 16),
      ("segmentation/unet", ["width=4", "size=240"], [500, 224], 2),
      ("segmentation/fcn_resnet50", ["size=40"], [32], 1),
      ("segmentation/segnet", ["width=4", "size=448"], [448, 416], 2),
      ("generative/espcn", ["size=41"], [23, 31], 6),
      ("generative/srresnet", ["width=4", "blocks=1", "size=45"], [32], 4),
      ("generative/dcgan_generator", ["width=4"], [8], 1),
      ("sequence/wavenet", ["levels=4", "width=4", "skip_width=4", "depth=5", "steps=301"], [160], 4),
      ("sequence/tcn", ["width=4", "steps=700"], [300], 10),
      ("volumetric/unet_3d", ["width=2", "depth=112", "size=16"], [104, 16, 16], 2),
    ])
  func zoo(_ path: String, _ settings: [String], _ tile: [Int], _ count: Int) throws {
    let model = try Model(
      contentsOf: "\(Repository.root)/models/\(path).yaml", options: ModelOptions(settings: settings))
    let result = try compare(model, tile: tile)
    #expect(result.count == count)
    #expect(result.difference <= 1e-5)
  }

  @Test("random networks compute the same in tiles of any size", arguments: 0..<120)
  func sufficient(_ seed: Int) throws {
    var networks = RandomNetwork(seed: UInt64(seed))
    let (model, rule) = try networks.makeTileable(allows: .everything)
    for _ in 0..<3 {
      let wanted = rule.minimum + networks.number(0...max(1, rule.size - rule.minimum))
      let result = try compare(model, tile: [wanted], seed: UInt64(seed))
      #expect(result.difference <= 1e-5, "\(wanted) of \(rule)\n\(networks.text)")
    }
  }

  /// A part of the input between two cuts, run by itself, differs from the whole in the seams and nowhere else.
  @Test("the seams are as wide as the certificate says, and no wider", arguments: 0..<60)
  func exact(_ seed: Int) throws {
    var networks = RandomNetwork(seed: UInt64(seed))
    let (model, rule) = try networks.makeTileable(allows: .positive)
    let output = rule.outputs[0]
    let input = networks.positives(rule.size)
    let whole = try run(model, input)
    let origin = rule.step * networks.number(1...3)
    let end = rule.size - rule.step * networks.number(1...3)
    let part = try run(networks.model(size: end - origin), Array(input[origin..<end]))
    let first = origin / rule.step * output.cellsPerStep
    let count = part.count
    try #require(count == output.size - (rule.size - end + origin) / rule.step * output.cellsPerStep)
    let same = (0..<count).map { abs(part[$0] - whole[first + $0]) <= 1e-6 * abs(whole[first + $0]) }
    #expect(same[output.seamBegin..<count - output.seamEnd].allSatisfy { $0 }, "\(rule)\n\(networks.text)")
    if output.seamBegin > 0 { #expect(!same[output.seamBegin - 1], "begin of \(rule)\n\(networks.text)") }
    if output.seamEnd > 0 { #expect(!same[count - output.seamEnd], "end of \(rule)\n\(networks.text)") }
  }

  /// The cells of the input at the ends of the halo change the part of the output, and the next ones do not.
  @Test("the halo is sufficient and necessary", arguments: 0..<60)
  func halo(_ seed: Int) throws {
    var networks = RandomNetwork(seed: UInt64(seed))
    let (model, rule) = try networks.makeTileable(allows: .positive)
    let output = rule.outputs[0]
    var input = networks.positives(rule.size)
    let whole = try run(model, input)
    // A part in the middle: the steps from `first` to `last`.
    let middle = rule.size / rule.step / 2
    let (first, last) = (middle * rule.step, (middle + 1) * rule.step)
    let shift = Int(output.offset)
    let cells = middle * output.cellsPerStep + shift..<(middle + 1) * output.cellsPerStep + shift
    func changes(_ cell: Int) throws -> Bool {
      guard input.indices.contains(cell) else { return false }
      let value = input[cell]
      input[cell] = 1000
      defer { input[cell] = value }
      let changed = try run(model, input)
      return cells.contains { whole.indices.contains($0) && changed[$0] != whole[$0] }
    }
    let text = Comment(rawValue: "\(rule)\n\(networks.text)")
    for distance in 1...3 {
      #expect(try !changes(first - output.haloBegin - distance), text)
      #expect(try !changes(last + output.haloEnd - 1 + distance), text)
    }
    if output.haloBegin > 0, first >= output.haloBegin { #expect(try changes(first - output.haloBegin), text) }
    if output.haloEnd > 0, last + output.haloEnd <= rule.size {
      #expect(try changes(last + output.haloEnd - 1), text)
    }
  }

  private func run(_ model: Model, _ input: [Float]) throws -> [Float] {
    let session = try Session(model, threads: 1)
    return try #require(try session.run(["input": input]).first?.value.values)
  }

  @Test("the certificate of a chain is what its formulas say")
  func formulas() throws {
    // Two windows of 3 with padding and stride 2 see 3 + 2 * 2 = 7 cells, 3 of them before the first cell of a step.
    let model = Model(
      text: """
        cnnc: 1
        model: m
        input: [N, 1, H]
        layers:
          - conv1d: {out_channels: 1, kernel_size: 3, stride: 2, padding: 1, rounding: floor}
          - conv1d: {out_channels: 1, kernel_size: 3, stride: 2, padding: 1, rounding: floor}
        """)
    let graph = try #require(try model.validGraph().withExampleSizes())
    let certificate = TilingCertificate(graph)
    guard case .tileable(let rule) = certificate.axes[0].verdict else {
      Issue.record("a chain of windows is tileable")
      return
    }
    #expect(rule.step == 4 && rule.outputs[0].scale == 0.25 && rule.outputs[0].offset == 0)
    #expect(rule.outputs[0].haloBegin == 3 && rule.outputs[0].haloEnd == 0)
    #expect(rule.outputs[0].seamBegin == 1 && rule.outputs[0].seamEnd == 0 && rule.minimum == 8)
  }

  @Test(
    "what forbids tiles is named",
    arguments: [
      ("- global_avg_pool", TilingObstacle.Reason.readsWhole), ("- instance_norm", .readsWhole),
      ("- group_norm: {num_groups: 1}", .readsWhole), ("- softmax: {dim: 3}", .readsWhole),
      ("- flatten", .changesAxes), ("- upsample: {size: 64}", .dependsOnSize),
      ("- upsample: {scale_factor: 2, mode: bilinear, align_corners: true}", .dependsOnSize),
      ("- adaptive_avg_pool2d: {output_size: 8}", .dependsOnSize),
      ("- adaptive_avg_pool2d: {output_size: 32}", .dependsOnSize),
      ("- conv2d: {out_channels: 2, kernel_size: 3, padding: 1, padding_mode: circular}", .wraps),
      ("- pad: {padding: 2, mode: circular}", .wraps), ("- reshape: {shape: [-1, 2, 32, 32]}", .fixedSize),
      ("- slice: {dim: 2, start: -8}", .dependsOnSize), ("- center_crop: {size: 16}", .fixedSize),
      ("- max_pool2d: {name: p, kernel_size: 2, return_indices: true}\noutputs: [p.1]", .places),
      ("- permute: {dims: [0, 1, 3, 2]}", .untold),
    ])
  func obstacles(_ layer: String, _ reason: TilingObstacle.Reason) throws {
    let text = "cnnc: 1\nmodel: m\ninput: [1, 2, 32, 32]\nlayers:\n  - relu\n  " + layer + "\n"
    let model = Model(text: text)
    let certificate = TilingCertificate(try model.validGraph())
    #expect(certificate.obstacle?.obstacle.reason == reason)
    #expect(certificate.obstacle?.obstacle.node == NodeID(index: 1))
    #expect(throws: ModelError.self) { _ = try TiledModel(model, wanted: [16]) }
    #expect(try TiledModel(model, wanted: [32]).count == 1)
  }
}
