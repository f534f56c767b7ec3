import Graph
import KernelInterface

extension Upsample {
  package func lower(_ site: LoweringSite, in lowering: inout Lowering) {
    let tables = tables(site)
    if tables.allSatisfy({ $0.axis.isKept }) {
      lowering.emitCopy(name, path: site.path, site.inputs[0], into: site.outputs[0])
      return
    }
    let taps = emitTaps(tables, site, in: &lowering)
    lowering.save([taps], for: site)
    emit(
      name, site, tables.map(\.axis), taps, from: site.inputs[0], to: site.outputs[0],
      lowering.kernels.resample.resample, in: &lowering)
  }

  package func lowerGradient(_ site: GradientSite, in lowering: inout Lowering) {
    guard let upstream = site.upstream[0], let gradient = site.inputGradients[0] else { return }
    guard let taps = lowering.saved(for: site.forward).first else {
      lowering.emitCopy("upsample gradient", path: site.forward.path, upstream, into: gradient)
      return
    }
    emit(
      "upsample gradient", site.forward, tables(site.forward).map(\.axis), taps, from: upstream, to: gradient,
      lowering.kernels.resample.resampleGradient, in: &lowering)
  }

  /// Emits the step that writes the weights once for all runs.
  private func emitTaps(_ tables: [ResampleTable], _ site: LoweringSite, in lowering: inout Lowering) -> BufferID {
    let byteCount = tables.reduce(0) { $0 + $1.axis.tapBytes }
    let taps = lowering.makeBuffer(site.path + " weights", byteCount: byteCount, storage: .prepared)
    lowering.emit(
      Step(
        kernel: "resampling weights", path: site.path, reads: [], writes: [taps], units: 1, isPreparation: true
      ) { run in
        var memory = UnsafeMutableRawPointer(run.floats(0))
        for table in tables where !run.units.isEmpty {
          table.write(to: memory)
          memory += table.axis.tapBytes
        }
      })
    return taps
  }

  private func emit(
    _ step: String, _ site: LoweringSite, _ axes: [ResampleAxis], _ taps: BufferID, from source: Operand,
    to target: Operand, _ kernel: @escaping Kernel<ResampleArguments>, in lowering: inout Lowering
  ) {
    lowering.emit(
      Step(
        kernel: step, path: site.path, reads: [source.buffer, taps], writes: [target.buffer],
        units: site.inputs[0].sizes[0] * site.inputs[0].sizes[1],
        scratchBytes: ResampleArguments.scratchBytes(depth: axes[0], height: axes[1], width: axes[2])
      ) { run in
        kernel(
          ResampleArguments(
            input: run.floats(0), output: run.floats(2), taps: UnsafeRawPointer(run.floats(1)), depth: axes[0],
            height: axes[1], width: axes[2], scratch: run.scratch), run.units)
      })
  }

  /// The last three axes; those that are absent have size 1.
  private func tables(_ site: LoweringSite) -> [ResampleTable] {
    let rank = site.inputs[0].sizes.count - 2
    let factors = recomputesScaleFactor ? nil : scaleFactor?.values(count: rank)
    return Array(repeating: ResampleTable(keeping: 1), count: 3 - rank)
      + (0..<rank).map { axis in
        ResampleTable(
          input: site.inputs[0].sizes[axis + 2], output: site.outputs[0].sizes[axis + 2], factor: factors?[axis],
          rule: rule)
      }
  }

  private var rule: ResampleRule {
    switch mode {
    case .nearest: .nearest
    case .nearestExact: .nearestExact
    case .area: .area
    case .linear, .trilinear: .linear(alignCorners: alignCorners)
    case .bilinear: antialias ? .filtered(.triangle, alignCorners: alignCorners) : .linear(alignCorners: alignCorners)
    case .bicubic: antialias ? .filtered(.cubic, alignCorners: alignCorners) : .cubic(alignCorners: alignCorners)
    }
  }
}
