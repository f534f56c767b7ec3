package import Graph
package import KernelInterface
package import Tensors

/// A loss of each pair of a prediction and a target of the same shape: shapes, lowering and gradients follow from its
/// kernels.
package protocol PairwiseLoss: LossOperator {
  func function(in kernels: LossKernels) -> PairLoss
  /// What the loss's attributes say, passed to its kernels.
  var constants: FunctionConstants { get }
  /// What the sum of the losses of this prediction is divided by; nil keeps one loss for each pair.
  func divisor(for prediction: [Int]) -> Int?
}

/// A loss of each pair whose losses are reduced as the attribute `reduction` says.
package protocol ReducedPairwiseLoss: PairwiseLoss {
  var reduction: Reduction { get set }
}

extension PairwiseLoss {
  package static var arity: ClosedRange<Int> { 2...2 }
  package static var primaryAttribute: String? { nil }
  package static var tolerance: Tolerance { .accumulation }
  package var constants: FunctionConstants { FunctionConstants() }

  package func targetType(for prediction: TensorType) -> TensorType { prediction }

  package func outputTypes(for inputs: [TensorType], reporting violations: inout [Violation]) -> [TensorType] {
    checkFloat(inputs, reporting: &violations)
    let shape = JoinedShape(broadcasts: false, name: name)(inputs, reporting: &violations)
    return [TensorType(divisor(for: []) == nil ? shape : Shape([Dimension]()))]
  }

  package func lower(_ site: LoweringSite, in lowering: inout Lowering) {
    let count = site.inputs[0].elementCount
    let divisor = divisor(for: site.inputs[0].sizes)
    let losses =
      divisor == nil
      ? site.outputs[0] : lowering.makeTemporary("losses of \(site.path)", sizes: site.inputs[0].sizes)
    let kernel = function(in: lowering.kernels.loss).forward
    let constants = constants
    lowering.emit(
      Step(
        kernel: name, path: site.path, reads: [site.inputs[0].buffer, site.inputs[1].buffer],
        writes: [losses.buffer], reuse: [.init(write: 0, read: 0), .init(write: 0, read: 1)],
        units: count.groups(of: BinaryArguments.elementsPerUnit)
      ) { run in
        kernel(
          PairLossArguments(
            prediction: run.floats(0), target: run.floats(1), losses: run.floats(2), count: count,
            constants: constants), run.units)
      })
    if let divisor { lowering.emitLossSum(site, losses, dividedBy: Double(divisor)) }
  }

  package func lowerGradient(_ site: GradientSite, in lowering: inout Lowering) {
    guard let upstream = site.upstream[0] else { return }
    let function = function(in: lowering.kernels.loss)
    let count = site.forward.inputs[0].elementCount
    let divisor = divisor(for: site.forward.inputs[0].sizes)
    let constants = constants
    for (gradient, kernel) in zip(site.inputGradients, [function.predictionGradient, function.targetGradient]) {
      guard let gradient else { continue }
      lowering.emit(
        Step(
          kernel: name + " gradient", path: site.forward.path,
          reads: [upstream.buffer] + site.forward.inputs.map(\.buffer), writes: [gradient.buffer],
          units: count.groups(of: BinaryArguments.elementsPerUnit)
        ) { run in
          let flow = LossFlow(upstream: run.floats(0), isReduced: divisor != nil, divisor: Float(divisor ?? 1))
          kernel(
            PairLossGradientArguments(
              flow: flow, prediction: run.floats(1), target: run.floats(2), gradient: run.floats(3), count: count,
              constants: constants), run.units)
        })
    }
  }
}

extension ReducedPairwiseLoss {
  package func divisor(for prediction: [Int]) -> Int? { reduction.divisor(of: prediction.reduce(1, *)) }

  static var reductionAttribute: Attribute<Self> {
    Attribute("reduction", \.reduction, .any, "what becomes of the losses of all elements")
  }
}

extension Lowering {
  /// Emits the sum of all losses over a divisor, as one unit, so that its order is fixed.
  mutating func emitLossSum(_ site: LoweringSite, _ losses: Operand, dividedBy divisor: Double) {
    let kernel = kernels.loss.sum
    let count = losses.elementCount
    emit(
      Step(
        kernel: "loss sum", path: site.path, reads: [losses.buffer], writes: [site.outputs[0].buffer], units: 1
      ) { run in
        kernel(
          LossSumArguments(values: run.floats(0), count: count, divisor: divisor, output: run.floats(1)), run.units)
      })
  }

  /// Emits the sum of all losses over the sum of their weights, which is kept as well.
  mutating func emitWeightedMean(_ site: LoweringSite, _ losses: Operand, _ weights: Operand, total: Operand) {
    let kernel = kernels.loss.sum
    let count = losses.elementCount
    emit(
      Step(
        kernel: "loss sum", path: site.path, reads: [losses.buffer, weights.buffer],
        writes: [site.outputs[0].buffer, total.buffer], units: 1
      ) { run in
        kernel(
          LossSumArguments(
            values: run.floats(0), count: count, weights: UnsafePointer(run.floats(1)), output: run.floats(2),
            totalWeight: run.floats(3)), run.units)
      })
  }
}
