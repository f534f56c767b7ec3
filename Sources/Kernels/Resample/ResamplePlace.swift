import KernelInterface

/// Where an output index lies: between two input indices, with the share of the second.
struct ResamplePlace {
  var first: Int
  var second: Int
  var share: Float
}

extension ResampleAxis {
  /// The input index that `nearest` copies.
  @inline(__always)
  func nearest(_ index: Int) -> Int {
    output == input ? index : min(Int(Float(index) * scale), input - 1)
  }

  /// The place between input indices, computed in single precision as PyTorch does.
  @inline(__always)
  func place(_ index: Int, _ rule: ResampleRule) -> ResamplePlace {
    if output == input { return ResamplePlace(first: index, second: index, share: 0) }
    let coordinate =
      rule == .linearAlignedCorners ? Float(index) * scale : max((Float(index) + 0.5) * scale - 0.5, 0)
    let first = min(Int(coordinate), input - 1)
    let share = min(max(coordinate - Float(first), 0), 1)
    return ResamplePlace(first: first, second: min(first + 1, input - 1), share: share)
  }
}
