/// `tanh(x)` of each element within 2 units in the last place.
///
/// Below 0.625 an odd minimax polynomial of relative error 5e-9, above `1 - 2 / (exp(2 |x|) + 1)` with the sign of
/// `x`.
@inline(__always)
func hyperbolicTangent(_ x: Lane) -> Lane {
  let size = x.replacing(with: -x, where: x .< 0)
  let square = x * x
  var tail = Lane(repeating: -5.648_316_385e-3)
  tail = tail.multiplied(by: square, adding: Lane(repeating: 2.058_982_637e-2))
  tail = tail.multiplied(by: square, adding: Lane(repeating: -5.372_512_657e-2))
  tail = tail.multiplied(by: square, adding: Lane(repeating: 0.133_312_744_3))
  tail = tail.multiplied(by: square, adding: Lane(repeating: -0.333_332_760_6))
  let small = (tail * square).multiplied(by: x, adding: x)
  let large = 1 - 2 / (exponential(size + size) + 1)
  return large.replacing(with: -large, where: x .< 0).replacing(with: small, where: size .< 0.625)
}
