package import Graph
package import Tensors

/// The channels of `groups` groups in turn, one of each: channels 0 1 2 3 4 5 of two groups become 0 3 1 4 2 5.
///
/// `C` channels are taken as a table of `groups` rows, which is read by columns (Zhang and others 2018, ShuffleNet), so
/// that the next grouped convolution sees every group. `groups` divides the channels. The gradient goes back to where
/// each channel came from.
package struct ChannelShuffle: RearrangingOperator {
  package var groups = 1

  package static let name = "channel_shuffle"
  package static let summary = "the channels of several groups in turn"
  package static let primaryAttribute: String? = "groups"
  package static let attributes: [Attribute<ChannelShuffle>] = [
    Attribute("groups", \.groups, required: true, .channels, "the groups that the channels are taken from in turn")
  ]

  package init() {}

  package func outputTypes(for inputs: [TensorType], reporting violations: inout [Violation]) -> [TensorType] {
    checkFloat(inputs, reporting: &violations)
    guard let shape = inputs[0].shape, checkCopyRank(shape, reporting: &violations) else { return [.unknown] }
    guard shape.rank >= 2 else {
      violations.append(.wrongRank(shape, expected: ["N", "C"]))
      return [.unknown]
    }
    checkMultiple(of: groups, "groups", shape, axis: 1, reporting: &violations)
    return [TensorType(shape)]
  }

  package func arrangement(of sizes: [Int]) -> Arrangement {
    let rest = sizes[2...].reduce(1, *)
    return Arrangement(sizes: [sizes[0], groups, sizes[1] / groups, rest], order: [0, 2, 1, 3])
  }
}
