typealias LaneBits = Lane.MaskStorage

/// `exp(x)` of each element within 1.5 units in the last place, denormal results included.
///
/// `x = n ln 2 + r` with a whole `n` and `|r| <= ln 2 / 2`; the polynomial for `exp(r)` is a minimax fit of relative
/// error 3e-9, and `2^n` is multiplied in two halves so that the steps neither overflow nor underflow early.
@inline(__always)
func exponential(_ x: Lane) -> Lane {
  let bounded = x.clamped(-104, 89)
  let shifter = Lane(repeating: 12_582_912)
  let shifted = bounded.multiplied(by: Lane(repeating: 1.442_695_04), adding: shifter)
  let n = shifted - shifter
  var r = n.multiplied(by: Lane(repeating: -0.693_359_375), adding: bounded)
  r = n.multiplied(by: Lane(repeating: 2.121_944_4e-4), adding: r)
  var tail = Lane(repeating: 1.381_314_47e-3)
  tail = tail.multiplied(by: r, adding: Lane(repeating: 8.369_418_827e-3))
  tail = tail.multiplied(by: r, adding: Lane(repeating: 4.166_845_678e-2))
  tail = tail.multiplied(by: r, adding: Lane(repeating: 0.166_665_147_9))
  tail = tail.multiplied(by: r, adding: Lane(repeating: 0.499_999_930_5))
  let fraction = tail.multiplied(by: r * r, adding: r) + 1
  let whole = unsafeBitCast(shifted, to: LaneBits.self) &- unsafeBitCast(shifter, to: LaneBits.self)
  let half = whole &>> 1
  return fraction * powerOfTwo(half) * powerOfTwo(whole &- half)
}

/// `2^n` for exponents of normal numbers.
@inline(__always)
private func powerOfTwo(_ n: LaneBits) -> Lane { unsafeBitCast((n &+ 127) &<< 23, to: Lane.self) }

/// `1 / (1 + exp(-x))`.
@inline(__always)
func logistic(_ x: Lane) -> Lane { 1 / (1 + exponential(-x)) }
