package import Graph
import KernelInterface
package import Tensors

/// Dice loss between probabilities `[N, C, ...]` and a target of the same shape:
/// `1 - (2 sum(p * t) + smooth) / (sum(p) + sum(t) + smooth)` of each channel of each sample (Milletari and others 2016).
///
/// The sums are over the spatial axes, and the mean is over samples and channels; `reduction: none` keeps `[N, C]`. The
/// prediction is probabilities, after `sigmoid` or `softmax`; the target is 1 inside the object and 0 outside, one channel
/// a class. `smooth` keeps the loss of an empty channel finite, 0 when the prediction is empty too. Frameworks differ: the
/// paper squares the summands below the line, and some sum over the batch as well.
package struct Dice: LossOperator {
  package var smooth = 1.0
  package var reduction = Reduction.mean

  package static let name = "dice"
  package static let summary = "one minus the overlap of probabilities with a target"
  package static let arity = 2...2
  package static let primaryAttribute: String? = nil
  package static let attributes: [Attribute<Dice>] = [
    Attribute(
      "smooth", \.smooth, AttributeConstraint("must be at least 0") { $0 >= 0 }, "added to both sides of the line"),
    Attribute("reduction", \.reduction, .any, "what becomes of the losses of all channels"),
  ]
  package static let tolerance = Tolerance.accumulation

  package init() {}

  package func targetType(for prediction: TensorType) -> TensorType { prediction }

  package func outputTypes(for inputs: [TensorType], reporting violations: inout [Violation]) -> [TensorType] {
    checkFloat(inputs, reporting: &violations)
    let shape = JoinedShape(broadcasts: false, name: name)(inputs, reporting: &violations)
    if let shape, shape.rank < 2 { violations.append(.wrongRank(shape, expected: ["N", "C"])) }
    return [TensorType(reduction == .none ? shape.map { Shape(Array($0.dimensions.prefix(2))) } : Shape([Dimension]()))]
  }

  package func lower(_ site: LoweringSite, in lowering: inout Lowering) {
    let (planes, spatial) = extents(site.inputs[0].sizes)
    let parts = lowering.makeTemporary("parts of \(site.path)", sizes: [planes, 2])
    let losses =
      reduction == .none ? site.outputs[0] : lowering.makeTemporary("losses of \(site.path)", sizes: [planes])
    let kernel = lowering.kernels.loss.dice
    let smooth = Float(smooth)
    lowering.emit(
      Step(
        kernel: name, path: site.path, reads: site.inputs.map(\.buffer), writes: [losses.buffer, parts.buffer],
        units: planes
      ) { run in
        kernel(
          DiceArguments(
            prediction: run.floats(0), target: run.floats(1), losses: run.floats(2), parts: run.floats(3),
            spatial: spatial, smooth: smooth), run.units)
      })
    lowering.save([parts.buffer], for: site)
    if let divisor = reduction.divisor(of: planes) {
      lowering.emitLossSum(site, losses, dividedBy: Double(divisor))
    }
  }

  package func lowerGradient(_ site: GradientSite, in lowering: inout Lowering) {
    guard let upstream = site.upstream[0] else { return }
    let (planes, spatial) = extents(site.forward.inputs[0].sizes)
    let kernel = lowering.kernels.loss.diceGradient
    let divisor = reduction.divisor(of: planes)
    for (gradient, other) in zip(site.inputGradients, site.forward.inputs.reversed()) {
      guard let gradient else { continue }
      lowering.emit(
        Step(
          kernel: "dice gradient", path: site.forward.path,
          reads: [upstream.buffer, other.buffer] + lowering.saved(for: site.forward), writes: [gradient.buffer],
          units: planes
        ) { run in
          let flow = LossFlow(upstream: run.floats(0), isReduced: divisor != nil, divisor: Float(divisor ?? 1))
          kernel(
            DiceGradientArguments(
              flow: flow, other: run.floats(1), parts: run.floats(2), gradient: run.floats(3), spatial: spatial),
            run.units)
        })
    }
  }

  /// The number of channels of all samples, and the size of each.
  private func extents(_ sizes: [Int]) -> (planes: Int, spatial: Int) {
    (sizes.prefix(2).reduce(1, *), sizes.dropFirst(2).reduce(1, *))
  }
}
