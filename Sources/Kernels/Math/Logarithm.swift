/// `log(x)` of each element within 1 unit in the last place, denormal arguments included.
///
/// `x = 2^n (1 + f)` with `1 + f` from sqrt(1/2) to sqrt(2), and `log(1 + f) = f - f^2 / 2 + s (f^2 / 2 + R)` with
/// `s = f / (2 + f)`, where `R` is a minimax polynomial in `s^2`; the relative error is 5e-10. 0 gives -inf, a negative
/// number NaN.
@inline(__always)
func logarithm(_ x: Lane) -> Lane {
  let isSmall = x .< 1.175_494_351e-38
  let bits = unsafeBitCast(x.replacing(with: x * 8_388_608, where: isSmall), to: LaneBits.self)
  let exponent = (bits &- 0x3f35_04f3) &>> 23
  let shifter = Lane(repeating: 12_582_912)
  let whole = unsafeBitCast(exponent &+ unsafeBitCast(shifter, to: LaneBits.self), to: Lane.self) - shifter
  let n = whole.replacing(with: whole - 23, where: isSmall)
  let f = unsafeBitCast(bits &- (exponent &<< 23), to: Lane.self) - 1
  let s = f / (f + 2)
  let z = s * s
  var tail = Lane(repeating: 0.295_820_46)
  tail = tail.multiplied(by: z, adding: Lane(repeating: 0.399_887_19))
  tail = tail.multiplied(by: z, adding: Lane(repeating: 0.666_666_85))
  let half = f * f * 0.5
  let small = s.multiplied(by: tail.multiplied(by: z, adding: half), adding: n * -2.121_944_4e-4)
  let result = n.multiplied(by: Lane(repeating: 0.693_359_375), adding: f - (half - small))
  let finite = result.replacing(with: x, where: (x .== .infinity) .| (x .!= x))
  return finite.replacing(with: -.infinity, where: x .== 0).replacing(with: .nan, where: x .< 0)
}

/// `log(1 + x)` of each element from -1 on, accurate near 0: what rounding `1 + x` loses is added again.
@inline(__always)
func logarithmOfOnePlus(_ x: Lane) -> Lane {
  let sum = x + 1
  let lost = (x - (sum - 1)) / sum
  return logarithm(sum) + lost.replacing(with: 0, where: (sum .<= 0) .| (sum .== .infinity))
}

/// `log(1 + exp(x))` of each element, which never overflows.
@inline(__always)
func softPositive(_ x: Lane) -> Lane {
  let size = x.replacing(with: -x, where: x .< 0)
  return x.replacing(with: 0, where: x .< 0) + logarithmOfOnePlus(exponential(-size))
}
