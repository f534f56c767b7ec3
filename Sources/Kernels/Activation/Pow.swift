import Glibc
import KernelInterface

/// `x` to the power `alpha`. The gradient reads the input.
///
/// Whole exponents up to 16 are products, 1/2 and -1/2 a square root as in PyTorch; for others each element goes to the
/// library.
enum Pow: ElementFunction {
  @inline(__always)
  static func value(_ x: Lane, _ constants: Constants) -> Lane { power(x, constants.alpha) }

  @inline(__always)
  static func gradient(_ upstream: Lane, _ saved: Lane, _ constants: Constants) -> Lane {
    let exponent = constants.alpha
    return exponent == 0 ? Lane() : upstream * (power(saved, exponent - 1) * exponent)
  }

  @inline(__always)
  private static func power(_ x: Lane, _ exponent: Float) -> Lane {
    if exponent.magnitude <= 16, exponent.rounded(.towardZero) == exponent {
      let product = product(x, Int(exponent.magnitude))
      return exponent < 0 ? 1 / product : product
    }
    if exponent.magnitude == 0.5 {
      let root = x.squareRoot()
      return exponent < 0 ? 1 / root : root
    }
    var result = x
    for i in 0..<Lane.scalarCount { result[i] = powf(x[i], exponent) }
    return result
  }

  /// The product of `count` equal factors, by squares.
  @inline(__always)
  private static func product(_ x: Lane, _ count: Int) -> Lane {
    var (result, square, rest) = (Lane(repeating: 1), x, count)
    while rest > 0 {
      if rest & 1 == 1 { result *= square }
      rest >>= 1
      if rest > 0 { square *= square }
    }
    return result
  }

  static func referenceValue(_ x: Float, _ constants: Constants) -> Float {
    constants.alpha.magnitude == 0.5
      ? (constants.alpha < 0 ? 1 / x.squareRoot() : x.squareRoot()) : Float(pow(Double(x), Double(constants.alpha)))
  }

  static func referenceGradient(_ upstream: Float, _ saved: Float, _ constants: Constants) -> Float {
    if constants.alpha == 0 { return 0 }
    let slope = referenceValue(saved, Constants(alpha: constants.alpha - 1))
    return upstream * (slope * constants.alpha)
  }
}
