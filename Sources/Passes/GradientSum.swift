import KernelInterface
import Operators

extension Lowering {
  /// Emits the sum of two gradients of the same value, which may take the memory of either.
  mutating func emitGradientSum(path: String, _ a: Operand, _ b: Operand, into sum: Operand) {
    let count = sum.elementCount
    let add = kernels.elementwise.add
    emit(
      Step(
        kernel: "gradient sum", path: path, reads: [a.buffer, b.buffer], writes: [sum.buffer],
        reuse: [.init(write: 0, read: 0), .init(write: 0, read: 1)],
        units: count.groups(of: BinaryArguments.elementsPerUnit)
      ) { run in
        add(
          BinaryArguments(left: run.floats(0), right: run.floats(1), output: run.floats(2), count: count), run.units)
      })
  }
}
