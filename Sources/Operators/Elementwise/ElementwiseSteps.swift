import KernelInterface

/// The steps that sums and products of tensors are made of.
extension Lowering {
  /// Emits a function of two tensors, repeated where they have size 1.
  mutating func emitBinary(
    _ name: String, path: String, _ left: Operand, _ right: Operand, into output: Operand,
    _ plain: @escaping Kernel<BinaryArguments>, repeating broadcast: @escaping Kernel<BroadcastArguments>
  ) {
    guard left.sizes == right.sizes else {
      return emitBroadcast(name, path: path, left, right, into: output, broadcast)
    }
    let count = output.elementCount
    emit(
      Step(
        kernel: name, path: path, reads: [left.buffer, right.buffer], writes: [output.buffer],
        reuse: [.init(write: 0, read: 0), .init(write: 0, read: 1)],
        units: count.groups(of: BinaryArguments.elementsPerUnit)
      ) { run in
        plain(
          BinaryArguments(left: run.floats(0), right: run.floats(1), output: run.floats(2), count: count), run.units)
      })
  }

  /// Emits a function of two tensors of which either is repeated where it has size 1.
  mutating func emitBroadcast(
    _ name: String, path: String, _ left: Operand, _ right: Operand, into output: Operand,
    _ kernel: @escaping Kernel<BroadcastArguments>
  ) {
    var reuse: [Step.Reuse] = []
    if left.sizes == output.sizes { reuse.append(.init(write: 0, read: 0)) }
    if right.sizes == output.sizes { reuse.append(.init(write: 0, read: 1)) }
    let axes = Broadcasting.axes(output.sizes, left.sizes, right.sizes)
    emit(
      Step(
        kernel: name, path: path, reads: [left.buffer, right.buffer], writes: [output.buffer], reuse: reuse,
        units: BroadcastArguments.units(axes)
      ) { run in
        kernel(
          BroadcastArguments(left: run.floats(0), right: run.floats(1), output: run.floats(2), axes: axes), run.units)
      })
  }

  /// Emits the sum of a tensor, times another unless it is nil, over the axes along which the output has size 1.
  mutating func emitSum(
    _ name: String, path: String, _ left: Operand, times right: Operand?, into output: Operand,
    dividedBy divisor: Float = 1
  ) {
    let loops = Broadcasting.reduction(from: left.sizes, to: output.sizes, other: right?.sizes ?? left.sizes)
    let kernel = kernels.reduction.sum
    let hasFactor = right != nil
    emit(
      Step(
        kernel: name, path: path, reads: [left.buffer] + (right.map { [$0.buffer] } ?? []), writes: [output.buffer],
        units: output.elementCount
      ) { run in
        kernel(
          ReductionArguments(
            left: run.floats(0), right: hasFactor ? UnsafePointer(run.floats(1)) : nil,
            output: run.floats(hasFactor ? 2 : 1), kept: loops.kept, reduced: loops.reduced, divisor: divisor),
          run.units)
      })
  }

  /// Emits a function of each element.
  mutating func emitFunction(
    _ name: String, path: String, _ input: Operand, into output: Operand, _ function: ActivationFunction,
    _ constants: FunctionConstants = FunctionConstants()
  ) {
    let kernel = function.forward
    let count = input.elementCount
    emit(
      Step(
        kernel: name, path: path, reads: [input.buffer], writes: [output.buffer], reuse: [.init(write: 0, read: 0)],
        units: count.groups(of: ActivationArguments.elementsPerUnit)
      ) { run in
        kernel(
          ActivationArguments(input: run.floats(0), output: run.floats(1), count: count, constants: constants),
          run.units)
      })
  }

  /// Emits a copy, which is nothing when it takes the memory of what it copies.
  mutating func emitCopy(_ name: String, path: String, _ input: Operand, into output: Operand) {
    let kernel = kernels.shape.copyRows
    let count = input.elementCount
    emit(
      Step(
        kernel: name, path: path, reads: [input.buffer], writes: [output.buffer], reuse: [.init(write: 0, read: 0)],
        units: RowCopyArguments.unitsPerRow(count)
      ) { run in
        kernel(
          RowCopyArguments(
            input: run.floats(0), output: run.floats(1), rowCount: 1, rowLength: count, inputStride: count,
            outputStride: count), run.units)
      })
  }
}
