/// The counter-based generator Philox4x32-10 (Salmon et al., "Parallel Random Numbers: As Easy as 1, 2, 3", 2011).
///
/// Four words follow from counter and key alone, so any part of a sequence can be drawn by any thread.
struct Philox {
  var key: UInt64

  /// The words of one counter.
  @inline(__always)
  func words(_ block: UInt64, _ run: UInt64) -> SIMD4<UInt32> {
    var counter = SIMD4<UInt32>(
      UInt32(truncatingIfNeeded: block), UInt32(truncatingIfNeeded: block >> 32), UInt32(truncatingIfNeeded: run),
      UInt32(truncatingIfNeeded: run >> 32))
    var low = UInt32(truncatingIfNeeded: key)
    var high = UInt32(truncatingIfNeeded: key >> 32)
    for _ in 0..<10 {
      let first = UInt64(counter[0]) &* 0xD251_1F53
      let second = UInt64(counter[2]) &* 0xCD9E_8D57
      counter = SIMD4(
        UInt32(truncatingIfNeeded: second >> 32) ^ counter[1] ^ low, UInt32(truncatingIfNeeded: second),
        UInt32(truncatingIfNeeded: first >> 32) ^ counter[3] ^ high, UInt32(truncatingIfNeeded: first))
      low = low &+ 0x9E37_79B9
      high = high &+ 0xBB67_AE85
    }
    return counter
  }
}
