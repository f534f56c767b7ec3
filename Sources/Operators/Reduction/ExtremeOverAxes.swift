import Graph
package import KernelInterface

/// The largest or the smallest element over axes: lowering and gradient follow from the fold.
package protocol ExtremeOverAxes: AxisReduction {
  func fold(in kernels: ReductionKernels) -> Kernel<ReductionArguments>
}

extension ExtremeOverAxes {
  package static var tolerance: Tolerance { .exact }

  package func lower(_ site: LoweringSite, in lowering: inout Lowering) {
    let (input, output) = (site.inputs[0], site.outputs[0])
    let kernel = fold(in: lowering.kernels.reduction)
    let loops = Broadcasting.reduction(
      from: input.sizes, to: folded(output, from: input).sizes, other: input.sizes)
    lowering.emit(
      Step(
        kernel: name, path: site.path, reads: [input.buffer], writes: [output.buffer], units: output.elementCount
      ) { run in
        kernel(
          ReductionArguments(
            left: run.floats(0), output: run.floats(1), kept: loops.kept, reduced: loops.reduced), run.units)
      })
  }

  /// Upstream over the number of elements that are the result, for each of them; where the result is NaN none is, and
  /// the gradient is NaN.
  package func lowerGradient(_ site: GradientSite, in lowering: inout Lowering) {
    guard let upstream = site.upstream[0], let gradient = site.inputGradients[0] else { return }
    let (step, path) = (name + " gradient", site.forward.path)
    let kernels = lowering.kernels.elementwise
    let result = folded(site.forward.outputs[0], from: gradient)
    let chosen = lowering.makeTemporary("chosen elements of \(path)", sizes: gradient.sizes)
    lowering.emitBroadcast(step, path: path, site.forward.inputs[0], result, into: chosen, kernels.broadcastEqual)
    let count = lowering.makeTemporary("chosen elements of \(path)", sizes: result.sizes)
    lowering.emitSumOrCopy(step, path: path, chosen, into: count)
    let share = lowering.makeTemporary("partial gradient of \(path)", sizes: result.sizes)
    lowering.emitBinary(
      step, path: path, folded(upstream, from: gradient), count, into: share, kernels.divide,
      repeating: kernels.broadcastDivide)
    lowering.emitBinary(
      step, path: path, chosen, share, into: gradient, kernels.multiply, repeating: kernels.broadcastMultiply)
  }
}
