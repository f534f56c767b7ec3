import KernelInterface

/// Where an output index lies: between two input indices, with the share of the second.
///
/// A tuple, because a structure of this size makes weak functions that all kernel levels share.
typealias ResamplePlace = (first: Int, second: Int, share: Float)

extension ResampleAxis {
  /// The input index that `nearest` copies, in single precision: where the product is close to a whole number, its
  /// rounding decides as in PyTorch.
  @inline(__always)
  func nearest(_ index: Int) -> Int {
    output == input ? index : min(Int(Float(index) * Float(scale)), input - 1)
  }

  /// The place between input indices.
  @inline(__always)
  func place(_ index: Int, _ rule: ResampleRule) -> ResamplePlace {
    if output == input { return (index, index, 0) }
    let coordinate =
      rule.alignsCorners ? Double(index) * scale : max((Double(index) + 0.5) * scale - 0.5, 0)
    let first = min(Int(coordinate), input - 1)
    let share = min(max(coordinate - Double(first), 0), 1)
    return (first, min(first + 1, input - 1), Float(share))
  }
}
