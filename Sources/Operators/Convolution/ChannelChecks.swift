package import Diagnostics
import Graph
import Tensors

extension Operator {
  /// Reports a declared number of channels that an input with so many axes does not have.
  func checkChannels(of input: TensorType, axes: Int, declared: Int?, reporting violations: inout [Violation]) {
    guard let declared, let shape = input.shape, shape.rank == axes else { return }
    violations.demand(.equal(shape[1], .known(declared)), .channelMismatch, at: .attribute("in_channels"))
    guard let channels = shape[1].value, channels != declared else { return }
    violations.append(.channelMismatch(attribute: "in_channels", declared: declared, found: channels, input: shape))
  }

  /// Reports a number of groups that does not divide the channels on both sides, for an input with so many axes.
  func checkGroups(
    _ groups: Int, of input: TensorType, axes: Int, outChannels: Int, reporting violations: inout [Violation]
  ) {
    let input = input.shape?.rank == axes ? input : .unknown
    let inChannels = input.channels
    if let shape = input.shape {
      violations.demand(.multiple(shape[1], of: groups), .indivisibleGroups, at: .attribute("groups"))
    }
    let dividesInput = inChannels.map { $0 % groups == 0 } ?? true
    if dividesInput, outChannels % groups == 0 { return }
    violations.append(.indivisibleGroups(groups, input: input, outChannels: outChannels))
  }
}

extension Violation {
  /// A stated size of the input that is not the one it has.
  static func channelMismatch(attribute: String, declared: Int, found: Int, input: Shape) -> Violation {
    Violation(
      .channelMismatch, "'\(attribute)' must be what the input has: \(declared) is declared, the input has \(found)",
      at: .attribute(attribute), label: "declares \(declared)",
      remarks: [Remark(.input(0), "produces \(input)")],
      repairs: [Repair("change \(attribute) to \(found)", safety: .safe, set: attribute, to: .int(found))])
  }

  static func indivisibleGroups(_ groups: Int, input: TensorType, outChannels: Int) -> Violation {
    let inChannels = input.channels
    var wrong: [String] = []
    if let inChannels, inChannels % groups != 0 { wrong.append("in_channels \(inChannels)") }
    if outChannels % groups != 0 { wrong.append("out_channels \(outChannels)") }
    let common = inChannels.map { greatestCommonDivisor($0, outChannels) } ?? outChannels
    let valid = divisors(of: common)
    let nearest = nearest(to: groups, among: valid)
    var remarks: [Remark] = []
    if let inChannels { remarks.append(Remark(.input(0), "produces \(inChannels) channels")) }
    var notes = ["valid group counts for \(inChannels.map(String.init) ?? "?") -> \(outChannels) are \(listed(valid))"]
    if let inChannels, groups == outChannels, outChannels % inChannels == 0 {
      notes.append(
        "one group for each input channel, with \(outChannels / inChannels) filters each, is groups: \(inChannels)")
    }
    var violation = Violation(
      .indivisibleGroups,
      "'groups' must divide both channel counts: \(groups) does not divide \(wrong.joined(separator: " or "))",
      at: .attribute("groups"), label: "\(groups)", remarks: remarks,
      notes: notes,
      repairs: [Repair("change groups to \(nearest)", safety: .unsafe, set: "groups", to: .int(nearest))])
    if let inChannels, outChannels % groups == 0 {
      violation.wantedChannels = nearestMultiples(of: groups, to: inChannels)
    }
    return violation
  }

  private static func greatestCommonDivisor(_ a: Int, _ b: Int) -> Int { b == 0 ? a : greatestCommonDivisor(b, a % b) }

  /// The nearest of some numbers, the larger of two.
  static func nearest(to number: Int, among valid: [Int]) -> Int {
    valid.min { (abs($0 - number), -$0) < (abs($1 - number), -$1) } ?? 1
  }

  /// The multiples around a number that is none, the nearer first, the larger of two as near.
  static func nearestMultiples(of divisor: Int, to number: Int) -> [Int] {
    let below = number / divisor * divisor
    let (above, overflows) = below.addingReportingOverflow(divisor)
    if overflows { return [below] }
    let pair = number - below < above - number ? [below, above] : [above, below]
    return pair.filter { $0 > 0 }
  }

  /// Numbers for a message, the first twelve.
  static func listed(_ numbers: [Int]) -> String {
    numbers.prefix(12).map(String.init).joined(separator: ", ") + (numbers.count > 12 ? ", ..." : "")
  }

  /// All divisors, ascending.
  static func divisors(of number: Int) -> [Int] {
    guard number > 0 else { return [1] }
    var small: [Int] = []
    var large: [Int] = []
    var candidate = 1
    while candidate * candidate <= number {
      if number % candidate == 0 {
        small.append(candidate)
        if candidate != number / candidate { large.append(number / candidate) }
      }
      candidate += 1
    }
    return small + large.reversed()
  }
}

extension DiagnosticCode {
  package static let channelMismatch = DiagnosticCode(
    "E0320", "channel-mismatch",
    explanation: """
      What a layer reads follows from the layer before, so `in_channels`, `in_features`, `num_features` and
      `normalized_shape` need not be written. When they are, they are a promise that is checked: the input must have
      exactly this size.
      """,
    bad: """
      cnnc: 1
      model: channel_mismatch
      input: [N, 3, 8, 8]
      layers:
        - conv2d: {in_channels: 1, out_channels: 4, kernel_size: 3}
      """,
    good: """
      cnnc: 1
      model: channels_meet
      input: [N, 3, 8, 8]
      layers:
        - conv2d: {in_channels: 3, out_channels: 4, kernel_size: 3}
      """)

  package static let indivisibleGroups = DiagnosticCode(
    "E0430", "indivisible-groups",
    explanation: """
      A grouped convolution splits the input's channels and its filters into `groups` equal parts, so `groups` must divide
      both `in_channels` and `out_channels`. The valid counts are the common divisors. `group_norm` splits the channels into
      `num_groups` equal parts in the same way.
      """,
    bad: """
      cnnc: 1
      model: indivisible_groups
      input: [N, 48, 8, 8]
      layers:
        - conv2d: {out_channels: 64, kernel_size: 3, groups: 3}
      """,
    good: """
      cnnc: 1
      model: divisible_groups
      input: [N, 48, 8, 8]
      layers:
        - conv2d: {out_channels: 64, kernel_size: 3, groups: 4}
      """)
}
