import KernelInterface
import Operators

/// The step that adds two gradients of the same value.
func makeSumStep(path: String, _ a: Operand, _ b: Operand, into sum: Operand) -> Step {
  let count = sum.elementCount
  let elementsPerUnit = ActivationArguments.elementsPerUnit
  return Step(
    kernel: "gradient sum", path: path, reads: [a.buffer, b.buffer], writes: [sum.buffer],
    reuse: [.init(write: 0, read: 0), .init(write: 0, read: 1)], units: count.groups(of: elementsPerUnit)
  ) { run in
    let (a, b, sum) = (run.floats(0), run.floats(1), run.floats(2))
    for index in run.units.lowerBound * elementsPerUnit..<min(run.units.upperBound * elementsPerUnit, count) {
      sum[index] = a[index] + b[index]
    }
  }
}
