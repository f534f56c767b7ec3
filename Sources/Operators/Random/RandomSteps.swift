import KernelInterface

extension LoweringSite {
  /// The key of the random numbers of this node, the same in both directions.
  func randomKey(_ seed: UInt64) -> UInt64 {
    seed ^ (UInt64(truncatingIfNeeded: node) &* 0x9E37_79B9_7F4A_7C15)
  }
}

extension Lowering {
  /// Emits a decision about every element.
  mutating func emitDropout(
    _ step: String, _ site: LoweringSite, from input: Operand, to output: Operand, probability: Double,
    outcome: DropoutOutcome
  ) {
    let kernel = kernels.random.dropout
    let count = input.elementCount
    let key = site.randomKey(seed)
    emit(
      Step(
        kernel: step, path: site.path, reads: [input.buffer], writes: [output.buffer],
        reuse: [.init(write: 0, read: 0)], units: count.groups(of: DropoutArguments.elementsPerUnit)
      ) { run in
        kernel(
          DropoutArguments(
            input: run.floats(0), output: run.floats(1), count: count, probability: probability, outcome: outcome,
            key: key, run: run.run), run.units)
      })
  }

  /// Emits a decision about every group of elements: all of the same indices of the first axes.
  mutating func emitGroupDropout(
    _ step: String, _ site: LoweringSite, from input: Operand, to output: Operand, axes: Int, probability: Double
  ) {
    let kernel = kernels.random.groupDropout
    let groups = input.sizes[..<axes].reduce(1, *)
    let length = input.sizes[axes...].reduce(1, *)
    let key = site.randomKey(seed)
    let scale = Float(1 / (1 - probability))
    emit(
      Step(
        kernel: step, path: site.path, reads: [input.buffer], writes: [output.buffer],
        reuse: [.init(write: 0, read: 0)], units: groups * GroupDropoutArguments.unitsPerGroup(length)
      ) { run in
        kernel(
          GroupDropoutArguments(
            input: run.floats(0), output: run.floats(1), groupLength: length, probability: probability, scale: scale,
            key: key, run: run.run), run.units)
      })
  }
}
