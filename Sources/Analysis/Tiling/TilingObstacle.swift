package import Graph

/// The first layer on the way to an output that keeps an axis from being cut into tiles.
package struct TilingObstacle: Hashable, Sendable {
  package enum Reason: Hashable, Sendable {
    /// Each cell reads the whole axis.
    case readsWhole
    /// The output has other axes than the input.
    case changesAxes
    /// Nobody knows what is read.
    case untold
    /// What is read depends on the size of the axis.
    case dependsOnSize
    /// The layer does not work, or does not follow, when the size changes.
    case fixedSize
    /// Cells beyond one border come from the other.
    case wraps
    /// The values that it reads move at different speeds.
    case unequalSpeeds
    /// A weight has the size of the axis.
    case sizedWeights
    /// The values are places in the input, which a tile counts from its own corner.
    case places
    /// The pattern of reading repeats after too many cells.
    case tooManyPhases
    /// The inputs of the network have different sizes.
    case unequalInputs
  }

  /// The layer; nil for an input of the network.
  package var node: NodeID?
  package var reason: Reason
}

extension TilingObstacle.Reason {
  /// What the layer does, after its name.
  package func phrase(axis: String) -> String {
    switch self {
    case .readsWhole: "reads the whole of \(axis) for each cell"
    case .changesAxes: "has other axes than its input"
    case .untold: "reads along \(axis) in a way that is not followed"
    case .dependsOnSize: "reads by a rule that changes with the size of \(axis)"
    case .fixedSize: "has a size of \(axis) that does not follow its input"
    case .wraps: "continues \(axis) from its other end"
    case .unequalSpeeds: "joins maps of different scales along \(axis)"
    case .sizedWeights: "has weights of the size of \(axis)"
    case .places: "has places in its input as values"
    case .tooManyPhases: "repeats what it does along \(axis) only after too many cells"
    case .unequalInputs: "has other spatial sizes than the first input"
    }
  }

  /// What could be done about it.
  package var help: String? {
    switch self {
    case .dependsOnSize: "resize by a 'scale_factor' that is a whole number, with 'align_corners: false'"
    case .fixedSize: "use 'scale_factor' or 'like' in place of a size in numbers"
    default: nil
    }
  }
}
