import KernelInterface
import Tensors

/// The steps of a cross entropy and its gradients.
struct CrossEntropySteps {
  private let site: LoweringSite
  private let samples: Int
  private let classes: Int
  private let spatial: Int
  private let classWeights: ClassWeights
  private let labelSmoothing: Float
  private let ignoredIndex: Int
  private let reduction: LossReduction
  private let hasIndices: Bool

  init(_ operation: CrossEntropy, _ site: LoweringSite) {
    self.site = site
    let sizes = site.inputs[0].sizes
    samples = sizes[0]
    classes = sizes[1]
    spatial = sizes[2...].reduce(1, *)
    classWeights = ClassWeights(operation.weight)
    labelSmoothing = Float(operation.labelSmoothing)
    ignoredIndex = operation.ignoreIndex
    reduction = operation.reduction.kernelValue
    hasIndices = site.inputs[1].dtype == .int64
  }

  func lower(in lowering: inout Lowering) {
    let count = samples * spatial
    let logarithms = lowering.makeTemporary("logarithms of \(site.path)", sizes: [count])
    let weights = lowering.makeTemporary("weights of \(site.path)", sizes: [count])
    let losses =
      reduction == .none ? site.outputs[0] : lowering.makeTemporary("losses of \(site.path)", sizes: [count])
    emitLosses(losses, logarithms, weights, in: &lowering)
    switch reduction {
    case .none: lowering.save([logarithms.buffer], for: site)
    case .sum:
      lowering.emitLossSum(site, losses, dividedBy: 1)
      lowering.save([logarithms.buffer], for: site)
    case .mean:
      let total = lowering.makeTemporary("total weight of \(site.path)", sizes: [])
      lowering.emitWeightedMean(site, losses, weights, total: total)
      lowering.save([logarithms.buffer, total.buffer], for: site)
    }
  }

  func lowerGradient(_ site: GradientSite, in lowering: inout Lowering) {
    guard let upstream = site.upstream[0] else { return }
    if let gradient = site.inputGradients[0] { emitScoreGradient(upstream, gradient, in: &lowering) }
    if let gradient = site.inputGradients[1] { emitTargetGradient(upstream, gradient, in: &lowering) }
  }

  private func emitLosses(
    _ losses: Operand, _ logarithms: Operand, _ weights: Operand, in lowering: inout Lowering
  ) {
    let kernel = lowering.kernels.loss.crossEntropy
    let steps = self
    lowering.emit(
      Step(
        kernel: "cross_entropy", path: site.path, reads: site.inputs.map(\.buffer),
        writes: [losses.buffer, logarithms.buffer, weights.buffer], units: samples
      ) { run in
        steps.classWeights.withPointer { classWeights in
          kernel(
            CrossEntropyArguments(
              scores: run.floats(0), target: steps.target(run, at: 1), losses: run.floats(2),
              logarithms: run.floats(3), weights: run.floats(4), classWeights: classWeights, classes: steps.classes,
              spatial: steps.spatial, labelSmoothing: steps.labelSmoothing, ignoredIndex: steps.ignoredIndex),
            run.units)
        }
      })
  }

  private func emitScoreGradient(_ upstream: Operand, _ gradient: Operand, in lowering: inout Lowering) {
    let kernel = lowering.kernels.loss.crossEntropyGradient
    let steps = self
    let saved = lowering.saved(for: site)
    lowering.emit(
      Step(
        kernel: "cross_entropy gradient", path: site.path,
        reads: [upstream.buffer] + site.inputs.map(\.buffer) + saved, writes: [gradient.buffer], units: samples
      ) { run in
        let isMean = steps.reduction == .mean
        steps.classWeights.withPointer { classWeights in
          kernel(
            CrossEntropyGradientArguments(
              upstream: run.floats(0), scores: run.floats(1), target: steps.target(run, at: 2),
              logarithms: run.floats(3), totalWeight: isMean ? UnsafePointer(run.floats(4)) : nil,
              scoreGradient: run.floats(isMean ? 5 : 4), classWeights: classWeights, classes: steps.classes,
              spatial: steps.spatial, labelSmoothing: steps.labelSmoothing, ignoredIndex: steps.ignoredIndex,
              reduction: steps.reduction), run.units)
        }
      })
  }

  private func emitTargetGradient(_ upstream: Operand, _ gradient: Operand, in lowering: inout Lowering) {
    let kernel = lowering.kernels.loss.crossEntropyTargetGradient
    let steps = self
    lowering.emit(
      Step(
        kernel: "cross_entropy gradient", path: site.path,
        reads: [upstream.buffer, site.inputs[0].buffer] + lowering.saved(for: site).prefix(1),
        writes: [gradient.buffer], units: samples
      ) { run in
        steps.classWeights.withPointer { classWeights in
          kernel(
            CrossEntropyTargetGradientArguments(
              upstream: run.floats(0), scores: run.floats(1), logarithms: run.floats(2),
              targetGradient: run.floats(3), samples: steps.samples, classWeights: classWeights,
              classes: steps.classes, spatial: steps.spatial, labelSmoothing: steps.labelSmoothing,
              reduction: steps.reduction), run.units)
        }
      })
  }

  private func target(_ run: borrowing StepRun, at operand: Int) -> ClassTarget {
    hasIndices ? .indices(run.integers(operand)) : .probabilities(run.floats(operand))
  }
}
