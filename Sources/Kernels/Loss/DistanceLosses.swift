import KernelInterface

/// The square of the distance.
enum SquaredError: PairFunction {
  @inline(__always)
  static func value(_ prediction: Lane, _ target: Lane, _: Constants) -> Lane {
    (prediction - target) * (prediction - target)
  }

  @inline(__always)
  static func predictionSlope(_ prediction: Lane, _ target: Lane, _: Constants) -> Lane { (prediction - target) * 2 }

  @inline(__always)
  static func targetSlope(_ prediction: Lane, _ target: Lane, _: Constants) -> Lane { (target - prediction) * 2 }

  static func referenceValue(_ prediction: Double, _ target: Double, _: Constants) -> Double {
    (prediction - target) * (prediction - target)
  }

  static func referencePredictionSlope(_ prediction: Double, _ target: Double, _: Constants) -> Double {
    2 * (prediction - target)
  }

  static func referenceTargetSlope(_ prediction: Double, _ target: Double, _: Constants) -> Double {
    2 * (target - prediction)
  }
}

/// The distance, whose slope is 0 where both are equal.
enum AbsoluteError: PairFunction {
  @inline(__always)
  static func value(_ prediction: Lane, _ target: Lane, _ constants: Constants) -> Lane {
    Abs.value(prediction - target, constants)
  }

  @inline(__always)
  static func predictionSlope(_ prediction: Lane, _ target: Lane, _ constants: Constants) -> Lane {
    Abs.gradient(Lane(repeating: 1), prediction - target, constants)
  }

  @inline(__always)
  static func targetSlope(_ prediction: Lane, _ target: Lane, _ constants: Constants) -> Lane {
    Abs.gradient(Lane(repeating: 1), target - prediction, constants)
  }

  static func referenceValue(_ prediction: Double, _ target: Double, _: Constants) -> Double {
    (prediction - target).magnitude
  }

  static func referencePredictionSlope(_ prediction: Double, _ target: Double, _: Constants) -> Double {
    prediction > target ? 1 : prediction < target ? -1 : 0
  }

  static func referenceTargetSlope(_ prediction: Double, _ target: Double, _ constants: Constants) -> Double {
    -referencePredictionSlope(prediction, target, constants)
  }
}

/// `beta d^2 / (2 alpha)` for a distance `d` below `alpha`, else `beta (d - alpha / 2)`: a parabola between two lines.
enum SmoothError: PairFunction {
  @inline(__always)
  static func value(_ prediction: Lane, _ target: Lane, _ constants: Constants) -> Lane {
    let distance = Abs.value(prediction - target, constants)
    let parabola = distance * distance * (0.5 / constants.alpha)
    let line = distance - 0.5 * constants.alpha
    return line.replacing(with: parabola, where: distance .< constants.alpha) * constants.beta
  }

  @inline(__always)
  static func predictionSlope(_ prediction: Lane, _ target: Lane, _ constants: Constants) -> Lane {
    ((prediction - target) / constants.alpha).clamped(-1, 1) * constants.beta
  }

  @inline(__always)
  static func targetSlope(_ prediction: Lane, _ target: Lane, _ constants: Constants) -> Lane {
    predictionSlope(target, prediction, constants)
  }

  static func referenceValue(_ prediction: Double, _ target: Double, _ constants: Constants) -> Double {
    let (alpha, beta) = (Double(constants.alpha), Double(constants.beta))
    let distance = (prediction - target).magnitude
    return distance < alpha ? beta * distance * distance / (2 * alpha) : beta * (distance - alpha / 2)
  }

  static func referencePredictionSlope(_ prediction: Double, _ target: Double, _ constants: Constants) -> Double {
    let slope = (prediction - target) / Double(constants.alpha)
    return Double(constants.beta) * (slope < -1 ? -1 : slope > 1 ? 1 : slope)
  }

  static func referenceTargetSlope(_ prediction: Double, _ target: Double, _ constants: Constants) -> Double {
    referencePredictionSlope(target, prediction, constants)
  }
}
