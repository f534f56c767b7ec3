import Graph
import KernelInterface

extension PoolGeometry {
  /// The axes of a pool from operand sizes `[N, C, ...]`; axes that are absent have size 1.
  init(input: [Int], output: [Int], windows: [AxisWindow]) {
    var axes = Array(repeating: PoolAxis.absent, count: 3 - windows.count)
    for (index, window) in windows.enumerated() {
      axes.append(
        PoolAxis(
          input: input[index + 2], output: output[index + 2], kernelSize: window.kernelSize, stride: window.stride,
          dilation: window.dilation, padBegin: window.padBegin, padEnd: window.padEnd))
    }
    self.init(depth: axes[0], height: axes[1], width: axes[2])
  }

  /// The axes of an adaptive pool, whose windows follow from the sizes.
  init(adapting input: [Int], to output: [Int]) {
    let windows = Array(repeating: AxisWindow(kernelSize: 1), count: input.count - 2)
    self.init(input: input, output: output, windows: windows)
  }
}

extension Lowering {
  /// Emits a pool over all channels of all samples.
  mutating func emitPool(
    _ name: String, _ site: LoweringSite, _ geometry: PoolGeometry, _ kernel: @escaping Kernel<PoolArguments>,
    dividedBy divisor: PoolDivisor = .windowInsideInput, norm: Double = 1
  ) {
    emit(
      Step(
        kernel: name, path: site.path, reads: [site.inputs[0].buffer], writes: [site.outputs[0].buffer],
        units: site.inputs[0].sizes[0] * site.inputs[0].sizes[1]
      ) { run in
        kernel(
          PoolArguments(
            input: run.floats(0), output: run.floats(1), geometry: geometry, divisor: divisor, norm: norm), run.units)
      })
  }

  /// Emits the gradient of a pool, which reads the forward input only if told.
  mutating func emitPoolGradient(
    _ name: String, _ site: GradientSite, readsInput: Bool, _ geometry: PoolGeometry,
    _ kernel: @escaping Kernel<PoolGradientArguments>, dividedBy divisor: PoolDivisor = .windowInsideInput,
    norm: Double = 1
  ) {
    guard let upstream = site.upstream[0], let gradient = site.inputGradients[0] else { return }
    emit(
      Step(
        kernel: name, path: site.forward.path,
        reads: [upstream.buffer] + (readsInput ? [site.forward.inputs[0].buffer] : []), writes: [gradient.buffer],
        units: gradient.sizes[0] * gradient.sizes[1]
      ) { run in
        kernel(
          PoolGradientArguments(
            upstream: run.floats(0), input: readsInput ? UnsafePointer(run.floats(1)) : nil,
            inputGradient: run.floats(readsInput ? 2 : 1), geometry: geometry, divisor: divisor,
            norm: norm), run.units)
      })
  }
}
