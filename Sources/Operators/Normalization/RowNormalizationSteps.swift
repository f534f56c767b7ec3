import KernelInterface

/// The steps of normalising rows by their own statistics, the same in inference and in training.
struct RowNormalizationSteps {
  var name: String
  var site: LoweringSite
  var layout: RowLayout
  var epsilon: Double
  /// Whether means are subtracted; without them rows are brought to mean square 1.
  var subtractsMean = true
  var weight: Operand?
  var bias: Operand?

  func lower(in lowering: inout Lowering) {
    let statistics = (subtractsMean ? ["inverse deviation", "mean"] : ["inverse deviation"]).map {
      lowering.makeTemporary("\($0) of \(site.path)", sizes: [self.layout.statisticsCount]).buffer
    }
    lowering.save(statistics, for: site)
    let kernel = lowering.kernels.normalization.rows
    let (layout, epsilon, subtractsMean) = (layout, epsilon, subtractsMean)
    let (hasWeight, hasBias) = (weight != nil, bias != nil)
    let reads = [site.inputs[0].buffer] + [weight, bias].compactMap { $0?.buffer }
    let written = reads.count
    lowering.emit(
      Step(
        kernel: name, path: site.path, reads: reads, writes: [site.outputs[0].buffer] + statistics,
        reuse: [.init(write: 0, read: 0)], units: layout.units
      ) { run in
        kernel(
          RowNormalizationArguments(
            input: run.floats(0), output: run.floats(written), mean: subtractsMean ? run.floats(written + 2) : nil,
            inverseDeviation: run.floats(written + 1), weight: hasWeight ? UnsafePointer(run.floats(1)) : nil,
            bias: hasBias ? UnsafePointer(run.floats(hasWeight ? 2 : 1)) : nil, epsilon: epsilon, layout: layout),
          run.units)
      })
  }

  func lowerGradient(_ site: GradientSite, in lowering: inout Lowering) {
    guard let upstream = site.upstream[0] else { return }
    let statistics = lowering.saved(for: self.site)
    let wanted = site.parameterGradients
    emitSums(
      upstream, statistics, weight: weight == nil ? nil : wanted[0], bias: bias == nil ? nil : wanted[1], in: &lowering)
    if let gradient = site.inputGradients[0] {
      emitInputGradient(upstream, statistics, into: gradient, in: &lowering)
    }
  }

  private func emitSums(
    _ upstream: Operand, _ statistics: [BufferID], weight: Operand?, bias: Operand?, in lowering: inout Lowering
  ) {
    guard weight != nil || bias != nil else { return }
    let kernel = lowering.kernels.normalization.rowsSums
    let (layout, subtractsMean) = (layout, subtractsMean)
    let (wantsWeight, wantsBias) = (weight != nil, bias != nil)
    let written = 2 + statistics.count
    lowering.emit(
      Step(
        kernel: name + " gradient sums", path: site.path,
        reads: [upstream.buffer, site.inputs[0].buffer] + statistics,
        writes: [weight, bias].compactMap { $0?.buffer }, units: layout.sumUnits
      ) { run in
        kernel(
          RowNormalizationSumsArguments(
            upstream: run.floats(0), input: run.floats(1), mean: subtractsMean ? UnsafePointer(run.floats(3)) : nil,
            inverseDeviation: run.floats(2), weightGradient: wantsWeight ? run.floats(written) : nil,
            biasGradient: wantsBias ? run.floats(wantsWeight ? written + 1 : written) : nil, layout: layout), run.units)
      })
  }

  private func emitInputGradient(
    _ upstream: Operand, _ statistics: [BufferID], into gradient: Operand, in lowering: inout Lowering
  ) {
    let kernel = lowering.kernels.normalization.rowsGradient
    let (layout, subtractsMean, hasWeight) = (layout, subtractsMean, weight != nil)
    let reads = [upstream.buffer, site.inputs[0].buffer] + statistics + (weight.map { [$0.buffer] } ?? [])
    let written = reads.count
    lowering.emit(
      Step(
        kernel: name + " gradient", path: site.path, reads: reads, writes: [gradient.buffer],
        reuse: [.init(write: 0, read: 0)], units: layout.units
      ) { run in
        kernel(
          RowNormalizationGradientArguments(
            upstream: run.floats(0), input: run.floats(1), inputGradient: run.floats(written),
            mean: subtractsMean ? UnsafePointer(run.floats(3)) : nil, inverseDeviation: run.floats(2),
            weight: hasWeight ? UnsafePointer(run.floats(written - 1)) : nil, layout: layout), run.units)
      })
  }
}
