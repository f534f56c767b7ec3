import Execution
package import Graph
package import KernelInterface
import Operators
package import Passes

extension Model {
  /// The plan that runs the model; its sizes must be numbers.
  package func plan(_ options: PlanOptions, kernels: KernelTable) throws(ModelError) -> ExecutionPlan {
    try Self.plan(try validGraph(), options, kernels: kernels)
  }

  package static func plan(
    _ graph: Graph, _ options: PlanOptions, kernels: KernelTable
  ) throws(ModelError) -> ExecutionPlan {
    do {
      return try Pipeline.plan(graph, kernels: kernels, options: options)
    } catch {
      throw ModelError(.request(error.description))
    }
  }

  /// The peak of memory for one sample and one thread; nil when there is no plan.
  func plannedBytes(_ mode: ExecutionMode) -> Int? {
    guard let kernels = try? KernelSelection.ofProcess.get().kernels, let model = try? concrete(),
      let graph = model.graph
    else { return nil }
    let gradients = mode == .training ? GradientRequest() : nil
    let options = PlanOptions(mode: mode, gradients: gradients)
    return (try? Pipeline.plan(graph, kernels: kernels, options: options))?.arenaByteCount
  }
}

/// The kernels that this process computes with.
package func selectedKernels() throws(ModelError) -> KernelTable {
  do { return try KernelSelection.ofProcess.get().kernels } catch { throw ModelError(.request(error.description)) }
}
