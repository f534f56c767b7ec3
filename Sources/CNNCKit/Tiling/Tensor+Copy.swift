import Tensors

extension Tensor {
  /// Copies a box of another tensor with as many axes and the same type of elements into this one.
  ///
  /// The box must lie inside both.
  func copy(from source: Tensor, at sourceOrigin: [Int], to origin: [Int], sizes box: [Int]) {
    precondition(source.dtype == dtype && source.sizes.count == sizes.count, "a box is copied between tensors alike")
    for axis in box.indices {
      precondition(
        sourceOrigin[axis] + box[axis] <= source.sizes[axis] && origin[axis] + box[axis] <= sizes[axis],
        "a box lies inside both tensors")
    }
    guard let row = box.last, !box.contains(0) else { return }
    let last = box.count - 1
    let byteCount = row * dtype.byteCount
    withExtendedLifetime((storage, source.storage)) {
      for number in 0..<box.dropLast().reduce(1, *) {
        var (rest, from, to) = (number, sourceOrigin, origin)
        for axis in (0..<last).reversed() {
          from[axis] += rest % box[axis]
          to[axis] += rest % box[axis]
          rest /= box[axis]
        }
        (pointer + offset(of: to)).copyMemory(from: source.pointer + source.offset(of: from), byteCount: byteCount)
      }
    }
  }

  /// Bytes from the first element to one with the given indices.
  private func offset(of indices: [Int]) -> Int {
    zip(indices, sizes).reduce(0) { $0 * $1.1 + $1.0 } * dtype.byteCount
  }
}
