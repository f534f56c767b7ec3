import CPlatform

/// Vectors of fewer elements than a lane holds, for the ends of rows.
extension UnsafePointer where Pointee == Float {
  /// The first `width` elements from an offset on; the rest of the vector is `filler`.
  @inline(__always)
  func lane(_ offset: Int, width: Int, filler: Float = 0) -> Lane {
    if width == Lane.scalarCount { return lane(offset) }
    var lane = Lane(repeating: filler)
    for i in 0..<width { lane[i] = self[offset + i] }
    return lane
  }
}

extension UnsafeMutablePointer where Pointee == Float {
  @inline(__always)
  func lane(_ offset: Int, width: Int, filler: Float = 0) -> Lane {
    UnsafePointer(self).lane(offset, width: width, filler: filler)
  }

  /// Stores the first `width` elements of a vector.
  @inline(__always)
  func store(_ lane: Lane, _ offset: Int, width: Int) {
    if width == Lane.scalarCount {
      store(lane, offset)
    } else {
      for i in 0..<width { self[offset + i] = lane[i] }
    }
  }
}

/// The number of integers of a range; the library's `count` is compiled as a weak function that all kernel levels
/// share.
@inline(__always)
func length(_ range: Range<Int>) -> Int { range.upperBound - range.lowerBound }

extension Lane {
  /// The sum of all elements; the library's `sum` is compiled as a weak function that all kernel levels share.
  @inline(__always)
  var total: Float {
    var sum: Float = 0
    for i in 0..<Lane.scalarCount { sum += self[i] }
    return sum
  }

  /// `self * factor + addend`, with one rounding where the instruction set has it.
  @inline(__always)
  func multiplied(by factor: Lane, adding addend: Lane) -> Lane {
    var sum = addend
    sum.accumulate(self, factor)
    return sum
  }

  /// The larger of each pair; NaN where either is.
  @inline(__always)
  func maximum(_ other: Lane) -> Lane {
    cplatform_larger(self, other).replacing(with: self, where: self .!= self)
  }

  /// The numbers bounded from both sides; NaN stays.
  @inline(__always)
  func clamped(_ low: Float, _ high: Float) -> Lane {
    cplatform_smaller(Lane(repeating: high), cplatform_larger(Lane(repeating: low), self))
  }
}
