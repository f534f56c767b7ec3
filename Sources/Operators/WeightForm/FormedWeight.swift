import Graph
import KernelInterface

/// An operator whose first parameter, the weight, may follow from others; its own steps see the weight as it comes out.
package protocol FormedWeightOperator: DifferentiableOperator {
  var weightForm: WeightForm { get }

  /// Emits the steps that compute the outputs; the parameters of the site are the weight and what follows it.
  func lowerPlain(_ site: LoweringSite, in lowering: inout Lowering)

  /// Emits the steps that compute every wanted gradient, by the weight as it came out.
  func lowerPlainGradient(_ site: GradientSite, in lowering: inout Lowering)
}

extension FormedWeightOperator {
  package func lower(_ site: LoweringSite, in lowering: inout Lowering) {
    guard !weightForm.isPlain else {
      lowerPlain(site, in: &lowering)
      return
    }
    lowerPlain(FormedWeight(weightForm, site).lower(in: &lowering), in: &lowering)
  }

  package func lowerGradient(_ site: GradientSite, in lowering: inout Lowering) {
    guard !weightForm.isPlain else {
      lowerPlainGradient(site, in: &lowering)
      return
    }
    let formed = FormedWeight(weightForm, site.forward)
    let plain = formed.plainSite(site, in: &lowering)
    lowerPlainGradient(plain, in: &lowering)
    if let gradient = plain.parameterGradients[0] { formed.lowerGradient(gradient, site, in: &lowering) }
  }
}

/// The steps from the trained parameters to a weight. They read parameters alone, so they prepare the runs.
private struct FormedWeight {
  private let form: WeightForm
  private let site: LoweringSite
  /// What the filters are made of.
  private let source: Operand
  private let rows: Int
  private let rowLength: Int

  init(_ form: WeightForm, _ site: LoweringSite) {
    self.form = form
    self.site = site
    source = site.parameters[form.isNormalized ? 1 : 0]
    rows = source.sizes[0]
    rowLength = source.sizes[1...].reduce(1, *)
  }

  /// The number of parameters that the weight is made of.
  private var sourceCount: Int { form.isNormalized ? 2 : 1 }

  private var layout: RowLayout { RowLayout(rows: rows, channels: 1, spatial: rowLength) }

  /// Emits the weight, and returns the site that has it in place of its parameters.
  func lower(in lowering: inout Lowering) -> LoweringSite {
    let weight = makePrepared("weight", count: rows * rowLength, in: &lowering)
    if form.isNormalized {
      lowering.save([weight], for: site, of: .weight)
      emitNorm(to: weight, in: &lowering)
    } else {
      let statistics = ["inverse deviation", "mean"].map { makePrepared($0, count: rows, in: &lowering) }
      lowering.save([weight] + statistics, for: site, of: .weight)
      emitStandardization(to: weight, statistics, in: &lowering)
    }
    return plain(weight)
  }

  private func makePrepared(_ name: String, count: Int, in lowering: inout Lowering) -> BufferID {
    lowering.makeBuffer("\(name) of \(site.path)", byteCount: count * 4, storage: .prepared)
  }

  private func plain(_ weight: BufferID) -> LoweringSite {
    var plain = site
    plain.parameters = [Operand(buffer: weight, sizes: source.sizes)] + site.parameters.dropFirst(sourceCount)
    return plain
  }

  /// The site of the gradient by the weight as it came out.
  func plainSite(_ gradient: GradientSite, in lowering: inout Lowering) -> GradientSite {
    var result = gradient
    let isWanted = gradient.parameterGradients.prefix(sourceCount).contains { $0 != nil }
    let weight = isWanted ? lowering.makeTemporary("gradient of the weight of \(site.path)", sizes: source.sizes) : nil
    result.forward = plain(lowering.saved(for: site, of: .weight)[0])
    result.parameterGradients = [weight] + gradient.parameterGradients.dropFirst(sourceCount)
    return result
  }

  /// Emits the gradients by the trained parameters from that by the weight.
  func lowerGradient(_ upstream: Operand, _ gradient: GradientSite, in lowering: inout Lowering) {
    if form.isNormalized {
      emitNormGradient(upstream, gradient.parameterGradients, in: &lowering)
    } else if let result = gradient.parameterGradients[0] {
      emitStandardizationGradient(upstream, to: result, in: &lowering)
    }
  }

  private func emitNorm(to weight: BufferID, in lowering: inout Lowering) {
    let kernel = lowering.kernels.normalization.weightNorm
    let rowLength = rowLength
    lowering.emit(
      Step(
        kernel: "weight norm", path: site.path, reads: [source.buffer, site.parameters[0].buffer], writes: [weight],
        units: rows, isPreparation: true
      ) { run in
        kernel(
          WeightNormArguments(
            input: run.floats(0), gain: run.floats(1), rowLength: rowLength, output: run.floats(2)), run.units)
      })
  }

  private func emitNormGradient(_ upstream: Operand, _ gradients: [Operand?], in lowering: inout Lowering) {
    let kernel = lowering.kernels.normalization.weightNormGradient
    let rowLength = rowLength
    let gain = gradients[0] ?? lowering.makeTemporary("gradient of the lengths of \(site.path)", sizes: [rows])
    let direction = gradients[1] ?? lowering.makeTemporary("gradient of \(site.path)", sizes: source.sizes)
    lowering.emit(
      Step(
        kernel: "weight norm gradient", path: site.path,
        reads: [source.buffer, site.parameters[0].buffer, upstream.buffer], writes: [direction.buffer, gain.buffer],
        reuse: [.init(write: 0, read: 2)], units: rows
      ) { run in
        kernel(
          WeightNormArguments(
            input: run.floats(0), gain: run.floats(1), rowLength: rowLength, output: run.floats(3),
            upstream: run.floats(2), gainGradient: run.floats(4)), run.units)
      })
  }

  private func emitStandardization(to weight: BufferID, _ statistics: [BufferID], in lowering: inout Lowering) {
    let kernel = lowering.kernels.normalization.rows
    let layout = layout
    lowering.emit(
      Step(
        kernel: "weight standardization", path: site.path, reads: [source.buffer], writes: [weight] + statistics,
        units: rows, isPreparation: true
      ) { run in
        kernel(
          RowNormalizationArguments(
            input: run.floats(0), output: run.floats(1), mean: run.floats(3), inverseDeviation: run.floats(2),
            weight: nil, bias: nil, epsilon: WeightForm.epsilon, layout: layout), run.units)
      })
  }

  private func emitStandardizationGradient(
    _ upstream: Operand, to gradient: Operand, in lowering: inout Lowering
  ) {
    let kernel = lowering.kernels.normalization.rowsGradient
    let layout = layout
    let statistics = lowering.saved(for: site, of: .weight).dropFirst()
    lowering.emit(
      Step(
        kernel: "weight standardization gradient", path: site.path,
        reads: [upstream.buffer, source.buffer] + statistics,
        writes: [gradient.buffer], reuse: [.init(write: 0, read: 0)], units: rows
      ) { run in
        kernel(
          RowNormalizationGradientArguments(
            upstream: run.floats(0), input: run.floats(1), inputGradient: run.floats(4), mean: run.floats(3),
            inverseDeviation: run.floats(2), weight: nil, layout: layout), run.units)
      })
  }
}
