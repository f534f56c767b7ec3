package import Graph
import KernelInterface
package import Tensors

/// Brings a tensor from one layout to another; passes insert it between nodes that disagree.
package struct Reorder: LowerableOperator {
  package static let name = "reorder"
  package static let summary = "a tensor in another layout"
  package static let arity = 1...1
  package static let primaryAttribute: String? = nil
  package static let attributes: [Attribute<Reorder>] = []
  package static let tolerance = Tolerance.exact

  package init() {}

  package func outputTypes(for inputs: [TensorType], reporting violations: inout [Violation]) -> [TensorType] {
    inputs
  }

  package func lower(_ site: LoweringSite, in lowering: inout Lowering) {
    let (input, output) = (site.inputs[0], site.outputs[0])
    let isBlocking = output.layout != .plain
    let sizes = input.blockedSizes(lowering.kernels.vectors)
    let kernel = isBlocking ? lowering.kernels.blocked.block : lowering.kernels.blocked.unblock
    lowering.emit(
      Step(
        kernel: isBlocking ? "block channels" : "unblock channels", path: site.path, reads: [input.buffer],
        writes: [output.buffer], units: ReorderArguments.units(sizes)
      ) { run in
        kernel(
          isBlocking
            ? ReorderArguments(sizes: sizes, plain: run.floats(0), blocked: run.blocked(1, output))
            : ReorderArguments(sizes: sizes, plain: run.floats(1), blocked: run.blocked(0, input)), run.units)
      })
  }
}
