import Glibc
import KernelInterface

/// `-(t log x + (1 - t) log(1 - x))`, with logarithms of at least -100.
enum BinaryCrossEntropy: PairFunction {
  @inline(__always)
  static func value(_ prediction: Lane, _ target: Lane, _: Constants) -> Lane {
    let positive = logarithm(prediction).clamped(-100, .infinity)
    let negative = logarithmOfOnePlus(-prediction).clamped(-100, .infinity)
    return (target - 1) * negative - target * positive
  }

  @inline(__always)
  static func predictionSlope(_ prediction: Lane, _ target: Lane, _: Constants) -> Lane {
    (prediction - target) / ((1 - prediction) * prediction).clamped(1e-12, .infinity)
  }

  @inline(__always)
  static func targetSlope(_ prediction: Lane, _ target: Lane, _: Constants) -> Lane {
    logarithmOfOnePlus(-prediction) - logarithm(prediction)
  }

  static func referenceValue(_ prediction: Double, _ target: Double, _: Constants) -> Double {
    let (positive, negative) = (log(prediction), log1p(-prediction))
    return (target - 1) * (negative < -100 ? -100 : negative) - target * (positive < -100 ? -100 : positive)
  }

  static func referencePredictionSlope(_ prediction: Double, _ target: Double, _: Constants) -> Double {
    let variance = (1 - prediction) * prediction
    return (prediction - target) / (variance < 1e-12 ? 1e-12 : variance)
  }

  static func referenceTargetSlope(_ prediction: Double, _ target: Double, _: Constants) -> Double {
    log1p(-prediction) - log(prediction)
  }
}

/// `(1 - t) x + (1 + (alpha - 1) t) log(1 + exp(-x))`, which never overflows.
enum BinaryCrossEntropyOfLogits: PairFunction {
  @inline(__always)
  static func value(_ prediction: Lane, _ target: Lane, _ constants: Constants) -> Lane {
    (1 - target) * prediction + (target * (constants.alpha - 1) + 1) * softPositive(-prediction)
  }

  @inline(__always)
  static func predictionSlope(_ prediction: Lane, _ target: Lane, _ constants: Constants) -> Lane {
    (1 - target) - (target * (constants.alpha - 1) + 1) * logistic(-prediction)
  }

  @inline(__always)
  static func targetSlope(_ prediction: Lane, _ target: Lane, _ constants: Constants) -> Lane {
    softPositive(-prediction) * (constants.alpha - 1) - prediction
  }

  static func referenceValue(_ prediction: Double, _ target: Double, _ constants: Constants) -> Double {
    (1 - target) * prediction + (1 + (Double(constants.alpha) - 1) * target) * bend(prediction)
  }

  static func referencePredictionSlope(_ prediction: Double, _ target: Double, _ constants: Constants) -> Double {
    (1 - target) - (1 + (Double(constants.alpha) - 1) * target) / (1 + exp(prediction))
  }

  static func referenceTargetSlope(_ prediction: Double, _ target: Double, _ constants: Constants) -> Double {
    (Double(constants.alpha) - 1) * bend(prediction) - prediction
  }

  /// `log(1 + exp(-x))`.
  private static func bend(_ x: Double) -> Double { x > 0 ? log1p(exp(-x)) : log1p(exp(x)) - x }
}
