typealias LaneBits = Lane.MaskStorage

/// `exp(x)` of each element within 1.5 units in the last place, denormal results included.
///
/// `2^n` (see `reduced`) is multiplied in two halves so that the steps neither overflow nor underflow early.
@inline(__always)
func exponential(_ x: Lane) -> Lane {
  let (whole, r) = wholeReduced(x.clamped(-104, 89))
  let half = whole &>> 1
  return exponentialNearZero(r) * powerOfTwo(half) * powerOfTwo(whole &- half)
}

/// `exp(sign * x)` of elements for which that is from -87 to 88, whose results are normal numbers, within 1.5 units in the
/// last place; from 88.4 to 89 it is infinite.
@inline(__always)
func normalExponential(_ x: Lane, sign: Float = 1) -> Lane {
  let (shifted, r) = reduced(x, sign: sign, shifter: 12_582_912 + 127)
  return exponentialNearZero(r, sign: sign)
    * unsafeBitCast(unsafeBitCast(shifted, to: LaneBits.self) &<< 23, to: Lane.self)
}

/// `exp(sign * r)` for `|r| <= ln 2 / 2`, by a minimax polynomial of relative error 3e-9.
@inline(__always)
private func exponentialNearZero(_ r: Lane, sign: Float = 1) -> Lane {
  let square = r * r
  let high = r.multiplied(by: Lane(repeating: sign * 8.369_418_827e-3), adding: Lane(repeating: 4.166_845_678e-2))
  let low = r.multiplied(by: Lane(repeating: sign * 0.166_665_147_9), adding: Lane(repeating: 0.499_999_930_5))
  let tail = square.multiplied(by: Lane(repeating: 1.381_314_47e-3), adding: high).multiplied(by: square, adding: low)
  return tail.multiplied(by: square, adding: r.multiplied(by: Lane(repeating: sign), adding: Lane(repeating: 1)))
}

/// `2^n` for exponents of normal numbers.
@inline(__always)
private func powerOfTwo(_ n: LaneBits) -> Lane { unsafeBitCast((n &+ 127) &<< 23, to: Lane.self) }

/// `exp(x) - 1` of each element that is not above 88, within 2 units in the last place.
///
/// `exp(r) - 1 = r + r^2 q(r)` for the `r` of `reduced`, with a minimax polynomial `q` of absolute error 6e-8; below
/// -80 the result is -1 by far.
@inline(__always)
func exponentialLessOne(_ x: Lane) -> Lane {
  let (n, r) = wholeReduced(x.clamped(-80, 88))
  var tail = Lane(repeating: 1.394_111_2e-3)
  tail = tail.multiplied(by: r, adding: Lane(repeating: 8.363_175_2e-3))
  tail = tail.multiplied(by: r, adding: Lane(repeating: 4.166_637_36e-2))
  tail = tail.multiplied(by: r, adding: Lane(repeating: 0.166_665_763))
  tail = tail.multiplied(by: r, adding: Lane(repeating: 0.5))
  let fraction = tail.multiplied(by: r * r, adding: r)
  let power = powerOfTwo(n)
  return fraction.multiplied(by: power, adding: power - 1)
}

/// `x = n ln 2 + r` with a whole `n` and `|r| <= ln 2 / 2`; NaN is left as it is.
@inline(__always)
private func wholeReduced(_ x: Lane) -> (n: LaneBits, rest: Lane) {
  let shifter: Float = 12_582_912
  let (shifted, r) = reduced(x, sign: 1, shifter: shifter)
  return (unsafeBitCast(shifted, to: LaneBits.self) &- LaneBits(repeating: Int32(bitPattern: shifter.bitPattern)), r)
}

/// `x = sign * n ln 2 + r`, with `n` and the shifter's low bits as the low bits of a number.
@inline(__always)
private func reduced(_ x: Lane, sign: Float, shifter: Float) -> (shifted: Lane, rest: Lane) {
  let shifted = x.multiplied(by: Lane(repeating: sign * 1.442_695_04), adding: Lane(repeating: shifter))
  let n = shifted - Lane(repeating: shifter)
  var r = n.multiplied(by: Lane(repeating: sign * -0.693_359_375), adding: x)
  r = n.multiplied(by: Lane(repeating: sign * 2.121_944_4e-4), adding: r)
  return (shifted, r)
}

/// `1 / (1 + exp(-x))`.
@inline(__always)
func logistic(_ x: Lane) -> Lane { 1 / (1 + exponential(-x)) }
