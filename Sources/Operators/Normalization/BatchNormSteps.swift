import KernelInterface

/// The steps of a batch normalisation, in inference and in training.
struct BatchNormSteps {
  private let site: LoweringSite
  private let layout: ChannelLayout
  private let epsilon: Double
  private let momentum: Float
  /// Whether the statistics are those of the batch.
  private let usesBatch: Bool
  private let updatesRunning: Bool
  private let weight: Operand?
  private let bias: Operand?
  /// Running mean, running variance and the number of batches.
  private let running: [Operand]

  init(_ operation: BatchNorm, _ site: LoweringSite, in lowering: Lowering) {
    self.site = site
    let sizes = site.inputs[0].sizes
    layout = ChannelLayout(samples: sizes[0], channels: sizes[1], spatial: sizes[2...].reduce(1, *))
    epsilon = operation.eps
    momentum = operation.momentum.map(Float.init) ?? .nan
    usesBatch = lowering.mode == .training || !operation.trackRunningStats
    updatesRunning = lowering.mode == .training && operation.trackRunningStats
    weight = operation.affine ? site.parameters[0] : nil
    bias = operation.affine ? site.parameters[1] : nil
    running = operation.trackRunningStats ? Array(site.parameters.suffix(3)) : []
  }

  func lower(in lowering: inout Lowering) {
    var statistics = running.prefix(2).map(\.buffer)
    if usesBatch {
      statistics = ["mean", "variance"].map {
        lowering.makeTemporary("\($0) of \(site.path)", sizes: [layout.channels]).buffer
      }
      emitStatistics(statistics, in: &lowering)
      if updatesRunning { emitUpdate(statistics, in: &lowering) }
      lowering.save(statistics, for: site)
    }
    emitNormalization(statistics, in: &lowering)
  }

  func lowerGradient(_ site: GradientSite, in lowering: inout Lowering) {
    guard let upstream = site.upstream[0] else { return }
    let statistics = usesBatch ? lowering.saved(for: self.site) : running.prefix(2).map(\.buffer)
    let wantsInput = site.inputGradients[0] != nil
    let wanted = site.parameterGradients.prefix(weight == nil ? 0 : 2).map { $0 }
    var sums: [BufferID] = []
    if wanted.contains(where: { $0 != nil }) || (usesBatch && wantsInput) {
      sums = (0..<2).map { index in
        if let gradient = index < wanted.count ? wanted[index] : nil { return gradient.buffer }
        return lowering.makeTemporary("sums of \(self.site.path)", sizes: [layout.channels]).buffer
      }
      emitSums(upstream, statistics, into: sums, in: &lowering)
    }
    if let inputGradient = site.inputGradients[0] {
      emitInputGradient(upstream, statistics, usesBatch ? sums : [], into: inputGradient, in: &lowering)
    }
  }

  private func emitStatistics(_ statistics: [BufferID], in lowering: inout Lowering) {
    let kernel = lowering.kernels.normalization.batchStatistics
    let layout = layout
    lowering.emit(
      Step(
        kernel: "batch_norm statistics", path: site.path, reads: [site.inputs[0].buffer], writes: statistics,
        units: layout.channels
      ) { run in
        kernel(
          BatchStatisticsArguments(
            input: run.floats(0), mean: run.floats(1), variance: run.floats(2), layout: layout), run.units)
      })
  }

  private func emitUpdate(_ statistics: [BufferID], in lowering: inout Lowering) {
    let kernel = lowering.kernels.normalization.updateRunningStatistics
    let (layout, momentum) = (layout, momentum)
    lowering.emit(
      Step(
        kernel: "batch_norm running statistics", path: site.path, reads: statistics, writes: running.map(\.buffer),
        units: 1
      ) { run in
        kernel(
          RunningStatisticsArguments(
            mean: run.floats(0), variance: run.floats(1), runningMean: run.floats(2), runningVariance: run.floats(3),
            batchesTracked: run.integers(4), layout: layout, momentum: momentum), run.units)
      })
  }

  private func emitNormalization(_ statistics: [BufferID], in lowering: inout Lowering) {
    let kernel = lowering.kernels.normalization.normalize
    let (layout, epsilon, isAffine) = (layout, epsilon, weight != nil)
    lowering.emit(
      Step(
        kernel: "batch_norm", path: site.path,
        reads: [site.inputs[0].buffer] + statistics + [weight, bias].compactMap { $0?.buffer },
        writes: [site.outputs[0].buffer], reuse: [.init(write: 0, read: 0)], units: layout.samples * layout.channels
      ) { run in
        kernel(
          NormalizationArguments(
            input: run.floats(0), output: run.floats(isAffine ? 5 : 3),
            statistics: channelStatistics(run, from: 1, isAffine: isAffine, epsilon: epsilon),
            bias: isAffine ? UnsafePointer(run.floats(4)) : nil, layout: layout), run.units)
      })
  }

  private func emitSums(
    _ upstream: Operand, _ statistics: [BufferID], into sums: [BufferID], in lowering: inout Lowering
  ) {
    let kernel = lowering.kernels.normalization.sums
    let (layout, epsilon) = (layout, epsilon)
    lowering.emit(
      Step(
        kernel: "batch_norm gradient sums", path: site.path,
        reads: [upstream.buffer, site.inputs[0].buffer] + statistics, writes: sums, units: layout.channels
      ) { run in
        kernel(
          NormalizationSumsArguments(
            upstream: run.floats(0), input: run.floats(1),
            statistics: channelStatistics(run, from: 2, isAffine: false, epsilon: epsilon),
            weightGradient: run.floats(4), biasGradient: run.floats(5), layout: layout), run.units)
      })
  }

  private func emitInputGradient(
    _ upstream: Operand, _ statistics: [BufferID], _ sums: [BufferID], into gradient: Operand,
    in lowering: inout Lowering
  ) {
    let kernel = lowering.kernels.normalization.inputGradient
    let (layout, epsilon, isAffine, hasSums) = (layout, epsilon, weight != nil, !sums.isEmpty)
    let firstSum = isAffine ? 5 : 4
    lowering.emit(
      Step(
        kernel: "batch_norm gradient", path: site.path,
        reads: [upstream.buffer, site.inputs[0].buffer] + statistics + (weight.map { [$0.buffer] } ?? []) + sums,
        writes: [gradient.buffer], reuse: [.init(write: 0, read: 0)], units: layout.samples * layout.channels
      ) { run in
        let sums =
          hasSums
          ? NormalizationInputGradientArguments.Sums(
            weightGradient: run.floats(firstSum), biasGradient: run.floats(firstSum + 1)) : nil
        kernel(
          NormalizationInputGradientArguments(
            upstream: run.floats(0), input: run.floats(1),
            statistics: channelStatistics(run, from: 2, isAffine: isAffine, epsilon: epsilon), sums: sums,
            inputGradient: run.floats(hasSums ? firstSum + 2 : firstSum), layout: layout), run.units)
      })
  }
}

/// Mean, variance and, if there is one, weight, which stand one behind the other among a step's operands.
private func channelStatistics(
  _ run: borrowing StepRun, from first: Int, isAffine: Bool, epsilon: Double
) -> ChannelStatistics {
  ChannelStatistics(
    mean: run.floats(first), variance: run.floats(first + 1),
    weight: isAffine ? UnsafePointer(run.floats(first + 2)) : nil, epsilon: epsilon)
}
