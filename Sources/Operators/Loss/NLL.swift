package import Graph
import KernelInterface
package import Tensors

/// Negative log-likelihood of classes: `-x[target]` for logarithms of probabilities `[N, C]` or `[N, C, ...]`, as
/// `log_softmax` makes them along axis 1.
///
/// The target is an `int64` class for each position, `[N]` or `[N, ...]`. After `log_softmax` it is `cross_entropy`,
/// which takes raw scores. `weight` counts each class's positions so often, and the mean is over the weights of the
/// positions whose class is not `ignore_index`; with none it is NaN. A class outside `0 ..< C` makes the loss NaN and its
/// own gradient 0, where PyTorch stops.
package struct NLL: ClassLoss {
  package var weight: [Double]?
  package var ignoreIndex = -100
  package var reduction = Reduction.mean

  package static let name = "nll"
  package static let summary = "the negative log-likelihood of classes"
  package static let attributes: [Attribute<NLL>] = [weightAttribute, ignoreIndexAttribute, reductionAttribute]

  package init() {}

  package func outputTypes(for inputs: [TensorType], reporting violations: inout [Violation]) -> [TensorType] {
    [outputType(for: inputs, acceptsProbabilities: false, reporting: &violations)]
  }

  package func lower(_ site: LoweringSite, in lowering: inout Lowering) {
    let (samples, classes, spatial) = extents(site.inputs[0].sizes)
    let weights = lowering.makeTemporary("weights of \(site.path)", sizes: [samples * spatial])
    let losses =
      reduction == .none
      ? site.outputs[0] : lowering.makeTemporary("losses of \(site.path)", sizes: [samples * spatial])
    let kernel = lowering.kernels.loss.likelihood
    let (classWeights, ignoreIndex) = (ClassWeights(weight), ignoreIndex)
    lowering.emit(
      Step(
        kernel: name, path: site.path, reads: site.inputs.map(\.buffer), writes: [losses.buffer, weights.buffer],
        units: samples
      ) { run in
        classWeights.withPointer { classWeights in
          kernel(
            LikelihoodArguments(
              scores: run.floats(0), target: run.integers(1), losses: run.floats(2), weights: run.floats(3),
              classWeights: classWeights, classes: classes, spatial: spatial, ignoredIndex: ignoreIndex), run.units)
        }
      })
    switch reduction {
    case .none: break
    case .sum: lowering.emitLossSum(site, losses, dividedBy: 1)
    case .mean:
      let total = lowering.makeTemporary("total weight of \(site.path)", sizes: [])
      lowering.emitWeightedMean(site, losses, weights, total: total)
      lowering.save([total.buffer], for: site)
    }
  }

  package func lowerGradient(_ site: GradientSite, in lowering: inout Lowering) {
    guard let upstream = site.upstream[0], let gradient = site.inputGradients[0] else { return }
    let (samples, classes, spatial) = extents(site.forward.inputs[0].sizes)
    let kernel = lowering.kernels.loss.likelihoodGradient
    let (classWeights, ignoreIndex) = (ClassWeights(weight), ignoreIndex)
    let (isMean, isReduced) = (reduction == .mean, reduction != .none)
    lowering.emit(
      Step(
        kernel: "nll gradient", path: site.forward.path,
        reads: [upstream.buffer, site.forward.inputs[1].buffer] + lowering.saved(for: site.forward),
        writes: [gradient.buffer], units: samples
      ) { run in
        classWeights.withPointer { classWeights in
          kernel(
            LikelihoodGradientArguments(
              upstream: run.floats(0), isReduced: isReduced, target: run.integers(1), classWeights: classWeights,
              totalWeight: isMean ? UnsafePointer(run.floats(2)) : nil, scoreGradient: run.floats(isMean ? 3 : 2),
              classes: classes, spatial: spatial, ignoredIndex: ignoreIndex), run.units)
        }
      })
  }

  private func extents(_ sizes: [Int]) -> (samples: Int, classes: Int, spatial: Int) {
    (sizes[0], sizes[1], sizes[2...].reduce(1, *))
  }
}
