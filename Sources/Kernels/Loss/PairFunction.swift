import KernelInterface

/// A loss of a prediction and a target, with its derivatives by both: vector code, and beside it the plain formula.
protocol PairFunction: SendableMetatype {
  static func value(_ prediction: Lane, _ target: Lane, _ constants: Constants) -> Lane
  static func predictionSlope(_ prediction: Lane, _ target: Lane, _ constants: Constants) -> Lane
  static func targetSlope(_ prediction: Lane, _ target: Lane, _ constants: Constants) -> Lane

  static func referenceValue(_ prediction: Double, _ target: Double, _ constants: Constants) -> Double
  static func referencePredictionSlope(_ prediction: Double, _ target: Double, _ constants: Constants) -> Double
  static func referenceTargetSlope(_ prediction: Double, _ target: Double, _ constants: Constants) -> Double
}

/// The loss and both gradients in vector code.
@inline(__always)
func pairVectors<F: PairFunction>(_: F.Type) -> PairLoss {
  PairLoss(
    forward: { applyPair(F.self, $0, $1) },
    predictionGradient: { arguments, units in
      applyPairGradient(arguments, units) { F.predictionSlope($0, $1, arguments.constants) }
    },
    targetGradient: { arguments, units in
      applyPairGradient(arguments, units) { F.targetSlope($0, $1, arguments.constants) }
    })
}

/// The loss and both gradients by the plain formula.
@inline(__always)
func pairFormulas<F: PairFunction>(_: F.Type) -> PairLoss {
  PairLoss(
    forward: { arguments, units in
      forEachPair(units, arguments.count) { i in
        let (prediction, target) = (Double(arguments.prediction[i]), Double(arguments.target[i]))
        arguments.losses[i] = Float(F.referenceValue(prediction, target, arguments.constants))
      }
    },
    predictionGradient: { arguments, units in
      applyPairGradientReference(arguments, units) { F.referencePredictionSlope($0, $1, arguments.constants) }
    },
    targetGradient: { arguments, units in
      applyPairGradientReference(arguments, units) { F.referenceTargetSlope($0, $1, arguments.constants) }
    })
}

@inline(__always)
private func applyPair<F: PairFunction>(_: F.Type, _ arguments: PairLossArguments, _ units: Range<Int>) {
  let end = min(units.upperBound * BinaryArguments.elementsPerUnit, arguments.count)
  var i = units.lowerBound * BinaryArguments.elementsPerUnit
  while i < end {
    let width = min(Lane.scalarCount, end - i)
    let (prediction, target) = (arguments.prediction.lane(i, width: width), arguments.target.lane(i, width: width))
    arguments.losses.store(F.value(prediction, target, arguments.constants), i, width: width)
    i += Lane.scalarCount
  }
}

@inline(__always)
private func applyPairGradient(
  _ arguments: PairLossGradientArguments, _ units: Range<Int>, _ slope: (Lane, Lane) -> Lane
) {
  let end = min(units.upperBound * BinaryArguments.elementsPerUnit, arguments.count)
  var i = units.lowerBound * BinaryArguments.elementsPerUnit
  while i < end {
    let width = min(Lane.scalarCount, end - i)
    let (prediction, target) = (arguments.prediction.lane(i, width: width), arguments.target.lane(i, width: width))
    let upstream = arguments.flow.lane(i, width: width)
    arguments.gradient.store(slope(prediction, target) * upstream, i, width: width)
    i += Lane.scalarCount
  }
}

@inline(__always)
private func applyPairGradientReference(
  _ arguments: PairLossGradientArguments, _ units: Range<Int>, _ slope: (Double, Double) -> Double
) {
  forEachPair(units, arguments.count) { i in
    let slope = slope(Double(arguments.prediction[i]), Double(arguments.target[i]))
    arguments.gradient[i] = Float(slope) * arguments.flow.value(i)
  }
}

@inline(__always)
private func forEachPair(_ units: Range<Int>, _ count: Int, _ body: (Int) -> Void) {
  let end = min(units.upperBound * BinaryArguments.elementsPerUnit, count)
  for i in units.lowerBound * BinaryArguments.elementsPerUnit..<end { body(i) }
}

extension LossFlow {
  /// The gradient by one of the losses.
  @inline(__always)
  func value(_ i: Int) -> Float { upstream[isReduced ? 0 : i] / divisor }

  @inline(__always)
  func lane(_ i: Int, width: Int) -> Lane {
    isReduced ? Lane(repeating: upstream[0] / divisor) : upstream.lane(i, width: width)
  }
}
