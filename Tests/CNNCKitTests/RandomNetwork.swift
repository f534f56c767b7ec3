import Analysis
import CNNCKit
import TestSupport
import Testing

/// Makes random networks of one spatial axis as model files: strides, dilations, every kind of padding, transposed
/// windows, resampling, crops and joins.
struct RandomNetwork {
  enum Choice {
    case everything
    /// Layers whose outputs grow with every cell that they read.
    case positive
  }

  private var numbers: SeededNumbers
  private var layers: [String] = []
  private var size = 0

  init(seed: UInt64) { numbers = SeededNumbers(seed: seed &* 7919 &+ 13) }

  mutating func number(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(numbers.next() % UInt64(range.count))
  }

  mutating func positives(_ count: Int) -> [Float] { numbers.floats(count).map { 1.25 + $0 / 4 } }

  /// The file of the last network.
  var text: String { text(size: size) }

  private func text(size: Int) -> String {
    """
    cnnc: 1
    model: random
    input: [1, 1, \(size)]
    defaults: {rounding: floor}
    init:
      conv1d: {weight: {uniform: {a: 0.5, b: 1}}}
      conv_transpose1d: {weight: {uniform: {a: 0.5, b: 1}}}
    layers:
    \(layers.map { "  - " + $0 }.joined(separator: "\n"))

    """
  }

  func model(size: Int) -> Model { Model(text: text(size: size)) }

  /// Makes networks until one checks, can be cut, and is long enough for several tiles.
  mutating func makeTileable(allows choice: Choice) throws -> (Model, TileRule) {
    for _ in 0..<200 {
      layers = (0..<number(1...5)).map { _ in layer(choice) }
      size = number(60...200)
      for _ in 0..<2 {
        let model = model(size: size)
        guard model.isValid else { break }
        guard case .tileable(let rule)? = TilingCertificate(try model.validGraph()).axes.first?.verdict else { break }
        if rule.minimum + 6 * rule.step < size { return (model, rule) }
        size = rule.minimum + (7 + number(0...2)) * rule.step + number(0...max(1, rule.step))
        if size > 2000 { break }
      }
    }
    throw NoNetwork()
  }

  struct NoNetwork: Error {}

  private mutating func layer(_ choice: Choice) -> String {
    switch number(0...(choice == .everything ? 13 : 7)) {
    case 0, 1: return convolution(stride: number(1...3))
    case 2: return "residual: [\(convolution(stride: 1, isSameSize: true))]"
    case 3:
      let kernel = number(1...4)
      return "avg_pool1d: {kernel_size: \(kernel), stride: \(number(1...3)), padding: \(number(0...(kernel / 2)))}"
    case 4, 5:
      let stride = number(1...3)
      let kernel = stride + number(0...3)
      return "conv_transpose1d: {out_channels: 1, kernel_size: \(kernel), stride: \(stride), "
        + "padding: \(number(0...(kernel / 2))), output_padding: \(number(0...(stride - 1)))}"
    case 6: return "upsample: {scale_factor: \(number(2...3)), mode: nearest}"
    case 7: return "upsample: {scale_factor: 2, mode: linear}"
    case 8: return "upsample: {scale_factor: 1.5, mode: \(number(0...1) == 0 ? "nearest" : "linear")}"
    case 9:
      let mode = ["reflect", "replicate", "constant"][number(0...2)]
      return "pad: {padding: [[\(number(0...3)), \(number(0...3))]], mode: \(mode)}"
    case 10: return "crop: {cropping: [[\(number(0...3)), \(number(0...3))]]}"
    case 11:
      return "conv1d: {out_channels: 1, kernel_size: \(number(1...5)), stride: \(number(1...3)), padding: same}"
    case 12:
      return "max_pool1d: {kernel_size: 3, stride: \(number(1...3)), padding: \(number(0...1)), rounding: "
        + "\(number(0...1) == 0 ? "ceil" : "floor")}"
    default:
      return "conv1d: {out_channels: 1, kernel_size: 5, padding: \(number(0...2)), padding_mode: "
        + "\(number(0...1) == 0 ? "reflect" : "replicate")}"
    }
  }

  private mutating func convolution(stride: Int, isSameSize: Bool = false) -> String {
    let kernel = isSameSize ? 3 : number(1...5)
    let dilation = number(1...2)
    let padding = isSameSize ? dilation : number(0...(kernel * dilation / 2))
    return "conv1d: {out_channels: 1, kernel_size: \(kernel), stride: \(stride), dilation: \(dilation), "
      + "padding: \(padding)}"
  }
}
