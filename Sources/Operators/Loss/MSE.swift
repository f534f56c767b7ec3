package import Graph
import KernelInterface
package import Tensors

/// Mean squared error between a prediction and a target of the same shape: the mean of `(prediction - target)^2`.
///
/// `reduction: sum` adds the squares, `none` keeps one for each element. The mean is over all elements, the batch
/// included. The gradient by the prediction is `2 (prediction - target)`, over the number of elements for the mean;
/// by the target it is the opposite.
package struct MSE: LossOperator {
  package var reduction = Reduction.mean

  package static let name = "mse"
  package static let summary = "the mean squared error between a prediction and a target"
  package static let arity = 2...2
  package static let primaryAttribute: String? = nil
  package static let attributes: [Attribute<MSE>] = [
    Attribute("reduction", \.reduction, .any, "what becomes of the losses of all elements")
  ]
  package static let tolerance = Tolerance.accumulation

  package init() {}

  package func targetType(for prediction: TensorType) -> TensorType { prediction }

  package func outputTypes(for inputs: [TensorType], reporting violations: inout [Violation]) -> [TensorType] {
    checkFloat(inputs, reporting: &violations)
    let shape = JoinedShape(broadcasts: false, name: name)(inputs, reporting: &violations)
    return [TensorType(reduction == .none ? shape : Shape([Dimension]()))]
  }

  package func lower(_ site: LoweringSite, in lowering: inout Lowering) {
    let count = site.inputs[0].elementCount
    let squares =
      reduction == .none
      ? site.outputs[0] : lowering.makeTemporary("squares of \(site.path)", sizes: site.inputs[0].sizes)
    let kernel = lowering.kernels.loss.squaredError
    lowering.emit(
      Step(
        kernel: name, path: site.path, reads: [site.inputs[0].buffer, site.inputs[1].buffer],
        writes: [squares.buffer], reuse: [.init(write: 0, read: 0), .init(write: 0, read: 1)],
        units: count.groups(of: BinaryArguments.elementsPerUnit)
      ) { run in
        kernel(
          BinaryArguments(left: run.floats(0), right: run.floats(1), output: run.floats(2), count: count), run.units)
      })
    if reduction != .none {
      lowering.emitLossSum(site, squares, dividedBy: reduction == .mean ? Double(count) : 1)
    }
  }

  package func lowerGradient(_ site: GradientSite, in lowering: inout Lowering) {
    guard let upstream = site.upstream[0] else { return }
    let kernel = lowering.kernels.loss.squaredErrorGradient
    let count = site.forward.inputs[0].elementCount
    let reduction = reduction.kernelValue
    for (gradient, sign) in zip(site.inputGradients, [Float(1), -1]) {
      guard let gradient else { continue }
      lowering.emit(
        Step(
          kernel: "mse gradient", path: site.forward.path,
          reads: [upstream.buffer] + site.forward.inputs.map(\.buffer), writes: [gradient.buffer],
          units: count.groups(of: BinaryArguments.elementsPerUnit)
        ) { run in
          kernel(
            SquaredErrorGradientArguments(
              upstream: run.floats(0), prediction: run.floats(1), target: run.floats(2), gradient: run.floats(3),
              count: count, sign: sign, reduction: reduction), run.units)
        })
    }
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
}
