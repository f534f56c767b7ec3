import Glibc
import KernelInterface

/// `t (log t - x)` of a target `t` and a predicted logarithm `x`; 0 for a target of 0.
enum Divergence: PairFunction {
  @inline(__always)
  static func value(_ prediction: Lane, _ target: Lane, _: Constants) -> Lane {
    (target * logarithm(target)).replacing(with: 0, where: target .== 0) - target * prediction
  }

  @inline(__always)
  static func predictionSlope(_ prediction: Lane, _ target: Lane, _: Constants) -> Lane { -target }

  @inline(__always)
  static func targetSlope(_ prediction: Lane, _ target: Lane, _: Constants) -> Lane {
    logarithm(target) + 1 - prediction
  }

  static func referenceValue(_ prediction: Double, _ target: Double, _: Constants) -> Double {
    (target == 0 ? 0 : target * log(target)) - target * prediction
  }

  static func referencePredictionSlope(_ prediction: Double, _ target: Double, _: Constants) -> Double { -target }

  static func referenceTargetSlope(_ prediction: Double, _ target: Double, _: Constants) -> Double {
    log(target) + 1 - prediction
  }
}

/// `exp(t) (t - x)` of the logarithm `t` of a target and a predicted logarithm `x`.
enum DivergenceOfLogarithms: PairFunction {
  @inline(__always)
  static func value(_ prediction: Lane, _ target: Lane, _: Constants) -> Lane {
    exponential(target) * (target - prediction)
  }

  @inline(__always)
  static func predictionSlope(_ prediction: Lane, _ target: Lane, _: Constants) -> Lane { -exponential(target) }

  @inline(__always)
  static func targetSlope(_ prediction: Lane, _ target: Lane, _: Constants) -> Lane {
    exponential(target) * (target - prediction + 1)
  }

  static func referenceValue(_ prediction: Double, _ target: Double, _: Constants) -> Double {
    exp(target) * (target - prediction)
  }

  static func referencePredictionSlope(_ prediction: Double, _ target: Double, _: Constants) -> Double { -exp(target) }

  static func referenceTargetSlope(_ prediction: Double, _ target: Double, _: Constants) -> Double {
    exp(target) * (target - prediction + 1)
  }
}
