import TestSupport

/// A random network over one input with symbols for its spatial sizes, as the text of a model file.
///
/// Every operator whose shape rule depends on spatial sizes occurs, with attributes as they are met in real networks and
/// stranger ones. Many of the texts are no legal networks for any size; the proof leaves those out.
struct RandomNetwork {
  private var numbers: SeededNumbers
  private var lines: [String] = []
  private var rank = 2
  private var names: [String] = []

  init(seed: UInt64) { numbers = SeededNumbers(seed: seed) }

  mutating func text() -> String {
    rank = pick([1, 1, 2, 2, 3])
    let symbols = [["L"], ["H", "W"], ["D", "H", "W"]][rank - 1]
    lines = []
    names = ["input"]
    for index in 0..<(2 + below(5)) { addLayer(index) }
    return """
      cnnc: 1
      model: random
      input: [N, 4, \(symbols.joined(separator: ", "))]
      layers:
      \(lines.map { "  - " + $0 }.joined(separator: "\n"))

      """
  }

  private mutating func below(_ limit: Int) -> Int { Int(numbers.next() % UInt64(limit)) }

  private mutating func pick<T>(_ choices: [T]) -> T { choices[below(choices.count)] }

  /// One value for all axes, or one for each.
  private mutating func perAxis(_ choices: [String]) -> String {
    guard rank > 1, below(4) == 0 else { return pick(choices) }
    return "[" + (0..<rank).map { _ in pick(choices) }.joined(separator: ", ") + "]"
  }

  private mutating func padding(_ words: [String]) -> String {
    if below(3) == 0 {
      return "[" + (0..<rank).map { _ in "[\(below(3)), \(below(3))]" }.joined(separator: ", ") + "]"
    }
    return below(3) == 0 && !words.isEmpty ? pick(words) : perAxis(["0", "1", "1", "2"])
  }

  private mutating func addLayer(_ index: Int) {
    let name = "x\(index)"
    lines.append(layer(name))
    names.append(name)
  }

  private mutating func layer(_ name: String) -> String {
    let rounding = pick(["", "", ", rounding: floor", ", rounding: ceil"])
    switch below(17) {
    case 0...3:
      let mode = pick(["", "", "", ", padding_mode: reflect", ", padding_mode: circular"])
      let words = ["same", "valid"] + (rank == 1 ? ["causal"] : [])
      return "conv\(rank)d: {name: \(name), out_channels: 4, kernel_size: \(perAxis(["1", "2", "3", "5"])), "
        + "stride: \(perAxis(["1", "1", "2", "3"])), dilation: \(perAxis(["1", "1", "2"])), "
        + "padding: \(padding(words))\(mode)\(rounding)}"
    case 4, 5:
      return "\(pick(["max", "avg"]))_pool\(rank)d: {name: \(name), kernel_size: \(perAxis(["2", "3"])), "
        + "stride: \(perAxis(["1", "2", "2", "3"])), padding: \(pick(["0", "0", "1"]))\(rounding)}"
    case 6:
      return "conv_transpose\(rank)d: {name: \(name), out_channels: 4, kernel_size: \(perAxis(["2", "3", "4"])), "
        + "stride: \(perAxis(["1", "2", "2"])), padding: \(pick(["0", "1", "2"]))}"
    case 7: return "upsample: {name: \(name), scale_factor: \(perAxis(["2", "3", "0.5", "1.5"]))}"
    case 8: return "pad: {name: \(name), padding: \(padding([])), mode: \(pick(["constant", "reflect", "circular"]))}"
    case 9: return "crop: {name: \(name), cropping: \(padding([]))}"
    case 10: return "center_crop: {name: \(name), like: \(pick(names))}"
    case 11: return "slice: {name: \(name), dim: 2, start: \(pick(["0", "1", "-4"])), step: \(pick(["1", "2"]))}"
    case 12: return "\(pick(["add", "mul", "maximum"])): {name: \(name), from: [\(last), \(pick(names))]}"
    case 13: return "concat: {name: \(name), from: [\(last), \(pick(names))], axis: 2}"
    case 14: return "glu: {name: \(name), dim: 2}"
    case 15: return pick(["batch_norm", "relu", "instance_norm"]) + ": {name: \(name)}"
    default:
      return pick([
        "linear: {name: \(name), out_features: 8, in_features: \(pick(["4", "6"]))}",
        "upsample: {name: \(name), like: \(pick(names))}",
        "adaptive_avg_pool\(rank)d: {name: \(name), output_size: 3}",
        "reshape: {name: \(name), shape: [-1, 4, \(Array(repeating: "2", count: rank).joined(separator: ", "))]}",
        "chunk: {name: \(name)s, chunks: 2, dim: 2}\n  - identity: {name: \(name), from: \(name)s.0}",
      ])
    }
  }

  private var last: String { names[names.count - 1] }
}
